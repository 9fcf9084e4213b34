// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/sync/engine.h"
#include "ui/desk/style/page.h"

class QButtonGroup;
class QLabel;
class QListView;
class QPlainTextEdit;
class QPushButton;
class QVBoxLayout;

namespace petalpost::desk {

class Icons;
class ReviewModel;
class Theme;

/// The screen 리뷰: what customers wrote, and the reply to it.
class ReviewPage : public Page
{
    Q_OBJECT

public:
    /// A reply is as long as a review may be.
    static constexpr int maxReply = Review::maxTextLength;

    /// Everything handed in must outlive the page.
    ReviewPage(sync::Engine &engine, const Theme &theme, Icons &icons, QWidget *parent = nullptr);

    void focusContent() override;
    void holdBanners(QWidget *banners) override;
    int unansweredCount() const;
    /// What was typed and not sent, by review.
    const std::map<qint64, QString> &drafts() const { return m_drafts; }
    qint64 currentReview() const { return m_current; }
    /// Takes up where another page of the same reviews was left.
    void resume(std::map<qint64, QString> drafts, qint64 reviewId);
    /// Sends the reply that was typed, if it may be sent.
    void submit();

Q_SIGNALS:
    void countsChanged();
    void replied(qint64 reviewId);
    void refusedAtOnce(const petalpost::Refusal &refusal);

private:
    void buildHeader(QVBoxLayout *column);
    void buildList(QVBoxLayout *column);
    void buildEditor(QVBoxLayout *column);
    void connectEngine();
    void select(qint64 reviewId);
    void refreshCounts();
    void refreshEditor();
    void dress();

    sync::Engine &m_engine;
    const Theme &m_theme;
    Icons &m_icons;
    ReviewModel *m_model;
    QVBoxLayout *m_column = nullptr;
    QLabel *m_heading = nullptr;
    QButtonGroup *m_filter = nullptr;
    QListView *m_list = nullptr;
    QLabel *m_empty = nullptr;
    QWidget *m_editor = nullptr;
    QPlainTextEdit *m_reply = nullptr;
    QLabel *m_counter = nullptr;
    QPushButton *m_submit = nullptr;
    std::map<qint64, QString> m_drafts; ///< what was typed and not sent, by review
    qint64 m_current = 0;
};

} // namespace petalpost::desk
