// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/sync/decisions.h"
#include "core/sync/engine.h"
#include "ui/desk/decisions/decisiontext.h"
#include "ui/desk/style/page.h"

#include <vector>

class QLabel;
class QVBoxLayout;

namespace petalpost::desk {

class DecisionCard;
class Theme;

/// The screen 확인 필요: what the server refused, oldest first.
class DecisionPage : public Page
{
    Q_OBJECT

public:
    /// Everything handed in must outlive the page.
    DecisionPage(sync::Engine &engine, const Theme &theme, QWidget *parent = nullptr);

    /// Gives the focus to the first card.
    void focusContent() override;
    /// Banners stand between the heading and the cards.
    void holdBanners(QWidget *banners) override;

Q_SIGNALS:
    /// The florist wants to see that order, or that review.
    void orderOpened(qint64 orderId);
    /// The form of an order that was refused is wanted again, with its \a details.
    void entryOpened(qint64 provisional, const QJsonObject &details);
    void settingsOpened();
    void reviewOpened(qint64 reviewId);
    /// The last decision was made.
    void emptied();
    /// The disk failed: the decision stays.
    void refusedAtOnce(const petalpost::Refusal &refusal);

private:
    void rebuild();
    void refresh(DecisionCard &card);
    DecisionCard *addCard();
    const Decision *find(const QString &id) const;
    DecisionSubject subjectOf(const Decision &decision) const;
    void choose(DecisionCard &card, SecondChoice choice);
    void dress();

    sync::Engine &m_engine;
    const Theme &m_theme;
    QVBoxLayout *m_column;
    QLabel *m_heading;
    QLabel *m_hint;
    QVBoxLayout *m_rows = nullptr;
    std::vector<DecisionCard *> m_cards;
};

} // namespace petalpost::desk
