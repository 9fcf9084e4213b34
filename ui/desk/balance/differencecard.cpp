// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/desk/balance/differencecard.h"

#include "ui/desk/balance/balancepresenter.h"
#include "ui/desk/style/theme.h"

#include <QtGui/QPainter>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace petalpost::desk {

namespace {

QLabel *line(QWidget *parent, const char *name)
{
    auto *label = new QLabel(parent);
    label->setObjectName(QString::fromLatin1(name));
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

} // namespace

DifferenceCard::DifferenceCard(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_title(line(this, "differenceTitle"))
    , m_facts(line(this, "differenceFacts"))
    , m_advice(line(this, "differenceAdvice"))
    , m_order(new QPushButton(this))
    , m_repair(new QPushButton(this))
{
    setObjectName(u"differenceCard"_s);
    m_order->setObjectName(u"differenceOrder"_s);
    m_order->setText(tr("주문 열기"));
    m_repair->setObjectName(u"differenceRepair"_s);
    setButtonKind(*m_repair, ButtonKind::Primary);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(18, 12, 14, 12);
    row->setSpacing(8);
    auto *words = new QVBoxLayout;
    words->setSpacing(3);
    for (QLabel *label : {m_title, m_facts, m_advice})
        words->addWidget(label);
    row->addLayout(words, 1);
    row->addSpacing(8);
    row->addWidget(m_order);
    row->addWidget(m_repair);
    connect(m_order, &QPushButton::clicked, this,
            [this] { Q_EMIT orderPressed(m_difference.orderId); });
    connect(m_repair, &QPushButton::clicked, this, [this] { Q_EMIT repairPressed(m_difference); });
    connect(&m_theme, &Theme::changed, this, &DifferenceCard::dress);
    dress();
}

void DifferenceCard::show(const Difference &difference, const QDate &day, const QTimeZone &zone)
{
    m_difference = difference;
    m_title->setText(differenceTitle(difference));
    m_facts->setText(differenceFacts(difference, day, zone));
    m_facts->setVisible(!m_facts->text().isEmpty());
    m_advice->setText(differenceAdvice(difference));
    m_order->setVisible(difference.orderId != 0);
    // A list that could not be read is read again with the whole day.
    m_repair->setVisible(BalancePresenter::isRepairable(difference)
                         || (difference.kind == DifferenceKind::ProviderNotRead
                             && difference.detail != word(ListState::NotInUse)));
    m_repair->setText(repairText(difference));
    const QString text = m_title->text() % u'\n' % m_facts->text() % u'\n' % m_advice->text();
    setAccessibleName(text);
    // Several cards stand in a row: each button says whose it is, and the facts before it.
    m_order->setAccessibleName(m_title->text() % u": "_s % m_order->text());
    m_order->setAccessibleDescription(text);
    m_repair->setAccessibleName(m_title->text() % u": "_s % m_repair->text());
    m_repair->setAccessibleDescription(text);
}

void DifferenceCard::setPressable(bool pressable)
{
    m_repair->setEnabled(pressable);
}

bool DifferenceCard::focusFirst()
{
    for (QPushButton *button : {m_repair, m_order}) {
        if (button->isHidden() || !button->isEnabled())
            continue;
        button->setFocus(Qt::OtherFocusReason);
        return true;
    }
    return false;
}

void DifferenceCard::dress()
{
    const Palette &palette = m_theme.palette();
    m_title->setFont(m_theme.font(TypeRole::CardTitle));
    m_facts->setFont(m_theme.font(TypeRole::Body));
    m_advice->setFont(m_theme.font(TypeRole::Body));
    setInk(*m_title, palette.text);
    setInk(*m_facts, palette.text);
    setInk(*m_advice, palette.text2);
    update();
}

void DifferenceCard::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(m_theme.palette().line, 1));
    painter.setBrush(m_theme.palette().surface);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.palette().warnBar);
    painter.drawRoundedRect(QRectF(1, 10, 4, height() - 20), 2, 2);
}

} // namespace petalpost::desk
