// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/desk/words/sound.h"

#include <QtCore/QCoreApplication>

namespace petalpost::desk {

namespace {

struct SoundWords
{
    Q_DECLARE_TR_FUNCTIONS(SoundWords)
};

} // namespace

QString soundName(Sound sound)
{
    switch (sound) {
    case Sound::NewOrder:
        return SoundWords::tr("새 주문");
    case Sound::Cancelled:
        return SoundWords::tr("고객 취소");
    case Sound::Offline:
        return SoundWords::tr("오프라인");
    case Sound::Late:
        return SoundWords::tr("마감 지남");
    }
    Q_UNREACHABLE();
}

} // namespace petalpost::desk
