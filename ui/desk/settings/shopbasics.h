// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/desk/settings/shopsection.h"

class QCheckBox;
class QComboBox;
class QPushButton;
class QTimeEdit;

namespace petalpost::desk {

/// 가게·영업시간: what the shop is called, when somebody is there, and whether it takes orders now.
class ShopBasics : public ShopSection
{
    Q_OBJECT

public:
    /// Everything handed in must outlive the section.
    ShopBasics(sync::Engine &engine, const Theme &theme, QWidget *parent = nullptr);

private:
    void addPause();
    void addHours();
    void addWeeklyDay();
    void pause(qint64 untilMs);
    qint64 endOfDayMs() const;
    void refresh() override;
    void refreshPause();

    FieldBox *m_pause;
    QLabel *m_paused;
    QLineEdit *m_reason;
    std::vector<QPushButton *> m_lengths;
    QPushButton *m_resume;
    QTimer m_pauseEnd;
    QCheckBox *m_followed;
    QTimeEdit *m_opens;
    QTimeEdit *m_closes;
    QComboBox *m_weekly;
};

} // namespace petalpost::desk
