# SPDX-FileCopyrightText: 2026 The Petalpost authors
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=sh
#
# What a machine needs, and how it gets there. A part of ./dev.

package_list=packaging/debian-packages.txt

# listed SECTION… prints the packages of these sections, one a line.
listed() {
    for section in "$@"; do
        awk -v want="[$section]" '
            { sub(/#.*/, ""); gsub(/[ \t\r]/, "") }
            /^\[/ { here = ($0 == want); next }
            here && $0 != "" { print }' "$package_list"
    done
}

# node_package_wanted PACKAGE: Debian's npm clashes with a node from elsewhere, so both packages
# stay out where a good node is there already; npm alone may still complete Debian's own node.
node_package_wanted() {
    major=$(node -p 'process.versions.node.split(".")[0]' 2>/dev/null) || return 0
    [ "$major" -ge 18 ] || return 0
    [ "$1" = npm ] || return 1
    command -v npm >/dev/null 2>&1 && return 1
    case $(dpkg-query -W -f='${Version}' nodejs 2>/dev/null) in
        *dfsg*) return 0 ;;
    esac
    die "node is here but npm is not; install the npm that belongs to this node, then run again"
}

missing_packages() {
    for package in $(listed "$@"); do
        case $package in
            nodejs | npm) node_package_wanted "$package" || continue ;;
        esac
        state=$(dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null) || state=absent
        [ "$state" = installed ] || printf '%s\n' "$package"
    done
}

install_packages() {
    if ! command -v dpkg-query >/dev/null 2>&1; then
        note "no dpkg on this machine: please install what $package_list lists by its own means"
        return 0
    fi
    missing=$(missing_packages "$@") || exit 1
    [ -n "$missing" ] || return 0
    missing=$(printf '%s' "$missing" | tr '\n' ' ')

    as_root=
    if [ "$(id -u)" -ne 0 ]; then
        command -v sudo >/dev/null 2>&1 || die "packages are missing and there is no sudo. As root, run
    apt-get update && apt-get install --no-install-recommends $missing
and then this command again."
        as_root=sudo
    fi
    step "installing packages: $missing"
    # The words of $missing are meant to split.
    # shellcheck disable=SC2086
    {
        $as_root apt-get -q -o Acquire::Retries=3 update
        $as_root env DEBIAN_FRONTEND=noninteractive apt-get -q -y --no-install-recommends \
            -o Acquire::Retries=3 -o DPkg::Lock::Timeout=300 install $missing
    }
}

# install_npm DIR WHOSE
install_npm() {
    [ -f "$1/package-lock.json" ] || return 0
    # npm leaves this file behind when it has finished.
    done_mark=$1/node_modules/.package-lock.json
    if [ -f "$done_mark" ] && [ -n "$(find "$done_mark" -newer "$1/package-lock.json")" ]; then
        return 0
    fi
    step "installing the packages of $2"
    (cd "$1" && npm ci --no-audit --no-fund)
}

install_browser_test() {
    install_npm tests/web "the browser test"
}

# 95 MB that are of use only where Stripe's OpenAPI description lies beside the tree.
install_stripe_check() {
    for spec in ../shared/specs/stripe_openapi*.json; do
        [ ! -f "$spec" ] || install_npm tests/steady "the check against Stripe's description"
        return 0
    done
}
