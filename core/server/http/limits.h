// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace petalpost::http {

/// The bounds of the HTTP server. Every one is tested; sizes are bytes, times milliseconds.
namespace limits {
inline constexpr qint64 headerBytes = 16 * 1024; ///< request line and headers together
inline constexpr qint64 jsonBodyBytes = 64 * 1024; ///< the body of a route without own limit
inline constexpr qint64 photoBodyBytes = 5 * 1024 * 1024; ///< for routes that take a picture
inline constexpr int headerMs = 10'000; ///< until the headers are complete
inline constexpr int bodyMs = 60'000; ///< from the headers to the body's end
inline constexpr int handlerMs = 30'000; ///< until the handler has answered
inline constexpr int replyMs = 300'000; ///< until the client has read the answer
inline constexpr int idleMs = 30'000; ///< between two requests
inline constexpr int drainMs = 10'000; ///< shutdown() waits for running requests
inline constexpr int lingerMs = 5'000; ///< reading on after an early refusal
inline constexpr qint64 lingerBytes = 16 * 1024 * 1024; ///< the same, in bytes
inline constexpr int connections = 4'000;
inline constexpr int connectionsPerAddress = 64;
inline constexpr int eventStreams = 64;
inline constexpr qint64 eventStreamBufferBytes = 256 * 1024;
inline constexpr int heartbeatMs = 15'000;
inline constexpr int queryFields = 64;
inline constexpr int formFields = 64;
inline constexpr int pathSegments = 16;
} // namespace limits

/// What one server is held to: the constants above, which tests and the configuration may lower.
struct Limits
{
    qint64 headerBytes = limits::headerBytes;
    int headerMs = limits::headerMs;
    int bodyMs = limits::bodyMs;
    int handlerMs = limits::handlerMs;
    int replyMs = limits::replyMs;
    int idleMs = limits::idleMs;
    int drainMs = limits::drainMs;
    int lingerMs = limits::lingerMs;
    qint64 lingerBytes = limits::lingerBytes;
    int connections = limits::connections;
    int connectionsPerAddress = limits::connectionsPerAddress;
    int eventStreams = limits::eventStreams;
    qint64 eventStreamBufferBytes = limits::eventStreamBufferBytes;
    int heartbeatMs = limits::heartbeatMs;
};

} // namespace petalpost::http
