// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/alarm/resources.h"

#include <QtGlobal>

void initSoundResources()
{
    Q_INIT_RESOURCE(sounds);
}
