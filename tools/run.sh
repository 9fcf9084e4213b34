# SPDX-FileCopyrightText: 2026 The Petalpost authors
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=sh
#
# ./dev run: the server and the desk, started, watched and ended together. A part of ./dev.
# shellcheck disable=SC2154 # root and called_from are set by ./dev

ready_deadline_s=30
stop_deadline_s=20

server=
desk=

# A child that has ended but was not waited for yet answers kill -0, so its state is asked too.
alive() {
    [ -n "$1" ] && kill -0 "$1" 2>/dev/null \
        && ! grep -q '^State:[[:space:]]*Z' "/proc/$1/status" 2>/dev/null
}

# await PID SECONDS: waits for a child's end; false when it is still there after that time.
await() {
    turns=$(($2 * 10))
    while alive "$1" && [ "$turns" -gt 0 ]; do
        sleep 0.1 || :
        turns=$((turns - 1))
    done
    ! alive "$1"
}

# end NAME PID: asks a child to end, insists when it does not, and collects it.
end() {
    if alive "$2"; then
        kill -TERM "$2" 2>/dev/null || :
        if ! await "$2" "$stop_deadline_s"; then
            note "$1 did not end within $stop_deadline_s s; killing it"
            kill -KILL "$2" 2>/dev/null || :
        fi
    fi
    wait "$2" 2>/dev/null || :
}

on_exit() {
    status=$?
    trap - EXIT
    trap '' INT TERM HUP
    if [ -n "$server$desk" ]; then
        step "stopping"
        [ -z "$desk" ] || end "the desk" "$desk"
        [ -z "$server" ] || end "the server" "$server"
        step "stopped"
    fi
    exit "$status"
}

# port_taken PORT: somebody listens there on 127.0.0.1 or on every address. Asked of the kernel,
# because a minimal machine has no tool for it.
port_taken() {
    cat /proc/net/tcp /proc/net/tcp6 2>/dev/null | awk -v port="$(printf '%04X' "$1")" '
        $4 == "0A" {
            split($2, at, ":")
            if (at[2] == port && (at[1] ~ /^0+$/ || at[1] ~ /0100007F$/)) taken = 1
        }
        END { exit !taken }'
}

check_port() {
    ! port_taken "$1" \
        || die "port $1 is in use. Stop what listens there, or choose another: ./dev run --port $(($1 + 1))"
}

# check_deletable DIR: --fresh deletes a data directory or an empty one, and nothing else.
check_deletable() {
    [ -e "$1" ] || return 0
    [ -d "$1" ] || die "--fresh: $1 is not a directory"
    case $root/ in
        "$1"/*) die "--fresh: refusing to delete $1, it holds this project" ;;
    esac
    if [ "$1" = / ] || [ "$1" = "$(readlink -f "${HOME:-/}")" ] || [ -e "$1/.git" ]; then
        die "--fresh: refusing to delete $1"
    fi
    if [ ! -f "$1/petalpost.db" ] && [ -n "$(ls -A "$1")" ]; then
        die "--fresh: $1 is not empty and holds no petalpost.db, so it is left alone"
    fi
    if find /proc/[0-9]*/fd -maxdepth 1 -lname "$1/petalpost.db" 2>/dev/null | grep -q .; then
        die "--fresh: a running program has $1/petalpost.db open; stop it first"
    fi
}

start_server() {
    step "starting the server"
    mkdir -p "$data"
    server_log=build/logs/petalpostd-$port.log
    : >"$server_log"
    build/release/bin/petalpostd serve --data "$data" --listen "127.0.0.1:$port" --demo \
        >>"$server_log" 2>&1 &
    server=$!

    turns=$((ready_deadline_s * 10))
    until url=$(sed -n 's/^ready //p' "$server_log" | head -n 1) && [ -n "$url" ]; do
        if ! alive "$server"; then
            tail -n 20 "$server_log" >&2
            server_status=0
            wait "$server" || server_status=$?
            server=
            die "the server ended before it was ready (exit $server_status); its last lines are above"
        fi
        if [ "$turns" -le 0 ]; then
            tail -n 20 "$server_log" >&2
            die "the server was not ready after $ready_deadline_s s; its last lines are above"
        fi
        sleep 0.1 || :
        turns=$((turns - 1))
    done
}

start_desk() {
    step "opening the desk"
    desk_log=build/logs/petalpost-$port.log
    build/release/bin/petalpost --server "http://127.0.0.1:$port" --token-file "$data/owner.token" \
        --data "$data/desk" >"$desk_log" 2>&1 &
    desk=$!
}

# Looks after both programs: the server's end ends everything, the desk's does not.
watch_children() {
    while alive "$server"; do
        if [ -n "$desk" ] && ! alive "$desk"; then
            desk_status=0
            wait "$desk" || desk_status=$?
            desk=
            if [ "$desk_status" -ne 0 ]; then
                tail -n 20 "$desk_log" >&2
                note "the desk ended with exit $desk_status; its last lines are above"
            fi
            note "the desk is closed; the server goes on until Ctrl-C"
        fi
        sleep 0.5 || :
    done
    server_status=0
    wait "$server" || server_status=$?
    server=
    [ "$server_status" -ne 0 ] || return 0
    tail -n 20 "$server_log" >&2
    die "the server ended by itself (exit $server_status); its last lines are above"
}

command_run() {
    headless=no fresh=no port=8080 data=
    while [ $# -gt 0 ]; do
        case $1 in
            --headless) headless=yes ;;
            --fresh) fresh=yes ;;
            --port | --data)
                if [ $# -lt 2 ] || [ -z "$2" ]; then die "$1 needs a value"; fi
                if [ "$1" = --port ]; then port=$2; else data=$2; fi
                shift ;;
            *) die "run: unknown option $1 (see ./dev help)" ;;
        esac
        shift
    done
    case $port in
        *[!0-9]* | 0* | ??????*) die "--port must be a number from 1 to 65535" ;;
    esac
    [ "$port" -le 65535 ] || die "--port must be a number from 1 to 65535"
    case $data in
        '') data=$root/build/demo ;;
        /*) ;;
        *) data=$called_from/$data ;;
    esac
    data=$(readlink -m -- "$data")

    check_port "$port"
    [ "$fresh" = no ] || check_deletable "$data"

    install_packages build run
    build release petalpostd petalpost

    check_port "$port"
    trap on_exit EXIT
    trap 'exit 130' INT
    trap 'exit 143' TERM HUP
    if [ "$fresh" = yes ]; then
        check_deletable "$data"
        step "deleting $data"
        rm -rf -- "$data"
    fi
    start_server
    printf 'ready %s\n' "$url"
    note "owner's token: $data/owner.token"
    note "server's log:  $server_log"
    note "stop with Ctrl-C, or kill -TERM $$"
    if [ "$headless" = no ]; then
        if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
            start_desk
        else
            note "no display here, so the desk stays closed"
        fi
    fi
    watch_children
}
