// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/product.h"
#include "core/domain/refusal.h"

#include <QtCore/QJsonObject>
#include <QtWidgets/QWidget>

class QCheckBox;
class QGridLayout;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QSpinBox;

namespace petalpost::desk {

class FieldBox;
class Theme;

/// The fields of one product. It keeps nothing: what was typed is told by edited() and handed back
/// by show().
class ProductForm : public QWidget
{
    Q_OBJECT

public:
    /// \a theme must outlive the form.
    ProductForm(const Theme &theme, QWidget *parent);

    /// Shows \a product as it would be with \a draft, which names fields by their wire names.
    void show(const Product &product, const QJsonObject &draft);
    /// What differs from the product, by wire names.
    QJsonObject changes() const;
    /// Says below its field why a value was refused; nothing more after the next show().
    void sayRefused(const Refusal &refusal);
    void focusFirst();

Q_SIGNALS:
    void edited();
    void saveRequested();
    void resetRequested();

private:
    QLineEdit *addLine(QGridLayout *grid, int row, int column, const QString &field,
                       const QString &label);
    QPlainTextEdit *addText(QGridLayout *grid, int row, int column, const QString &field,
                            const QString &label);
    FieldBox *addBox(QGridLayout *grid, int row, int column, const QString &field,
                     const QString &label);
    void addChecks(QGridLayout *grid, int row);
    void addButtons(QGridLayout *grid, int row);
    void refresh();
    void dress();

    const Theme &m_theme;
    Product m_product;
    QLineEdit *m_name = nullptr;
    QLineEdit *m_nameEn = nullptr;
    QLineEdit *m_price = nullptr;
    QSpinBox *m_limit = nullptr;
    QPlainTextEdit *m_description = nullptr;
    QPlainTextEdit *m_descriptionEn = nullptr;
    QCheckBox *m_needsWindow = nullptr;
    QCheckBox *m_taxFree = nullptr;
    QLabel *m_unsaved = nullptr;
    QPushButton *m_reset = nullptr;
    QPushButton *m_save = nullptr;
    std::map<QString, FieldBox *> m_boxes; ///< by the wire name of their field
};

} // namespace petalpost::desk
