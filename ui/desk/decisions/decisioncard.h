// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/desk/decisions/decisiontext.h"

#include <QtWidgets/QWidget>

class QLabel;
class QPushButton;

namespace petalpost::desk {

class Theme;

/// One decision: what was done here, what happened at the server, both times, two buttons.
class DecisionCard : public QWidget
{
    Q_OBJECT

public:
    /// The theme must outlive the card.
    explicit DecisionCard(const Theme &theme, QWidget *parent = nullptr);

    /// \a again is what a second try would send now.
    void show(const Decision &decision, const DecisionSubject &subject,
              const std::vector<Operation> &again);
    const QString &id() const { return m_id; }
    /// Both facts in words, as they are copied.
    QString text() const;
    void focusFirst();

Q_SIGNALS:
    void kept();
    void secondChosen(petalpost::desk::SecondChoice choice);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void dress();

    const Theme &m_theme;
    QString m_id;
    SecondChoice m_choice = SecondChoice::Open;
    QLabel *m_title;
    QLabel *m_ownHead;
    QLabel *m_own;
    QLabel *m_serverHead;
    QLabel *m_server;
    QPushButton *m_keep;
    QPushButton *m_second;
};

} // namespace petalpost::desk
