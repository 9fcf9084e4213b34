#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Petalpost authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# usage: install.sh PACKAGE_DIR
#
# Installs both packages into a fresh minimal Debian 12 that has no build tools, starts the server as
# its unit would, orders, and looks whether the desk's window shows it. Needs root. The machine's own
# package sources and certificates are used there too.
set -eu

packages=$(cd "$1" && pwd -P)
here=$(cd "$(dirname "$0")" && pwd -P)
suite=bookworm
port=18080
ready_deadline_s=60
window_deadline_s=60

step() { printf '==> %s\n' "$*"; }
fail() { printf 'package test: %s\n' "$*" >&2; exit 1; }

[ "$(id -u)" -eq 0 ] || fail "run me as root: a fresh Debian is made by debootstrap"
export LC_ALL=C.UTF-8

work=$(mktemp -d /var/tmp/petalpost-package.XXXXXX)
root=$work/root
server=''
desk=''

stop() { [ -z "$1" ] || { kill "$1" 2>/dev/null || :; wait "$1" 2>/dev/null || :; }; }

clean_up() {
    status=$?
    trap - EXIT
    stop "$desk"
    stop "$server"
    for mounted in dev/shm proc; do
        mountpoint -q "$root/$mounted" && umount "$root/$mounted"
    done
    if mountpoint -q "$root/proc"; then
        echo "package test: $root is still mounted, so it is left there" >&2
    else
        rm -rf "$work"
    fi
    exit "$status"
}
trap clean_up EXIT
trap 'exit 130' INT
trap 'exit 143' TERM HUP

inside() { chroot "$root" "$@"; }

inside_apt() {
    inside env DEBIAN_FRONTEND=noninteractive apt-get -q -y --no-install-recommends "$@" \
        >>"$work/apt.log" 2>&1
}

install_failed() {
    tail -n 20 "$work/apt.log" >&2
    fail "apt in the fresh Debian failed; its last lines are above"
}

# await SECONDS COMMAND…: until the command succeeds.
await() {
    turns=$(($1 * 5))
    shift
    until "$@" >/dev/null 2>&1; do
        turns=$((turns - 1))
        [ "$turns" -gt 0 ] || return 1
        sleep 0.2
    done
}

# apt fills these names in, not the shell.
# shellcheck disable=SC2016
mirror=$(apt-get indextargets --format '$(SITE) $(RELEASE) $(COMPONENT)' 'Created-By: Packages' \
    | awk -v suite="$suite" '$2 == suite && $3 == "main" { print $1; exit }')
[ -n "$mirror" ] || fail "this machine's package sources name no mirror of $suite"

step "making a fresh Debian 12"
debootstrap --variant=minbase --include=ca-certificates "$suite" "$root" "$mirror" \
    >"$work/debootstrap.log" 2>&1 || { tail -n 20 "$work/debootstrap.log" >&2; fail "debootstrap failed"; }
mkdir -p "$root/dev/shm"
mount -t proc proc "$root/proc"
mount -t tmpfs tmpfs "$root/dev/shm"
printf '127.0.0.1 localhost\n' >"$root/etc/hosts"
cp /etc/resolv.conf "$root/etc/resolv.conf" 2>/dev/null || :
# Nothing is started by an installation in here, as in any image that is being built.
printf '#!/bin/sh\nexit 101\n' >"$root/usr/sbin/policy-rc.d"
chmod 755 "$root/usr/sbin/policy-rc.d"

step "installing the packages"
mkdir "$root/packages"
cp "$packages"/*.deb "$root/packages/"
inside apt-get -q update >"$work/apt.log" 2>&1 || install_failed
set -- "$root"/packages/*.deb
[ $# -eq 2 ] || fail "$packages holds $# packages and not two"
inside_apt install "${1#"$root"}" "${2#"$root"}" || install_failed
for tool in g++ cmake moc; do
    ! inside sh -c "command -v $tool" >/dev/null || fail "$tool came along: not a clean machine"
done
inside dpkg --audit | grep . && fail "dpkg is not content"
[ "$(inside stat -c '%U %a' /var/lib/petalpost)" = "petalpost 700" ] || fail "/var/lib/petalpost is not private"
[ "$(inside stat -c '%U:%G %a' /etc/petalpost/server.conf)" = "root:petalpost 640" ] \
    || fail "/etc/petalpost/server.conf is not private"

# What the customer and the florist bring along.
inside_apt install curl xauth xdotool xvfb || install_failed

step "starting the server"
# The unit's own command line, as its user; and the demo shop, so that there is something to order.
start=$(sed -n 's/^ExecStart=//p' "$root/lib/systemd/system/petalpostd.service")
# The words of the command line are meant to split.
# shellcheck disable=SC2086
chroot --userspec=petalpost:petalpost "$root" $start --listen "127.0.0.1:$port" --demo \
    >"$work/server.log" 2>&1 &
server=$!
await "$ready_deadline_s" grep -q '^ready ' "$work/server.log" \
    || { cat "$work/server.log" >&2; fail "the server did not become ready"; }

step "ordering"
inside curl -fsS --max-time 10 -H 'Content-Type: application/json' \
    -d '{"flowerName":"Rose","qty":1,"address":"seoul","customerName":"lee","phoneNumber":"01012341234"}' \
    "http://127.0.0.1:$port/orders" | grep -q '"status":"paid"' || fail "the order was not taken"

step "keeping a photo"
install -m 0644 "$here/../../resources/demo/pictures/peony-720.webp" "$root/run/photo.webp"
inside curl -fsS --max-time 20 -H "Authorization: Bearer $(cat "$root/var/lib/petalpost/owner.token")" \
    -H 'Content-Type: image/webp' --data-binary @/run/photo.webp "http://127.0.0.1:$port/photos" \
    | grep -q '"id":"[0-9a-f]\{64\}"' || fail "the photo was not kept"

step "looking at the desk"
inside useradd --create-home florist
install -d -m 0700 -o "$(inside id -u florist)" "$root/run/florist"
install -m 0600 -o "$(inside id -u florist)" "$root/var/lib/petalpost/owner.token" "$root/home/florist/token"
# The inner shell fills in its own home directory.
# shellcheck disable=SC2016
chroot --userspec=florist "$root" env HOME=/home/florist XDG_RUNTIME_DIR=/run/florist LC_ALL=C.UTF-8 \
    xvfb-run --auto-servernum --server-args='-screen 0 1366x768x24' sh -c '
        petalpost --server "http://127.0.0.1:'"$port"'" --token-file ~/token --lang en &
        desk=$!
        trap "kill $desk" EXIT
        timeout '"$window_deadline_s"' xdotool search --sync --onlyvisible --name "New order" >~/window
        petalpost --server "http://127.0.0.1:'"$port"'" --token-file ~/token --lang en --data ~/picture \
            --size 1366x768 --screenshot ~/desk.png' \
    >"$work/desk.log" 2>&1 || { cat "$work/desk.log" >&2; fail "the desk does not show the order"; }
grep -q '^[0-9]' "$root/home/florist/window" || fail "no window names the new order"
mkdir -p "$here/../../build/shots"
cp "$root/home/florist/desk.png" "$here/../../build/shots/package-desk.png"

step "removing the packages"
stop "$server"
server=''
inside_apt purge petalpost petalpost-server || install_failed
[ -f "$root/var/lib/petalpost/petalpost.db" ] || fail "purging the server deleted the orders"
step "the packages are fit"
