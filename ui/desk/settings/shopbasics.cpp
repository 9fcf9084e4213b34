// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/desk/settings/shopbasics.h"

#include "ui/desk/settings/timefield.h"
#include "ui/desk/style/theme.h"
#include "ui/desk/words/words.h"

#include <QtCore/QLocale>
#include <QtCore/QSignalBlocker>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QTimeEdit>

#include <algorithm>
#include <limits>

using namespace Qt::Literals::StringLiterals;

namespace petalpost::desk {

namespace {

constexpr qint64 minuteMs = 60'000;
constexpr int usualOpens = 9 * 60;
constexpr int usualCloses = 20 * 60;

} // namespace

ShopBasics::ShopBasics(sync::Engine &engine, const Theme &theme, QWidget *parent)
    : ShopSection(tr("가게·영업시간"), engine, theme, parent)
{
    setObjectName(u"settingsShop"_s);
    addPause();
    addText(u"shopName"_s, tr("가게 이름"), u"name"_s);
    addText(u"shopNameEn"_s, tr("영어 이름"), u"nameEn"_s);
    addText(u"shopPhone"_s, tr("전화번호"), u"phone"_s);
    addHours();
    addWeeklyDay();
    finish();
}

void ShopBasics::addPause()
{
    m_pause = addField(tr("주문 받기"));
    m_pause->setObjectName(u"pauseRow"_s);
    m_paused = new QLabel(m_pause);
    m_paused->setObjectName(u"pauseState"_s);
    m_pause->add(m_paused);
    const std::pair<QString, QString> lengths[] = {
        {u"pause30"_s, tr("30분 쉬기")},
        {u"pause60"_s, tr("1시간 쉬기")},
        {u"pauseDay"_s, tr("오늘 끝까지 쉬기")},
    };
    for (const auto &[name, text] : lengths) {
        auto *button = new QPushButton(text, m_pause);
        button->setObjectName(name);
        button->setAccessibleName(text);
        m_pause->add(button);
        m_lengths.push_back(button);
    }
    m_resume = new QPushButton(tr("다시 받기"), m_pause);
    m_resume->setObjectName(u"pauseEnd"_s);
    m_resume->setAccessibleName(m_resume->text());
    m_pause->add(m_resume);
    m_pause->addStretch();
    m_reason = addText(u"pauseReason"_s, tr("쉬는 까닭"), u"pauseReason"_s);
    m_reason->setPlaceholderText(tr("쉬는 동안 고객에게 보여요"));
    connect(m_lengths[0], &QPushButton::clicked, this,
            [this] { pause(engine().nowMs() + 30 * minuteMs); });
    connect(m_lengths[1], &QPushButton::clicked, this,
            [this] { pause(engine().nowMs() + 60 * minuteMs); });
    connect(m_lengths[2], &QPushButton::clicked, this, [this] { pause(endOfDayMs()); });
    connect(m_resume, &QPushButton::clicked, this, [this] { pause(0); });
    m_pauseEnd.setSingleShot(true);
    connect(&m_pauseEnd, &QTimer::timeout, this, &ShopBasics::refreshPause);
    connect(&engine(), &sync::Engine::statusChanged, this, &ShopBasics::refreshPause);
}

void ShopBasics::pause(qint64 untilMs)
{
    change(m_pause, {{u"pausedUntilMs"_s, untilMs}});
}

qint64 ShopBasics::endOfDayMs() const
{
    const QDate tomorrow = shop().today(engine().nowMs()).addDays(1);
    return tomorrow.startOfDay(shop().zone).toMSecsSinceEpoch();
}

void ShopBasics::addHours()
{
    FieldBox *box = addField(tr("영업시간"));
    m_opens = newTimeField(u"opens"_s, tr("여는 시각"), box);
    m_closes = newTimeField(u"closes"_s, tr("닫는 시각"), box);
    m_followed = new QCheckBox(tr("배송 시간대에 맞추기"), box);
    m_followed->setObjectName(u"hoursFollowed"_s);
    m_followed->setAccessibleName(m_followed->text());
    box->add(m_opens);
    box->add(new QLabel(u"–"_s, box));
    box->add(m_closes);
    box->add(m_followed);
    box->addStretch();
    const auto set = [this, box] {
        const int opens = minuteOf(*m_opens, false);
        const int closes = minuteOf(*m_closes, true);
        if (opens != shop().opensMinute || closes != shop().closesMinute)
            change(box, {{u"opensMinute"_s, opens}, {u"closesMinute"_s, closes}});
    };
    for (QTimeEdit *edit : {m_opens, m_closes}) {
        connect(edit, &QTimeEdit::timeChanged, this, [this, box, set] { setSoon(box, set); });
        connect(edit, &QTimeEdit::editingFinished, this, &ShopBasics::setNow);
    }
    connect(m_followed, &QCheckBox::clicked, this, [this, box](bool followed) {
        change(box, {{u"opensMinute"_s, followed ? 0 : usualOpens},
                     {u"closesMinute"_s, followed ? 0 : usualCloses}});
    });
}

void ShopBasics::addWeeklyDay()
{
    FieldBox *box = addField(tr("매주 쉬는 요일"));
    m_weekly = new QComboBox(box);
    m_weekly->setObjectName(u"weeklyClosed"_s);
    m_weekly->setAccessibleName(tr("매주 쉬는 요일"));
    m_weekly->addItem(tr("없음"), 0);
    const QLocale locale(speaksKorean() ? QLocale::Korean : QLocale::English);
    for (int day = Qt::Monday; day <= Qt::Sunday; ++day)
        m_weekly->addItem(locale.standaloneDayName(day), day);
    box->add(m_weekly);
    box->addStretch();
    connect(m_weekly, &QComboBox::activated, this, [this, box] {
        change(box, {{u"weeklyClosedDay"_s, m_weekly->currentData().toInt()}});
    });
}

void ShopBasics::refresh()
{
    ShopSection::refresh();
    const bool followed = shop().closesMinute <= shop().opensMinute;
    m_followed->setChecked(followed);
    for (QWidget *edit : {m_opens, m_closes})
        edit->setEnabled(mayChange() && !followed);
    if (!isChoosing()) {
        setMinute(*m_opens, followed ? usualOpens : shop().opensMinute);
        setMinute(*m_closes, followed ? usualCloses : shop().closesMinute);
    }
    m_weekly->setCurrentIndex(m_weekly->findData(shop().weeklyClosedDay));
    refreshPause();
}

void ShopBasics::refreshPause()
{
    const qint64 nowMs = engine().nowMs();
    const bool paused = shop().isPausedAt(nowMs);
    const QString until = clockTime(shop().pausedUntilMs, shop().zone);
    m_paused->setText(paused ? tr("쉬는 중 · %1까지").arg(until) : tr("받는 중"));
    for (QPushButton *button : m_lengths)
        button->setVisible(!paused);
    m_resume->setVisible(paused);
    if (paused)
        m_pauseEnd.start(
            int(std::min<qint64>(shop().pausedUntilMs - nowMs, std::numeric_limits<int>::max())));
}

} // namespace petalpost::desk
