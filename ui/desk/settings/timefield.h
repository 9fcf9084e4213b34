// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtWidgets/QTimeEdit>

namespace petalpost::desk {

/// A field for a time of the day, in hours and minutes.
QTimeEdit *newTimeField(const QString &name, const QString &title, QWidget *parent);
/// Minutes of the day; midnight is the day's end, 1440, when \a end.
int minuteOf(const QTimeEdit &field, bool end);
/// Shows \a minute without a signal.
void setMinute(QTimeEdit &field, int minute);

} // namespace petalpost::desk
