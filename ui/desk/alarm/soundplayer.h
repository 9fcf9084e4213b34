// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/desk/words/sound.h"

#include <QtCore/QObject>

namespace petalpost::desk {

/// Makes the desk's sounds. Decides nothing: whoever calls play() has a reason.
class SoundPlayer : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    virtual void play(petalpost::desk::Sound sound) = 0;
    /// False once it is known that nobody hears anything but perhaps the terminal's beep.
    virtual bool isAudible() const = 0;

Q_SIGNALS:
    void audibleChanged(bool audible);
};

} // namespace petalpost::desk
