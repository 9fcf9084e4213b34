// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/desk/order/windowpicker.h"

#include "ui/desk/words/words.h"

#include <QtCore/QSignalBlocker>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QHBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace petalpost::desk {

namespace {

constexpr int boxHeightPx = 34;

} // namespace

WindowPicker::WindowPicker(WindowFacts facts, int daysAhead, const QString &name, QWidget *parent)
    : QWidget(parent)
    , m_facts(std::move(facts))
    , m_day(new QComboBox(this))
    , m_window(new QComboBox(this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    m_day->setObjectName(name % u"Day"_s);
    m_day->setAccessibleName(tr("배송일"));
    m_window->setObjectName(name % u"Window"_s);
    m_window->setAccessibleName(tr("배송 시간대"));
    for (QComboBox *box : {m_day, m_window}) {
        box->setMinimumHeight(boxHeightPx);
        row->addWidget(box, 1);
    }
    const QDate today = m_facts.shop.today(m_facts.nowMs);
    for (int ahead = 0; ahead < daysAhead; ++ahead) {
        const QDate day = today.addDays(ahead);
        const QString text = atLineStart(dayRelative(day, today));
        m_day->addItem(m_facts.shop.closedReason(day) ? tr("%1 · 쉬는 날").arg(text) : text, day);
    }
    fillWindows();
    connect(m_day, &QComboBox::currentIndexChanged, this, [this] {
        fillWindows();
        Q_EMIT changed();
    });
    connect(m_window, &QComboBox::currentIndexChanged, this, &WindowPicker::changed);
}

void WindowPicker::startWith(const std::optional<DeliveryWindow> &present)
{
    const QSignalBlocker days(m_day);
    m_present = present;
    if (!present) {
        m_day->insertItem(0, tr("시간 없음"));
        m_day->setCurrentIndex(0);
    } else if (const int known = m_day->findData(present->date); known >= 0) {
        m_day->setCurrentIndex(known);
    } else {
        const QDate today = m_facts.shop.today(m_facts.nowMs);
        const int place = present->date < today ? 0 : m_day->count();
        m_day->insertItem(place, atLineStart(dayRelative(present->date, today)), present->date);
        m_day->setCurrentIndex(place);
    }
    fillWindows();
}

void WindowPicker::fillWindows()
{
    const QSignalBlocker windows(m_window);
    m_window->clear();
    const QDate day = m_day->currentData().toDate();
    const auto add = [this](const DeliveryWindow &window, bool full) {
        const QString text = windowShort(window);
        m_window->addItem(full ? tr("%1 · 자리 없음").arg(text) : text, window.key());
    };
    for (const WindowRule &rule : m_facts.shop.windows) {
        const DeliveryWindow window{day, rule.startMinute, rule.endMinute};
        if (window == m_present)
            add(window, false);
        else if (day.isValid() && checkOwnWindow(m_facts.shop, window, m_facts.nowMs))
            add(window, takenBeyond(window) > 0);
    }
    if (m_present && m_present->date == day) {
        if (m_window->findData(m_present->key()) < 0)
            add(*m_present, false);
        m_window->setCurrentIndex(m_window->findData(m_present->key()));
    }
    m_window->setVisible(day.isValid());
}

int WindowPicker::takenBeyond(const DeliveryWindow &window) const
{
    const WindowRule *rule = m_facts.shop.ruleFor(window);
    const auto taken = m_facts.taken.find(window.key());
    const bool full = rule && taken != m_facts.taken.end() && taken->second >= rule->capacity;
    return full ? taken->second : 0;
}

std::optional<DeliveryWindow> WindowPicker::window() const
{
    return DeliveryWindow::fromKey(m_window->currentData().toString());
}

bool WindowPicker::isDayOver() const
{
    return m_day->currentData().toDate().isValid() && m_window->count() == 0;
}

int WindowPicker::takenBeyond() const
{
    const auto chosen = window();
    return !chosen || chosen == m_present ? 0 : takenBeyond(*chosen);
}

int WindowPicker::capacity() const
{
    const auto chosen = window();
    const WindowRule *rule = chosen ? m_facts.shop.ruleFor(*chosen) : nullptr;
    return rule ? rule->capacity : 0;
}

} // namespace petalpost::desk
