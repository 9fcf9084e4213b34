// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/desk/print/printqueue.h"

#include <QtWidgets/QDialog>

class QLabel;
class QVBoxLayout;

namespace petalpost::desk {

class Theme;

/// The papers that wait, each with the reason, to be printed again or forgotten.
class QueueDialog : public QDialog
{
    Q_OBJECT

public:
    /// Everything handed in must outlive the dialog.
    QueueDialog(PrintQueue &queue, const QTimeZone &zone, const Theme &theme,
                QWidget *parent = nullptr);

private:
    void refresh();
    QWidget *row(const PrintJob &job);

    PrintQueue &m_queue;
    const QTimeZone m_zone;
    const Theme &m_theme;
    QLabel *m_empty;
    QWidget *m_list;
    QVBoxLayout *m_rows;
};

} // namespace petalpost::desk
