// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// Makes the compiled-in sounds (:/sounds) available; safe to call repeatedly. At global scope
/// because Q_INIT_RESOURCE does not work inside a namespace.
void initSoundResources();
