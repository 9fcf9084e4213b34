// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/order.h"
#include "core/domain/shop.h"
#include "ui/desk/print/printbook.h"

#include <QtWidgets/QDialog>

#include <memory>

class QComboBox;
class QFormLayout;
class QPrinter;
class QPushButton;

namespace petalpost::desk {

class NoteLabel;
class SheetView;
class Theme;

/// The ticket or the card of an order as it will be printed. What has no room, or no glyph, is said
/// before paper is spent on it. Where there is no printer it becomes a PDF.
class PrintDialog : public QDialog
{
    Q_OBJECT

public:
    /// \a book and \a theme must outlive the dialog.
    PrintDialog(const Order &order, PrintJob job, const Shop &shop, qint64 nowMs, PrintBook &book,
                const Theme &theme, QWidget *parent = nullptr);
    ~PrintDialog() override;

Q_SIGNALS:
    /// \a sentence says what came of it, and where.
    void printed(const QString &sentence);

private:
    void addCardChoices(QFormLayout &form);
    void addPrinters(QFormLayout &form);
    void refresh();
    void print();
    bool printOn(QPrinter &printer) const;
    QString pdfFile() const;
    QString jobName() const;

    const Order m_order;
    const PrintJob m_job;
    const Shop m_shop;
    const qint64 m_nowMs;
    PrintBook &m_book;
    const Theme &m_theme;
    std::unique_ptr<Sheet> m_sheet;
    SheetView *m_view;
    NoteLabel *m_note;
    QComboBox *m_size = nullptr;
    QComboBox *m_hand = nullptr;
    QComboBox *m_printer;
    QPushButton *m_act;
};

} // namespace petalpost::desk
