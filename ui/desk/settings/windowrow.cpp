// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/desk/settings/windowrow.h"

#include "core/domain/shopcheck.h"
#include "ui/desk/settings/timefield.h"
#include "ui/desk/style/theme.h"

#include <QtCore/QSignalBlocker>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QSpinBox>

using namespace Qt::Literals::StringLiterals;

namespace petalpost::desk {

WindowRow::WindowRow(int number, const Theme &theme, QWidget *parent)
    : FieldBox(theme, parent)
    , m_start(newTimeField(u"windowStart-%1"_s.arg(number), tr("시작"), this))
    , m_end(newTimeField(u"windowEnd-%1"_s.arg(number), tr("끝"), this))
    , m_capacity(new QSpinBox(this))
    , m_orders(new QLabel(this))
    , m_remove(new QPushButton(tr("빼기"), this))
{
    setObjectName(u"windowRow-%1"_s.arg(number));
    m_capacity->setObjectName(u"windowCapacity-%1"_s.arg(number));
    m_capacity->setAccessibleName(tr("받을 주문 수"));
    m_capacity->setRange(0, shopbounds::capacity);
    m_capacity->setSuffix(tr("건"));
    m_capacity->setKeyboardTracking(false);
    m_orders->setObjectName(u"windowOrders-%1"_s.arg(number));
    m_remove->setObjectName(u"windowRemove-%1"_s.arg(number));
    setButtonKind(*m_remove, ButtonKind::Quiet);
    add(m_start);
    add(new QLabel(u"–"_s, this));
    add(m_end);
    add(m_capacity);
    add(m_orders, 1);
    add(m_remove);
    for (QTimeEdit *field : {m_start, m_end}) {
        connect(field, &QTimeEdit::timeChanged, this, &WindowRow::touched);
        connect(field, &QTimeEdit::editingFinished, this, &WindowRow::finished);
    }
    connect(m_capacity, &QSpinBox::valueChanged, this, &WindowRow::touched);
    connect(m_capacity, &QSpinBox::editingFinished, this, &WindowRow::finished);
    connect(m_remove, &QPushButton::clicked, this, &WindowRow::removed);
}

void WindowRow::show(const WindowRule &rule, int mostOrders)
{
    setMinute(*m_start, rule.startMinute);
    setMinute(*m_end, rule.endMinute);
    const QSignalBlocker quiet(m_capacity);
    m_capacity->setValue(rule.capacity);
    if (mostOrders == 0)
        m_orders->clear();
    else if (mostOrders >= rule.capacity)
        m_orders->setText(tr("가장 많은 날 %1건 · 마감").arg(mostOrders));
    else
        m_orders->setText(tr("가장 많은 날 %1건").arg(mostOrders));
    const QString window = clockText(rule.startMinute) % u'–' % clockText(rule.endMinute);
    //: a stretch of time, what the button does
    m_remove->setAccessibleName(tr("%1 %2").arg(window, m_remove->text()));
}

WindowRule WindowRow::rule() const
{
    return {minuteOf(*m_start, false), minuteOf(*m_end, true), m_capacity->value()};
}

} // namespace petalpost::desk
