#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Petalpost authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks that the rooms of the house use only those rooms and libraries they may.

usage: check_includes.py [ROOT]      prints FILE:LINE: RULE for each breach; exit 1 if there is one

TABLE is docs/architecture.md in a form that a program can read. The longest matching path rules a
file. Includes and the CMake link lines are held to the same row.
"""
import re
import sys
from pathlib import Path

STORAGE_SERVER = ["core/storage", "core/storage/server"]  # a half brings the shared part along
STORAGE_DESK = ["core/storage", "core/storage/desk"]
SERVICE = ["core/domain", "core/protocol", *STORAGE_SERVER, "core/server/orders"]
SURFACE = ["core/domain", "core/protocol", "core/server/http", "core/server/orders",
           "core/server/payment", "core/server/messages", "core/server/feed", "core/server/ops",
           "core/server/photos"]
SCREEN = ["QtGui", "QtWidgets", "QtSvg", "QtCharts", "QtPrintSupport", "QtDBus"]
PAGE = ["core/domain", "core/protocol", "core/sync", *STORAGE_DESK, "ui/desk/style", "ui/desk/words",
        "translations", *SCREEN]

TABLE = {
    "core/domain": [],
    "core/protocol": ["core/domain"],
    "core/storage": ["core/domain", "core/protocol", "QtSql"],
    "core/storage/server": ["core/domain", "core/protocol", "core/storage", "QtSql"],
    "core/storage/desk": ["core/domain", "core/protocol", "core/storage", "QtSql"],
    "core/sync": ["core/domain", "core/protocol", *STORAGE_DESK, "QtNetwork", "QtKeychain"],
    "translations": [],
    "core/server/http": ["core/domain", "libmicrohttpd", "QCoro"],
    "core/server/orders": ["core/domain", "core/protocol", *STORAGE_SERVER, "QCoro"],
    "core/server/payment": [*SERVICE, "QtNetwork", "QCoro"],
    "core/server/messages": [*SERVICE, "translations", "QtNetwork", "QCoro"],
    "core/server/feed": [*SERVICE, "QtNetwork", "QCoro"],
    "core/server/ops": [*SERVICE, "QtNetwork", "QCoro"],
    "core/server/photos": ["core/domain", "core/protocol", *STORAGE_SERVER, "QCoro"],
    "core/server/api": [*SURFACE, "QCoro"],
    "core/server/shop": [*SURFACE, "translations", "QCoro", "mustache"],
    "ui/desk/style": ["core/domain", *SCREEN],
    "ui/desk/words": ["core/domain", "core/protocol", "translations"],
    "ui/desk/shell": [*PAGE, "ui/desk"],
    **{f"ui/desk/{page}": PAGE for page in ("board", "alarm", "order", "decisions", "archive", "balance", "catalogue",
                                           "reviews", "figures", "texts", "settings", "print", "pairing")},
    "ui/desk/settings": [*PAGE, "ui/desk/print"],  # its printers, presets and test page
    "ui/desk/entry": [*PAGE, "ui/desk/order"],  # an order that is taken down has an order's fields
    "app/photo": ["core/domain", "core/server/photos", "QtGui"],
    "app/server": ["core/domain", "core/protocol", *STORAGE_SERVER, "core/server",
                   "translations", "QtNetwork", "QCoro"],
    "app/desk": ["core/domain", "core/sync", *STORAGE_DESK, "ui/desk", "translations", "QtNetwork",
                 *SCREEN],
}

# Headers and link targets that belong to a library the table speaks about.
LIBRARIES = {
    "libmicrohttpd": (r"microhttpd\.h", r"PkgConfig::MICROHTTPD"),
    "QtSql": (r"QtSql\b|QSql", r"Qt6::Sql"),
    "QtNetwork": (r"QtNetwork\b|QNetwork|QTcp|QUdp|QSsl|QLocal(Socket|Server)|QHost(Address|Info)"
                  r"|QAbstractSocket", r"Qt6::Network"),
    "QtWidgets": (r"QtWidgets\b|Q(Application|Widget|MainWindow|Dialog|MessageBox|Label|PushButton"
                  r"|ToolButton|\w*Layout|\w*Style|StyleOption\w*|AbstractItem(View|Delegate)"
                  r"|(List|Table|Tree)View|LineEdit|TextEdit|ComboBox|CheckBox|Scroll\w+|Splitter"
                  r"|Stacked\w+|Menu|MenuBar|StatusBar|ToolTip|SystemTrayIcon|Frame|HeaderView)$",
                  r"Qt6::(Widgets|OpenGLWidgets|SvgWidgets)"),
    "QtGui": (r"QtGui\b|QGui|Q(Image\w*|Pixmap\w*|Painter\w*|Color|Font\w*|Icon|Palette|Pen|Brush"
              r"|Action|Shortcut|KeySequence|Cursor|Screen|Window|Text(Document|Layout)|Clipboard"
              r"|Accessible\w*|StandardItem\w*)$", r"Qt6::Gui"),
    "QtSvg": (r"QtSvg|QSvg", r"Qt6::Svg"),
    "QtCharts": (r"QtCharts\b|Q\w*Chart|Q\w+Series$", r"Qt6::Charts"),
    "QtPrintSupport": (r"QtPrintSupport\b|QPrint|QPageSetup", r"Qt6::PrintSupport"),
    "QtDBus": (r"QtDBus\b|QDBus", r"Qt6::DBus"),
    "QtKeychain": (r"qt6?keychain/|keychain\.h", r"Qt6Keychain::\w+"),
    "QCoro": (r"QCoro|qcoro", r"QCoro6::\w+"),
    "mustache": (r"(kainjow/)?mustache\.hpp", r"(kainjow::)?mustache(::\w+)?"),
    "prometheus": (r"prometheus/", r"prometheus-cpp::\w+"),
}
FREE_TARGETS = r"Qt6::(Core|Test)|tl::expected|std::\w+"

ROOMS = ("core", "ui", "app", "translations")
CODE = {".cpp", ".h", ".hpp"}
NEEDS_SPDX = CODE | {".py", ".cmake", ".sh", ".js", ".mjs", ".css"}
SKIPPED = {"build", "node_modules", ".git"}

SQL = re.compile(r"\s*(?:SELECT\s+\S|INSERT\s+(?:OR\s+\w+\s+)?INTO\s|UPDATE\s+\w+\s+SET\s|DELETE\s+FROM\s"
                 r"|(?:CREATE|ALTER|DROP)\s+(?:UNIQUE\s+)?(?:TABLE|INDEX|TRIGGER|VIEW)\s|PRAGMA\s)")
SQL_ANY_CASE = re.compile(r"\s*(?:insert\s+into\s|delete\s+from\s|update\s+\w+\s+set\s)", re.I)
WALL_CLOCK = re.compile(r"\b(?:currentDateTime(?:Utc)?|current(?:M?Secs)SinceEpoch|currentDate|currentTime)\s*\("
                        r"|\bsystem_clock\b")
# g++ 12 destroys closures and braced temporaries of an awaited expression twice, and both arms of
# a conditional one: the future gets a name first.
AWAIT = re.compile(r"([?:]\s*)?\bco_await\b([^;()]*\()?")
INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*(?:"([^"\n]+)"|<([^>\n]+)>)', re.M)
LITERAL = re.compile(r'(?:u8|u|U|L)?R"([^()\\\s]{0,16})\((.*?)\)\1"|"((?:\\.|[^"\\\n])*)"'
                     r"|'(?:\\.|[^'\\\n])+'|//(?:\\\n|[^\n])*|/\*.*?\*/", re.S)
CALL = re.compile(r"\b(petalpost_add_module|petalpost_add_program|target_link_libraries)\s*\(([^)]*)\)")


def line_of(text, at):
    return text.count("\n", 0, at) + 1


def room_of(path):
    """The row that rules this path, or None."""
    rows = [row for row in TABLE if path == row or path.startswith(row + "/")]
    return max(rows, key=len, default=None)


def may_use(room, other):
    """A row names a room exactly, or a whole wing such as core/server."""
    if room == other:
        return True
    wings = {"core/server", "ui/desk"}
    return any(other == allowed or (allowed in wings and other.startswith(allowed + "/"))
               for allowed in TABLE[room])


def arguments(code, at):
    """The text from just behind an opening parenthesis up to the one that closes it."""
    depth, end = 1, at
    while end < len(code) and depth:
        depth += {"(": 1, ")": -1}.get(code[end], 0)
        end += 1
    return code[at:end - 1]


def split_source(text):
    """Returns the code with comments and literals blanked, and the string literals with their
    offsets; neighbours that the compiler joins are joined here too."""
    code, strings, last_end = [], [], None
    at = 0
    for match in LITERAL.finditer(text):
        # A digit separator (1'000) is no character literal.
        if match.group(0)[0] == "'" and match.start() and text[match.start() - 1].isdigit():
            continue
        code.append(text[at:match.start()])
        code.append(re.sub(r"[^\n]", " ", match.group(0)))
        at = match.end()
        words = match.group(2) if match.group(2) is not None else match.group(3)
        if words is None:
            continue
        gap = text[last_end:match.start()] if last_end is not None else "x"
        if strings and re.fullmatch(r"(?:_\w+)?\s*(?:u8|u|U|L)?", gap):
            strings[-1] = (strings[-1][0], strings[-1][1] + words)
        else:
            strings.append((match.start(), words))
        last_end = match.end()
    code.append(text[at:])
    return "".join(code), strings


class Checker:
    def __init__(self, root):
        self.root = root
        self.breaches = []
        self.files = 0

    def breach(self, path, line, rule):
        self.breaches.append(f"{path}:{line}: {rule}")

    def walk(self, *tops):
        for top in tops:
            for file in sorted((self.root / top).rglob("*")):
                if file.is_file() and not SKIPPED & set(file.relative_to(self.root).parts):
                    yield file, file.relative_to(self.root).as_posix()

    def run(self):
        aliases = self.read_aliases()
        for file, path in self.walk(*ROOMS):
            if file.suffix in CODE:
                self.check_code(path, file.read_text(encoding="utf-8"))
            elif file.name == "CMakeLists.txt":
                self.check_links(path, file.read_text(encoding="utf-8"), aliases)
        for file, path in self.walk(*ROOMS, "tests", "cmake"):
            if file.suffix in NEEDS_SPDX or file.name == "CMakeLists.txt":
                self.check_spdx(file, path)

    def check_code(self, path, text):
        self.files += 1
        room = room_of(str(Path(path).parent.as_posix()))
        if room is None:
            self.breach(path, 1, "this folder has no row in the table of who may use whom")
            return
        code, strings = split_source(text)
        self.check_include_lines(path, room, text, code)
        if not room.startswith("core/storage"):
            for at, words in strings:
                if SQL.match(words) or SQL_ANY_CASE.match(words):
                    self.breach(path, line_of(text, at), "SQL belongs under core/storage only")
        if not re.fullmatch(r"core/domain/clock\.(h|cpp)", path):
            for match in WALL_CLOCK.finditer(code):
                self.breach(path, line_of(code, match.start()),
                            "the wall clock is read in core/domain/clock only; take a Clock")
        for match in re.finditer(r"(\w*)\s*::\s*instance\s*\(", code):
            if match.group(1) != "QCoreApplication":
                self.breach(path, line_of(code, match.start()),
                            "no singletons: ::instance() is for QCoreApplication only")
        for match in AWAIT.finditer(code):
            awaited = arguments(code, match.end()) if match.group(2) else ""
            if not match.group(1) and not re.search(r"\{|[(,=]\s*\[", "(" + awaited):
                continue
            self.breach(path, line_of(code, match.start()),
                        "name the future first: no lambda, braces or ?: in an awaited expression")
        for match in re.finditer(r"\bQMessageBox\b", code):
            self.breach(path, line_of(code, match.start()),
                        "no box that asks (QMessageBox): do it and offer undo; money has its own dialogs")
        for match in re.finditer(r"\bQEventLoop\b", code):
            self.breach(path, line_of(code, match.start()), "no nested event loop (QEventLoop)")

    def check_include_lines(self, path, room, text, code):
        for match in INCLUDE.finditer(text):
            hash_at = match.start() + match.group(0).index("#")
            if code[hash_at] != "#":
                continue  # inside a comment or a literal
            line = line_of(text, hash_at)
            target = match.group(1) or match.group(2)
            top = target.split("/")[0]
            if top in ROOMS:
                other = room_of(target.rpartition("/")[0])
                if other is None:
                    self.breach(path, line, f"{target} lies in a folder without a row in the table")
                elif not may_use(room, other):
                    self.breach(path, line, f"{room} may not use {other} (includes {target})")
            elif top == "tests":
                self.breach(path, line, f"{room} may not use tests (includes {target})")
            elif match.group(1) and ((self.root / path).parent / target).is_file():
                self.breach(path, line, f'include from the repository\'s root, not "{target}"')
            else:
                self.check_library(path, line, room, target, 0, "includes")

    def check_library(self, path, line, room, target, form, deed):
        """form 0 matches header names, form 1 link targets; true when the name was known."""
        known = False
        for library, patterns in LIBRARIES.items():
            if form:
                hit = re.fullmatch(patterns[1], target)
            else:
                hit = re.match(patterns[0], target)
            if hit:
                known = True
                if library not in TABLE[room]:
                    self.breach(path, line, f"{room} may not use {library} ({deed} {target})")
                break
        return known

    def read_aliases(self):
        aliases = {}
        for file, path in self.walk(*ROOMS):
            if file.name == "CMakeLists.txt":
                for match in re.finditer(r"\bpetalpost_add_module\s*\(\s*(\w+)", file.read_text(encoding="utf-8")):
                    aliases["Petalpost::" + match.group(1)] = str(Path(path).parent.as_posix())
        return aliases

    def check_links(self, path, text, aliases):
        text = re.sub(r"#[^\n]*", lambda comment: " " * len(comment.group(0)), text)
        room = room_of(str(Path(path).parent.as_posix()))
        for call in CALL.finditer(text):
            if room is None:
                self.breach(path, line_of(text, call.start()),
                            "this folder has no row in the table of who may use whom")
                return
            for token in re.finditer(r"[\w+-]+(?:::[\w+-]+)+|\bmustache\b", call.group(2)):
                target = token.group(0)
                line = line_of(text, call.start(2) + token.start())
                if target.startswith("Petalpost::"):
                    other = room_of(aliases.get(target, ""))
                    if other is None:
                        self.breach(path, line, f"{target} is no folder of the table")
                    elif not may_use(room, other):
                        self.breach(path, line, f"{room} may not use {other} (links {target})")
                elif not re.fullmatch(FREE_TARGETS, target) \
                        and not self.check_library(path, line, room, target, 1, "links"):
                    self.breach(path, line, f"{target} is a library without an entry in LIBRARIES")

    def check_spdx(self, file, path):
        with file.open(encoding="utf-8", errors="replace") as lines:
            head = "".join(line for _, line in zip(range(10), lines))
        if "SPDX-License-Identifier:" not in head and not file.with_name(file.name + ".license").is_file():
            self.breach(path, 1, "an SPDX-License-Identifier line is missing at the top")


def main():
    root = Path(sys.argv[1] if len(sys.argv) > 1 else Path(__file__).resolve().parents[2])
    checker = Checker(root)
    checker.run()
    for breach in checker.breaches:
        print(breach)
    print(f"{checker.files} source files looked at, {len(checker.breaches)} breaches")
    return 1 if checker.breaches else 0


if __name__ == "__main__":
    sys.exit(main())
