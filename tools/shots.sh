# SPDX-FileCopyrightText: 2026 The Petalpost authors
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=sh
#
# ./dev shots: pictures of every screen of the desk and every page of the shop. A part of ./dev.

command_shots() {
    [ $# -eq 0 ] || die "shots takes no arguments"
    install_packages build run test
    install_browser_test
    build ci petalpost_deskshots petalpost_stillshop
    step "drawing the desk"
    rm -rf build/shots/desk
    QT_QPA_PLATFORM=offscreen LC_ALL=C.UTF-8 TZ=UTC build/ci/bin/petalpost_deskshots build/shots/desk
    step "drawing the shop"
    node tests/web/shots.js build/shots
    note "$(find build/shots/desk build/shots/web -name '*.png' | wc -l) pictures: build/shots/index.html"
}
