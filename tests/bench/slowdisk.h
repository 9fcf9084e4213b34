// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace petalpost::bench {

/// Makes every flush to the disk take \a ms longer in this process, 0 for the disk as it is. A
/// virtual disk often acknowledges a flush from memory; a shop's own drive does not.
void delayFlushes(int ms);

} // namespace petalpost::bench
