#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Petalpost authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Holds docs/acceptance.md to the tests: every test that it names is there, and every point has a row."""

import pathlib
import re
import sys

ROOT = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else __file__).resolve()
if ROOT.is_file():
    ROOT = ROOT.parents[2]

POINTS = 30


def main() -> int:
    text = (ROOT / "docs/acceptance.md").read_text(encoding="utf-8")
    tests = {path.stem: path.read_text(encoding="utf-8") for path in (ROOT / "tests").rglob("tst_*.cpp")}
    named = re.findall(r"`(tst_\w+)(?:::(\w+))?`", text)
    faults = [f"there is no test {test}" for test, _ in named if test not in tests]
    faults += [
        f"{test} has no function {function}"
        for test, function in named
        if function and not re.search(rf"\b{function}\(\)", tests.get(test, ""))
    ]
    faults += [
        f"there is no {file}" for file in re.findall(r"`(tests/[\w/.]+)`", text) if not (ROOT / file).is_file()
    ]
    rows = [int(number) for number in re.findall(r"^\| (\d+) \|", text, flags=re.M)]
    if rows != list(range(1, POINTS + 1)):
        faults.append(f"the rows are {rows}, not 1 to {POINTS}")
    print("\n".join(f"docs/acceptance.md: {fault}" for fault in faults) or f"{len(named)} tests named")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
