// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/desk/catalogue/productform.h"

#include "core/protocol/documents.h"
#include "core/protocol/productfields.h"
#include "ui/desk/style/fieldbox.h"
#include "ui/desk/style/theme.h"
#include "ui/desk/words/csvfields.h"
#include "ui/desk/words/shopwords.h"
#include "ui/desk/words/typedprice.h"

#include <QtCore/QRegularExpression>
#include <QtCore/QSignalBlocker>
#include <QtGui/QRegularExpressionValidator>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QGridLayout>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QSpinBox>

using namespace Qt::Literals::StringLiterals;

namespace petalpost::desk {

namespace {

constexpr qreal textHeightPx = 92;

} // namespace

ProductForm::ProductForm(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setObjectName(u"productForm"_s);
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(4, 0, 8, 4);
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(12);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    m_name = addLine(grid, 0, 0, u"name"_s, tr("이름"));
    m_nameEn = addLine(grid, 0, 1, u"nameEn"_s, tr("영어 이름"));
    m_price = addLine(grid, 1, 0, u"price"_s, tr("가격"));
    m_limit = new QSpinBox(this);
    m_limit->setRange(0, productbounds::dailyLimit);
    m_limit->setSpecialValueText(tr("제한 없음"));
    m_limit->setObjectName(u"product-dailyLimit"_s);
    m_limit->setAccessibleName(tr("하루 판매 수량"));
    addBox(grid, 1, 1, u"dailyLimit"_s, tr("하루 판매 수량"))->add(m_limit, 1);
    m_description = addText(grid, 2, 0, u"description"_s, tr("설명"));
    m_descriptionEn = addText(grid, 2, 1, u"descriptionEn"_s, tr("영어 설명"));
    addChecks(grid, 3);
    addButtons(grid, 4);
    grid->setRowStretch(5, 1);
    connect(m_limit, &QSpinBox::valueChanged, this, &ProductForm::edited);
    connect(this, &ProductForm::edited, this, &ProductForm::refresh);
    connect(&m_theme, &Theme::changed, this, &ProductForm::dress);
    dress();
}

FieldBox *ProductForm::addBox(QGridLayout *grid, int row, int column, const QString &field,
                              const QString &label)
{
    auto *both = new QVBoxLayout;
    both->setSpacing(4);
    auto *heading = new QLabel(label, this);
    auto *box = new FieldBox(m_theme, this);
    both->addWidget(heading);
    both->addWidget(box);
    both->addStretch(1);
    grid->addLayout(both, row, column);
    m_boxes.emplace(field, box);
    return box;
}

QLineEdit *ProductForm::addLine(QGridLayout *grid, int row, int column, const QString &field,
                                const QString &label)
{
    auto *line = new QLineEdit(this);
    line->setObjectName(u"product-"_s % field);
    line->setAccessibleName(label);
    addBox(grid, row, column, field, label)->add(line, 1);
    connect(line, &QLineEdit::textEdited, this, &ProductForm::edited);
    connect(line, &QLineEdit::returnPressed, this, &ProductForm::saveRequested);
    return line;
}

QPlainTextEdit *ProductForm::addText(QGridLayout *grid, int row, int column, const QString &field,
                                     const QString &label)
{
    auto *text = new QPlainTextEdit(this);
    text->setObjectName(u"product-"_s % field);
    text->setAccessibleName(label);
    text->setTabChangesFocus(true);
    addBox(grid, row, column, field, label)->add(text, 1);
    connect(text, &QPlainTextEdit::textChanged, this, &ProductForm::edited);
    return text;
}

void ProductForm::addChecks(QGridLayout *grid, int row)
{
    auto *line = new QHBoxLayout;
    line->setSpacing(20);
    m_needsWindow = new QCheckBox(tr("배송 시간을 골라야 해요"), this);
    m_needsWindow->setObjectName(u"product-needsWindow"_s);
    m_taxFree = new QCheckBox(tr("면세 (생화)"), this);
    m_taxFree->setObjectName(u"product-taxFree"_s);
    for (QCheckBox *check : {m_needsWindow, m_taxFree}) {
        line->addWidget(check);
        connect(check, &QCheckBox::toggled, this, &ProductForm::edited);
    }
    line->addStretch(1);
    grid->addLayout(line, row, 0, 1, 2);
}

void ProductForm::addButtons(QGridLayout *grid, int row)
{
    auto *line = new QHBoxLayout;
    line->setSpacing(8);
    m_unsaved = new QLabel(this);
    m_unsaved->setObjectName(u"productUnsaved"_s);
    m_reset = new QPushButton(tr("되돌리기"), this);
    m_reset->setObjectName(u"productReset"_s);
    m_save = new QPushButton(tr("저장"), this);
    m_save->setObjectName(u"productSave"_s);
    setButtonKind(*m_save, ButtonKind::Primary);
    line->addWidget(m_unsaved, 1);
    line->addWidget(m_reset);
    line->addWidget(m_save);
    grid->addLayout(line, row, 0, 1, 2);
    connect(m_reset, &QPushButton::clicked, this, &ProductForm::resetRequested);
    connect(m_save, &QPushButton::clicked, this, &ProductForm::saveRequested);
}

void ProductForm::show(const Product &product, const QJsonObject &draft)
{
    QJsonObject json = toJson(product);
    for (auto field = draft.begin(); field != draft.end(); ++field)
        json.insert(field.key(), field.value());
    const Product typed = productFromJson(json).value_or(product);
    m_product = product;
    const QSignalBlocker quiet(this);
    const int exponent = product.price.currency.exponent;
    m_price->setValidator(new QRegularExpressionValidator(typedprice::pattern(exponent), m_price));
    m_name->setText(typed.name);
    m_nameEn->setText(typed.nameEn);
    m_price->setText(typed.price.minor == 0 ? QString() : csv::amount(typed.price));
    m_limit->setValue(typed.dailyLimit);
    m_description->setPlainText(typed.description);
    m_descriptionEn->setPlainText(typed.descriptionEn);
    m_needsWindow->setChecked(typed.needsWindow);
    m_taxFree->setChecked(typed.taxFree);
    for (const auto &[name, box] : m_boxes)
        box->say({});
    refresh();
}

QJsonObject ProductForm::changes() const
{
    Product typed = m_product;
    typed.name = m_name->text();
    typed.nameEn = m_nameEn->text();
    typed.price.minor = typedprice::minorOf(m_price->text(), m_product.price.currency.exponent);
    typed.dailyLimit = m_limit->value();
    typed.description = m_description->toPlainText();
    typed.descriptionEn = m_descriptionEn->toPlainText();
    typed.needsWindow = m_needsWindow->isChecked();
    typed.taxFree = m_taxFree->isChecked();
    const QJsonObject before = toJson(m_product);
    const QJsonObject now = toJson(typed);
    QJsonObject changed;
    for (const QLatin1StringView field : productFields()) {
        if (now.value(field) != before.value(field))
            changed.insert(field, now.value(field));
    }
    return changed;
}

void ProductForm::sayRefused(const Refusal &refusal)
{
    const auto found = m_boxes.find(refusal.field);
    FieldBox *box = found == m_boxes.end() ? m_boxes.at(u"name"_s) : found->second;
    box->say(productRefusalText(refusal));
    if (auto *field = findChild<QWidget *>(u"product-"_s % refusal.field))
        field->setFocus(Qt::OtherFocusReason);
}

void ProductForm::focusFirst()
{
    m_name->setFocus(Qt::OtherFocusReason);
}

/// Nothing is saved that does not differ.
void ProductForm::refresh()
{
    const bool unsaved = !changes().isEmpty();
    m_unsaved->setText(unsaved ? tr("● 저장하지 않은 내용이 있어요") : QString());
    m_reset->setEnabled(unsaved);
    m_save->setEnabled(unsaved);
}

void ProductForm::dress()
{
    for (QPlainTextEdit *text : {m_description, m_descriptionEn})
        text->setFixedHeight(qRound(m_theme.scaled(textHeightPx)));
    QPalette warn = m_unsaved->palette();
    warn.setColor(QPalette::WindowText, m_theme.palette().warnFg);
    m_unsaved->setPalette(warn);
}

} // namespace petalpost::desk
