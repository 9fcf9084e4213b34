// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/desk/print/printqueue.h"

#include <QtWidgets/QDialog>

class QComboBox;
class QFormLayout;
class QPushButton;
class QSpinBox;

namespace petalpost::desk {

class NoteLabel;
class SheetView;
class Theme;

/// A paper of an order as it will be printed. What has no room, or no glyph, is said before paper
/// is spent on it. Where there is no printer it becomes a PDF.
class PrintDialog : public QDialog
{
    Q_OBJECT

public:
    static constexpr int mostCopies = 20;

    /// \a queue and \a theme must outlive the dialog.
    PrintDialog(const Order &order, PrintKind kind, PrintQueue &queue, const Theme &theme,
                QWidget *parent = nullptr);
    ~PrintDialog() override;

Q_SIGNALS:
    /// \a sentence says what came of it, and where.
    void printed(const QString &sentence);

private:
    void build();
    QLayout *buttons();
    void addChoices(QFormLayout &form);
    void addCardChoices(QFormLayout &form);
    void addRibbonChoices(QFormLayout &form);
    void addPrinters(QFormLayout &form);
    void refresh();
    void print();
    PrintPreset preset() const;
    PrintJob job() const;
    QString noRoomText() const;

    const Order m_order;
    const PrintKind m_kind;
    PrintQueue &m_queue;
    const Theme &m_theme;
    Papers m_papers;
    SheetView *m_view;
    NoteLabel *m_note;
    QComboBox *m_size = nullptr;
    QComboBox *m_hand = nullptr;
    QComboBox *m_width = nullptr;
    QComboBox *m_length = nullptr;
    QComboBox *m_printer = nullptr;
    QSpinBox *m_copies = nullptr;
    QPushButton *m_act;
};

} // namespace petalpost::desk
