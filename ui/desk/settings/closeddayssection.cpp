// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/desk/settings/closeddayssection.h"

#include "ui/desk/style/theme.h"
#include "ui/desk/words/words.h"

#include <QtWidgets/QDateEdit>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace petalpost::desk {

namespace {

constexpr qreal dayWidthPx = 110;

} // namespace

ClosedDaysSection::ClosedDaysSection(sync::Engine &engine, const Theme &theme, QWidget *parent)
    : ShopSection(tr("휴무일"), engine, theme, parent)
    , m_list(new QVBoxLayout)
    , m_none(new QLabel(tr("정해 둔 휴무일이 없어요."), this))
{
    setObjectName(u"settingsClosedDays"_s);
    auto *list = new QWidget(this);
    list->setLayout(m_list);
    m_list->setContentsMargins(0, 0, 0, 0);
    m_list->setSpacing(6);
    m_list->addWidget(m_none);
    addWide(list);
    m_more = addField({});
    m_more->setObjectName(u"closedMore"_s);
    m_day = new QDateEdit(shop().today(engine.nowMs()).addDays(1), m_more);
    m_day->setObjectName(u"closedDay"_s);
    m_day->setAccessibleName(tr("쉬는 날짜"));
    m_day->setDisplayFormat(u"yyyy-MM-dd"_s);
    m_day->setMinimumDate(shop().today(engine.nowMs()));
    m_reason = new QLineEdit(m_more);
    m_reason->setObjectName(u"closedReason"_s);
    m_reason->setAccessibleName(tr("쉬는 까닭"));
    m_reason->setPlaceholderText(tr("쉬는 까닭 (고객에게 보여요)"));
    auto *add = new QPushButton(tr("휴무일 추가"), m_more);
    add->setObjectName(u"closedAdd"_s);
    add->setAccessibleName(add->text());
    m_more->add(m_day);
    m_more->add(m_reason, 1);
    m_more->add(add);
    connect(add, &QPushButton::clicked, this, &ClosedDaysSection::addDay);
    connect(m_reason, &QLineEdit::returnPressed, this, &ClosedDaysSection::addDay);
    connect(&engine, &sync::Engine::statusChanged, this, &ClosedDaysSection::refresh);
    finish();
}

std::vector<ClosedDay> ClosedDaysSection::coming() const
{
    std::vector<ClosedDay> days = shop().closedDays;
    const QDate today = shop().today(engine().nowMs());
    std::erase_if(days, [&](const ClosedDay &day) { return day.date < today; });
    return days;
}

bool ClosedDaysSection::setDays(FieldBox *box, const std::vector<ClosedDay> &days)
{
    Shop wanted;
    wanted.closedDays = days;
    return change(box, {{u"closedDays"_s, toJson(wanted).value(u"closedDays"_s)}});
}

void ClosedDaysSection::addDay()
{
    std::vector<ClosedDay> days = shop().closedDays;
    const QDate date = m_day->date();
    days.push_back({date, m_reason->text()});
    if (!setDays(m_more, days))
        return;
    m_reason->clear();
    if (const int orders = ordersOn(date); orders > 0)
        m_more->say(tr("그날 이미 받은 주문 %n건은 그대로예요.", nullptr, orders),
                    NoteLabel::Kind::Warning);
}

void ClosedDaysSection::remove(std::size_t row)
{
    const std::vector<ClosedDay> shown = coming();
    if (row >= shown.size())
        return;
    std::vector<ClosedDay> days = shop().closedDays;
    std::erase(days, shown[row]);
    setDays(m_more, days);
}

int ClosedDaysSection::ordersOn(const QDate &date) const
{
    return int(std::ranges::count_if(engine().orders(), [&](const auto &entry) {
        const Order &order = entry.second;
        return order.window && order.window->date == date && order.state != OrderState::Cancelled
               && order.state != OrderState::Expired;
    }));
}

void ClosedDaysSection::addDayRow()
{
    const std::size_t number = m_rows.size();
    auto *box = new FieldBox(theme(), this);
    box->setEnabled(mayChange());
    Row row{box, new QLabel(box), new QLabel(box), new QPushButton(tr("빼기"), box)};
    row.day->setObjectName(u"closedDate-%1"_s.arg(number));
    row.day->setMinimumWidth(qRound(theme().scaled(dayWidthPx)));
    row.reason->setObjectName(u"closedReason-%1"_s.arg(number));
    row.reason->setTextFormat(Qt::PlainText);
    row.remove->setObjectName(u"closedRemove-%1"_s.arg(number));
    setButtonKind(*row.remove, ButtonKind::Quiet);
    box->add(row.day);
    box->add(row.reason, 1);
    box->add(row.remove);
    connect(row.remove, &QPushButton::clicked, this, [this, number] { remove(number); });
    m_list->addWidget(box);
    m_rows.push_back(row);
}

void ClosedDaysSection::refresh()
{
    ShopSection::refresh();
    const std::vector<ClosedDay> days = coming();
    const QDate today = shop().today(engine().nowMs());
    while (m_rows.size() < days.size())
        addDayRow();
    m_none->setVisible(days.empty());
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        const Row &row = m_rows[i];
        row.box->setVisible(i < days.size());
        if (i >= days.size())
            continue;
        row.day->setText(atLineStart(dayRelative(days[i].date, today)));
        row.reason->setText(days[i].reason);
        //: a day, what the button does
        row.remove->setAccessibleName(tr("%1 %2").arg(row.day->text(), row.remove->text()));
    }
}

} // namespace petalpost::desk
