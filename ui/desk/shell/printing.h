// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/desk/print/autotickets.h"

class QWidget;

namespace petalpost::desk {

class DetailPane;
class SettingsPage;
class StatusStrip;
class Theme;

/// Everything that the window prints: shows what is to be printed of an order and what waits, and
/// says what came of it.
class Printing : public QObject
{
    Q_OBJECT

public:
    /// Dialogs lie over \a window. \a preferencesFile remembers printers and presets. Everything
    /// handed in must outlive this.
    Printing(sync::Engine &engine, const QString &preferencesFile, const Theme &theme,
             QWidget &window);

    /// Answers the buttons of the pane.
    void serve(const DetailPane &detail);
    /// Adds the section 인쇄.
    void serve(SettingsPage &settings);
    /// Shows there how much waits.
    void serve(StatusStrip &strip);

    /// Nothing for an order that is not there.
    void ask(qint64 orderId, PrintKind kind);
    /// The papers that wait.
    void showQueue();
    /// Whether the ticket of the order waits for paper. Never in a shop that prints none.
    bool isUnprinted(qint64 orderId) const;
    PrintQueue &queue() { return m_queue; }

Q_SIGNALS:
    void said(const QString &sentence);
    void printed();
    /// A dialog has closed, whatever was printed.
    void closed();

private:
    void open(QDialog *dialog);
    void begin();
    void note();

    sync::Engine &m_engine;
    PrintPreferences m_preferences;
    const Theme &m_theme;
    QWidget &m_window;
    PrintQueue m_queue;
    AutoTickets m_auto;
    bool m_printsTickets = false;
};

} // namespace petalpost::desk
