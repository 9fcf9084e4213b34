// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/bench/slowdisk.h"

#include <atomic>

#include <sys/syscall.h>
#include <unistd.h>

namespace {

std::atomic<int> delayUs = 0;

int flush(long call, int fd)
{
    const auto status = int(::syscall(call, fd));
    if (const int us = delayUs; us > 0)
        ::usleep(useconds_t(us));
    return status;
}

} // namespace

// The database engine's own calls end here, for the program's symbols come before the C library's.
extern "C" {

int fdatasync(int fd)
{
    return flush(SYS_fdatasync, fd);
}

int fsync(int fd)
{
    return flush(SYS_fsync, fd);
}
}

void petalpost::bench::delayFlushes(int ms)
{
    delayUs = ms * 1000;
}
