// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/desk/shell/syncstage.h"

#include <QtWidgets/QWidget>

class QLabel;
class QProgressBar;
class QPushButton;

namespace petalpost::desk {

class Icons;
class Theme;

/// The bottom line of the window: how fresh the data is, and the time it is measured by.
class StatusStrip : public QWidget
{
    Q_OBJECT

public:
    StatusStrip(const Theme &theme, Icons &icons, QWidget *parent = nullptr);

    void showSync(SyncStage stage, const QString &line, const QString &clock);
    QString line() const;
    /// A bar of what a first sync has fetched; \a percent below 0 takes it away.
    void showProgress(int percent);
    /// Whether new orders are heard: \a line, in colour while they are not.
    void showSound(const QString &line, bool silent);
    /// How many papers wait for a printer, in colour while there are any.
    void showPrinting(int waiting);

Q_SIGNALS:
    void printingPressed();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void dress();

    const Theme &m_theme;
    Icons &m_icons;
    SyncStage m_stage = SyncStage::Connecting;
    bool m_silent = false;
    int m_waiting = 0;
    QLabel *m_icon;
    QLabel *m_line;
    QProgressBar *m_progress;
    QLabel *m_sound;
    QPushButton *m_printing;
    QLabel *m_clock;
};

} // namespace petalpost::desk
