#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Petalpost authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Shows that check_includes.py fails where it must, on small made-up trees."""
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

CHECKER = Path(__file__).with_name("check_includes.py")
# REUSE-IgnoreStart
SPDX = "// SPDX-License-Identifier: GPL-3.0-or-later\n"
SPDX_CMAKE = "# SPDX-License-Identifier: GPL-3.0-or-later\n"
# REUSE-IgnoreEnd

# name: (file, its text after the SPDX line, line of the breach, words of the message)
FORBIDDEN = {
    "a domain that knows storage": (
        "core/domain/a.cpp", '#include "core/storage/writer.h"\n', 2, "core/domain may not use core/storage"),
    "a desk that knows the server": (
        "ui/desk/board/a.cpp", '\n#include "core/server/payment/toss.h"\n', 3, "ui/desk/board may not use core/server/payment"),
    "the desk's program as well": (
        "app/desk/main.cpp", '#include "core/server/orders/orders.h"\n', 2, "may not use core/server/orders"),
    "a page that knows its neighbour": (
        "ui/desk/board/a.h", '#include "ui/desk/reviews/b.h"\n', 2, "ui/desk/board may not use ui/desk/reviews"),
    "orders that know HTTP": (
        "core/server/orders/a.h", '#include "core/server/http/request.h"\n', 2, "may not use core/server/http"),
    "the server half from the desk's engine": (
        "core/sync/a.h", '#include "core/storage/server/orders.h"\n', 2, "may not use core/storage/server"),
    "libmicrohttpd outside http": (
        "core/server/api/a.cpp", "#include <microhttpd.h>\n", 2, "may not use libmicrohttpd"),
    "QtSql by module": ("core/sync/a.cpp", "#include <QtSql/QSqlQuery>\n", 2, "may not use QtSql"),
    "QtSql by class": ("core/server/orders/a.cpp", "#include <QSqlDatabase>\n", 2, "may not use QtSql"),
    "widgets in the core": ("core/sync/a.cpp", "#include <QtWidgets>\n", 2, "may not use QtWidgets"),
    "a widget by class": ("core/server/shop/a.cpp", "#include <QLabel>\n", 2, "may not use QtWidgets"),
    "network in a page": ("ui/desk/shell/a.cpp", "#include <QNetworkReply>\n", 2, "may not use QtNetwork"),
    "pictures in the domain": ("core/domain/a.cpp", "#include <QGuiApplication>\n", 2, "may not use QtGui"),
    "coroutines on the desk": ("core/sync/a.cpp", "#include <QCoroTask>\n", 2, "may not use QCoro"),
    "a room without a row": ("core/attic/a.cpp", "int a;\n", 1, "no row in the table"),
    "an include beside the file": ("core/domain/a.cpp", '#include "a.h"\n', 2, "from the repository's root"),
    "SQL in a service": (
        "core/server/orders/a.cpp", 'auto q = u"SELECT id FROM orders"_s;\n', 2, "SQL belongs under core/storage"),
    "SQL in pieces": (
        "core/sync/a.cpp", 'auto q = "DELETE "\n  "FROM outbox";\n', 2, "SQL belongs under core/storage"),
    "SQL in a raw string": (
        "app/server/a.cpp", 'auto q = uR"(\n  UPDATE orders SET x = 1)";\n', 2, "SQL belongs under core/storage"),
    "lower-case SQL": ("core/sync/a.cpp", 'auto q = "insert into t values (1)";\n', 2, "SQL belongs"),
    "the wall clock": (
        "core/server/orders/a.cpp", "auto t = QDateTime::currentDateTimeUtc();\n", 2, "core/domain/clock"),
    "today's date": ("ui/desk/board/a.cpp", "auto d = QDate::currentDate();\n", 2, "core/domain/clock"),
    "a singleton": ("core/sync/a.cpp", "auto &s = Shop::instance();\n", 2, "no singletons"),
    "a lambda that is awaited": (
        "core/server/api/a.cpp", "auto a = co_await write([x] { return x; });\n", 2, "name the future first"),
    "braces that are awaited": (
        "core/server/api/a.cpp", "auto a = co_await place({x, y});\n", 2, "name the future first"),
    "an awaited choice": (
        "core/server/api/a.cpp", "auto a = b\n  ? c\n  : co_await d();\n", 4, "name the future first"),
    "a box that asks": ("ui/desk/shell/a.cpp", "QMessageBox::question(this, a, b);\n", 2, "offer undo"),
    "a nested loop": ("core/sync/a.cpp", "\nQEventLoop loop;\n", 3, "QEventLoop"),
}

ALLOWED = {
    "core/domain/clock.cpp": "auto t = QDateTime::currentDateTimeUtc();\n",
    "core/storage/server/a.cpp": '#include "core/storage/writer.h"\n#include <QSqlQuery>\nauto q = "SELECT 1";\n',
    "core/server/http/a.cpp": "#include <microhttpd.h>\nvoid f() { if (co_await a(b[1])) { g({1}); } }\n",
    "core/server/api/a.cpp": 'auto m = "DELETE"; // SELECT id FROM x, QEventLoop, currentDateTime()\n'
                             "auto n = 1'000; auto c = '\"'; /* Shop::instance() */\n",
    "core/server/shop/a.cpp": '#include "core/server/orders/orders.h"\n#include <kainjow/mustache.hpp>\n',
    "ui/desk/shell/a.cpp": '#include "ui/desk/board/board.h"\n#include <QMainWindow>\n'
                           "auto *a = QCoreApplication::instance();\n",
    "app/server/main.cpp": '#include "core/server/payment/sandbox.h"\n',
}


def check(files):
    with tempfile.TemporaryDirectory() as root:
        for name, text in files.items():
            path = Path(root) / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        ran = subprocess.run([sys.executable, CHECKER, root], capture_output=True, text=True, timeout=60)
        return ran.returncode, ran.stdout + ran.stderr


class TestChecker(unittest.TestCase):
    def test_refuses_each_forbidden_thing(self):
        for name, (path, text, line, words) in FORBIDDEN.items():
            with self.subTest(name):
                status, out = check({path: SPDX + text, "core/domain/a.h": SPDX})
                self.assertEqual(status, 1, out)
                self.assertIn(f"{path}:{line}: ", out)
                self.assertIn(words, out)
                self.assertIn(" 1 breaches", out)

    def test_refuses_a_missing_spdx_line(self):
        status, out = check({"tests/a.py": "print()\n"})
        self.assertEqual(status, 1, out)
        self.assertIn("tests/a.py:1: an SPDX-License-Identifier line is missing", out)

    def test_refuses_link_lines(self):
        modules = {
            "core/domain/CMakeLists.txt": "petalpost_add_module(Domain LINKS Qt6::Core tl::expected)\n",
            "core/server/payment/CMakeLists.txt": "petalpost_add_module(Payment LINKS Petalpost::Domain)\n",
            "core/sync/CMakeLists.txt": "petalpost_add_module(Sync LINKS\n"
                                        "    Petalpost::Payment\n    PRIVATE_LINKS Qt6::Sql Foo::Bar Petalpost::Attic)\n",
        }
        status, out = check({path: SPDX_CMAKE + text for path, text in modules.items()})
        self.assertEqual(status, 1, out)
        self.assertIn("core/sync/CMakeLists.txt:3: core/sync may not use core/server/payment", out)
        self.assertIn("core/sync/CMakeLists.txt:4: core/sync may not use QtSql", out)
        self.assertIn("Foo::Bar is a library without an entry", out)
        self.assertIn("Petalpost::Attic is no folder", out)
        self.assertIn(" 4 breaches", out)

    def test_lets_the_rest_pass(self):
        status, out = check({path: SPDX + text for path, text in ALLOWED.items()})
        self.assertEqual(status, 0, out)
        self.assertIn(f"{len(ALLOWED)} source files looked at, 0 breaches", out)


if __name__ == "__main__":
    unittest.main()
