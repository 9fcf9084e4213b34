// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/desk/settings/timefield.h"

#include <QtCore/QSignalBlocker>

using namespace Qt::Literals::StringLiterals;

namespace petalpost::desk {

namespace {

constexpr int minutesPerDay = 24 * 60;

} // namespace

QTimeEdit *newTimeField(const QString &name, const QString &title, QWidget *parent)
{
    auto *field = new QTimeEdit(parent);
    field->setObjectName(name);
    field->setAccessibleName(title);
    field->setDisplayFormat(u"HH:mm"_s);
    field->setWrapping(true);
    field->setKeyboardTracking(false);
    return field;
}

int minuteOf(const QTimeEdit &field, bool end)
{
    const int minute = field.time().hour() * 60 + field.time().minute();
    return end && minute == 0 ? minutesPerDay : minute;
}

void setMinute(QTimeEdit &field, int minute)
{
    const QSignalBlocker quiet(&field);
    field.setTime(QTime((minute % minutesPerDay) / 60, minute % 60));
}

} // namespace petalpost::desk
