# SPDX-FileCopyrightText: 2026 The Petalpost authors
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=sh
# shellcheck disable=SC2154 # root and called_from are set by ./dev
#
# ./dev format and ./dev lint. The fast checks read every file of the project. clang-tidy and clazy
# read what was changed, because the whole project takes them most of an hour. A part of ./dev.

lint_build=build/lint
clazy_checks=level1
max_changed_units=8 # each costs clang-tidy and clazy most of a minute

# existing: of the names on standard input, those that are still there.
existing() {
    while IFS= read -r name; do
        if [ -f "$name" ]; then printf '%s\n' "$name"; fi
    done
}

# project_files PATTERN…: what belongs to the project, new files included.
project_files() { git ls-files --cached --others --exclude-standard -- "$@" | existing; }

command_format() {
    [ $# -eq 0 ] || die "format takes no arguments"
    install_packages lint
    step "formatting"
    project_files '*.cpp' '*.h' | xargs -d '\n' clang-format -i
}

# --- fast checks: every file ------------------------------------------------------------------

lint_format() { project_files '*.cpp' '*.h' | xargs -d '\n' clang-format --dry-run -Werror; }
lint_spelling() {
    project_files | grep -Ev '\.(otf|png|jpg|webp|svg|ico|wav|lock)$|package-lock\.json$|^LICENSE' \
        | xargs -d '\n' codespell --ignore-words tools/codespell-ignore.txt
}
lint_licences() { reuse lint >build/logs/reuse.log 2>&1 \
    || { cat build/logs/reuse.log >&2; return 1; }; }
lint_scripts() { shellcheck -x dev .ci/run && project_files '*.sh' | xargs -d '\n' shellcheck -x; }
lint_includes() { python3 tests/architecture/check_includes.py; }
lint_javascript() {
    broken=
    for script in $(project_files '*.js'); do
        node --check "$script" || broken=yes
    done
    [ -z "$broken" ]
}

# --- what reads C++ ---------------------------------------------------------------------------

# changed_since_base: C++ files that differ from where this branch left the main one, or from the
# commit before this one, and what is not committed yet. The newest come first.
changed_since_base() {
    base=$(git merge-base HEAD origin/main 2>/dev/null) || base=
    if [ -z "$base" ] || [ "$base" = "$(git rev-parse HEAD)" ]; then
        base=$(git rev-parse --verify --quiet HEAD~1) || return 0
    fi
    {
        git ls-files --others --exclude-standard -- '*.cpp' '*.h'
        git diff --name-only --diff-filter=d HEAD -- '*.cpp' '*.h'
        git log --format= --name-only --diff-filter=d "$base"..HEAD -- '*.cpp' '*.h'
    } | existing
}

# units: of the C++ files on standard input, those that a compiler is called for. A header stands
# for the source of its name, or else for the first that includes it.
units() {
    while IFS= read -r name; do
        case $name in
            *.cpp) printf '%s\n' "$name" ;;
            *.h)
                if [ -f "${name%.h}.cpp" ]; then
                    printf '%s\n' "${name%.h}.cpp"
                else
                    git grep -l --untracked -F "#include \"$name\"" -- '*.cpp' | head -n 1
                fi ;;
        esac
    done | awk '!seen[$0]++'
}

# The database is clang's own: g++'s options are not all known to clang, and a unity build has no
# entry for a file. Nothing is built; only what moc writes must be there, because tests include it.
prepare_database() {
    # Those of targets that are gone would be looked for.
    [ ! -d "$lint_build" ] || find "$lint_build" -name AutogenInfo.json -delete
    configure lint
    # shellcheck disable=SC2016 # the inner shell expands it
    find "$lint_build" -name AutogenInfo.json -print0 \
        | xargs -0 -n 1 -P "$(nproc)" sh -c 'cmake -E cmake_autogen "$1" Debug' moc >build/logs/moc.log 2>&1 \
        || { cat build/logs/moc.log >&2; die "the headers for the checks were not made"; }
}

lint_tidy() { xargs -d '\n' -n 1 clang-tidy -p "$lint_build" --quiet --warnings-as-errors='*' <"$1"; }

# clazy reports as the compiler does, so one line of "warning:" is a failure.
lint_clazy() {
    clazy_log=build/logs/clazy.log
    xargs -d '\n' -n 1 clazy-standalone -p "$lint_build" --checks="$clazy_checks" --ignore-dirs='.*/build/.*' \
        --header-filter="$root/(app|core|ui|tests|translations)/.*" <"$1" >"$clazy_log" 2>&1 || :
    if grep -E -A 3 '(warning|error):' "$clazy_log" >&2; then return 1; fi
}

# check NAME FUNCTION [ARGUMENT]
check() {
    step "$1"
    shift
    "$@" || lint_failed="$lint_failed $1"
}

command_lint() {
    lint_all=no
    lint_names=
    while [ $# -gt 0 ]; do
        case $1 in
            --all) lint_all=yes ;;
            -*) die "lint: unknown option $1 (see ./dev help)" ;;
            *) lint_names="$lint_names$(realpath --relative-to="$root" -- "$called_from/$1")
" ;;
        esac
        shift
    done
    install_packages build lint
    mkdir -p build/logs

    lint_failed=
    check "format" lint_format
    check "spelling" lint_spelling
    check "licences" lint_licences
    check "includes" lint_includes
    check "shell scripts" lint_scripts
    check "JavaScript" lint_javascript

    lint_units=build/logs/lint-units.txt
    if [ "$lint_all" = yes ]; then
        project_files '*.cpp' | units >"$lint_units"
    elif [ -n "$lint_names" ]; then
        printf '%s' "$lint_names" | units >"$lint_units"
    else
        changed_since_base | units >"$lint_units.all"
        head -n "$max_changed_units" "$lint_units.all" >"$lint_units"
        left=$(($(wc -l <"$lint_units.all") - $(wc -l <"$lint_units")))
        [ "$left" -eq 0 ] || note "$left more files were changed; ./dev lint --all reads them all"
    fi
    if [ -s "$lint_units" ]; then
        prepare_database
        check "clang-tidy ($(wc -l <"$lint_units") files)" lint_tidy "$lint_units"
        check "clazy" lint_clazy "$lint_units"
    else
        note "no C++ was changed"
    fi
    [ -z "$lint_failed" ] || die "failed:$lint_failed"
}
