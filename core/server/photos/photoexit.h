// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace petalpost::server {

/// How `petalpost-photo` ends. It reads a file from its standard input and writes, as a QDataStream
/// of Qt 6.0: the smaller rendering, the larger one.
enum class PhotoExit {
    Done = 0,
    NoPicture = 2, ///< neither JPEG, PNG nor WebP, or damaged
    TooLarge = 3, ///< more pixels than photobounds, before any was decoded
};

} // namespace petalpost::server
