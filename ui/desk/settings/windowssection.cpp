// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/desk/settings/windowssection.h"

#include "core/domain/shopcheck.h"
#include "ui/desk/settings/windowrow.h"

#include <QtWidgets/QPushButton>
#include <QtWidgets/QSpinBox>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>
#include <map>

using namespace Qt::Literals::StringLiterals;

namespace petalpost::desk {

namespace {

constexpr int newMinutes = 120; ///< of a window that is added
constexpr int newCapacity = 10;
constexpr int firstStart = 10 * 60;

QJsonArray wireOf(const std::vector<WindowRule> &windows)
{
    Shop shop;
    shop.windows = windows;
    return toJson(shop).value(u"windows"_s).toArray();
}

bool isToCome(const Order &order, const QDate &today)
{
    return order.window && order.window->date >= today && order.state != OrderState::Cancelled
           && order.state != OrderState::Expired && order.state != OrderState::Delivered;
}

} // namespace

WindowsSection::WindowsSection(sync::Engine &engine, const Theme &theme, QWidget *parent)
    : ShopSection(tr("배송 시간대"), engine, theme, parent)
    , m_list(new QVBoxLayout)
{
    setObjectName(u"settingsWindows"_s);
    auto *list = new QWidget(this);
    list->setLayout(m_list);
    m_list->setContentsMargins(0, 0, 0, 0);
    m_list->setSpacing(8);
    addWide(list);
    m_more = addField({});
    m_more->setObjectName(u"windowsMore"_s);
    m_add = new QPushButton(tr("시간대 추가"), m_more);
    m_add->setObjectName(u"windowAdd"_s);
    m_add->setAccessibleName(m_add->text());
    m_more->add(m_add);
    m_more->addStretch();
    connect(m_add, &QPushButton::clicked, this, &WindowsSection::addWindow);
    addNumber(u"cutOff"_s, tr("주문 마감"), u"cutOffMinutes"_s, {0, shopbounds::cutOffMinutes},
              tr("분 전"));
    addNote(tr("시간대가 시작하기 전, 이만큼 남으면 웹에서 더 받지 않아요."));
    addNumber(u"horizon"_s, tr("예약 가능 기간"), u"horizonDays"_s, {1, shopbounds::horizonDays},
              tr("일 뒤까지"));
    addNumber(u"travel"_s, tr("이동 시간"), u"travelMinutes"_s, {0, shopbounds::warningMinutes},
              tr("분"));
    addNumber(u"softLimit"_s, tr("마감 알림"), u"softMinutes"_s, {0, shopbounds::warningMinutes},
              tr("분 전"));
    addNumber(u"solidLimit"_s, tr("급한 마감 알림"), u"solidMinutes"_s,
              {0, shopbounds::warningMinutes}, tr("분 전"));
    addNote(tr("보드의 카드 색이 바뀌는 때예요."));
    connect(&engine, &sync::Engine::orderChanged, this, &WindowsSection::refresh);
    connect(&engine, &sync::Engine::orderRemoved, this, &WindowsSection::refresh);
    finish();
}

WindowRow *WindowsSection::addWindowRow()
{
    const std::size_t number = m_rows.size();
    auto *row = new WindowRow(int(number), theme(), this);
    row->setEnabled(mayChange());
    m_list->addWidget(row);
    m_rows.push_back(row);
    connect(row, &WindowRow::touched, this,
            [this, number] { setSoon(m_rows[number], [this, number] { set(number); }); });
    connect(row, &WindowRow::finished, this, &WindowsSection::setNow);
    connect(row, &WindowRow::removed, this, [this, number] { remove(number); });
    return row;
}

bool WindowsSection::setWindows(FieldBox *box, const std::vector<WindowRule> &windows)
{
    m_more->say({});
    return change(box, {{u"windows"_s, wireOf(windows)}});
}

bool WindowsSection::isCurrent(FieldBox *box)
{
    if (shop().windows == m_shown)
        return true;
    refresh();
    box->say(tr("그 사이 다른 컴퓨터에서 시간대를 바꿨어요. 다시 골라 주세요."));
    return false;
}

void WindowsSection::set(std::size_t row)
{
    std::vector<WindowRule> windows = shop().windows;
    if (!isCurrent(m_rows[row]) || windows[row] == m_rows[row]->rule())
        return;
    const WindowRule before = windows[row];
    windows[row] = m_rows[row]->rule();
    const WindowRule after = windows[row];
    const bool moved =
        before.startMinute != after.startMinute || before.endMinute != after.endMinute;
    const int left = moved ? ordersIn(before) : 0;
    if (setWindows(m_rows[row], windows) && left > 0)
        m_more->say(tr("이미 받은 주문 %n건은 전에 약속한 시간 그대로예요.", nullptr, left),
                    NoteLabel::Kind::Warning);
}

void WindowsSection::remove(std::size_t row)
{
    setNow();
    std::vector<WindowRule> windows = shop().windows;
    if (!isCurrent(m_more) || row >= windows.size())
        return;
    const int left = ordersIn(windows[row]);
    windows.erase(windows.begin() + std::ptrdiff_t(row));
    if (setWindows(m_more, windows) && left > 0)
        m_more->say(tr("시간대를 뺐어요. 이미 받은 주문 %n건은 그대로예요.", nullptr, left),
                    NoteLabel::Kind::Warning);
}

/// After the last one, or in the first gap that is long enough.
void WindowsSection::addWindow()
{
    setNow();
    std::vector<WindowRule> windows = shop().windows;
    const int capacity = windows.empty() ? newCapacity : windows.back().capacity;
    int start = windows.empty() ? firstStart : windows.back().endMinute;
    if (start + newMinutes > shopbounds::minutesPerDay) {
        start = 0;
        for (const WindowRule &rule : windows) {
            if (rule.startMinute - start >= newMinutes)
                break;
            start = rule.endMinute;
        }
    }
    if (start + newMinutes > shopbounds::minutesPerDay) {
        m_more->say(tr("하루가 꽉 찼어요. 먼저 다른 시간대를 줄여 주세요."));
        return;
    }
    windows.push_back({start, start + newMinutes, capacity});
    setWindows(m_more, windows);
}

int WindowsSection::ordersOnFullestDay(const WindowRule &rule) const
{
    const QDate today = shop().today(engine().nowMs());
    std::map<QDate, int> days;
    int most = 0;
    for (const auto &[id, order] : engine().orders()) {
        const bool same = isToCome(order, today) && order.window->startMinute == rule.startMinute
                          && order.window->endMinute == rule.endMinute;
        if (same)
            most = std::max(most, ++days[order.window->date]);
    }
    return most;
}

int WindowsSection::ordersIn(const WindowRule &rule) const
{
    const QDate today = shop().today(engine().nowMs());
    return int(std::ranges::count_if(engine().orders(), [&](const auto &entry) {
        const Order &order = entry.second;
        return isToCome(order, today) && order.window->startMinute == rule.startMinute
               && order.window->endMinute == rule.endMinute;
    }));
}

/// Rows are filled again, never deleted while one of their fields is being used.
void WindowsSection::refresh()
{
    ShopSection::refresh();
    if (isChoosing())
        return;
    const auto &windows = shop().windows;
    m_shown = windows;
    while (m_rows.size() < windows.size())
        addWindowRow();
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        m_rows[i]->setVisible(i < windows.size());
        if (i < windows.size())
            m_rows[i]->show(windows[i], ordersOnFullestDay(windows[i]));
    }
}

} // namespace petalpost::desk
