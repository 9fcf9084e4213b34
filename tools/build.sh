# SPDX-FileCopyrightText: 2026 The Petalpost authors
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=sh
#
# Configuring and building. A part of ./dev.

# configure PRESET
configure() {
    step "configuring ($1)"
    mkdir -p build/logs
    log=build/logs/configure-$1.log
    # A second clone finds what the first has compiled.
    # shellcheck disable=SC2154 # set by ./dev
    export CCACHE_BASEDIR="$root" CCACHE_NOHASHDIR=1
    if ! cmake --preset "$1" >"$log" 2>&1; then
        cat "$log" >&2
        die "configuring failed; the lines above say why"
    fi
}

# build PRESET [TARGET…]
build() {
    preset=$1
    shift
    configure "$preset"
    step "building ($preset)"
    if [ $# -gt 0 ]; then
        set -- --target "$@"
    fi
    NINJA_STATUS='[%f/%t, %es] ' cmake --build --preset "$preset" "$@" -j"$(nproc)" \
        || die "building failed; the lines above say why"
}
