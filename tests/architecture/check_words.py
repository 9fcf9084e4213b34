#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Petalpost authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Holds the words that people read to docs/glossary.md: each of its Korean words is used where texts are made, and
none of the words it rules out is, in the desk, the pages, the translations or the text messages."""

import pathlib
import re
import sys

ROOT = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else __file__).resolve()
if ROOT.is_file():
    ROOT = ROOT.parents[2]

PLACES = ("ui", "app/desk", "core/server/shop", "core/server/messages", "core/domain", "translations")
KINDS = {".cpp", ".h", ".mustache", ".js", ".ts"}
HANGUL = re.compile("[가-힣]")

# In the glossary, and on no screen yet: what a reply's button and a given-up change will say.
NOT_YET = {"판매중", "답글 쓰기", "보내지 못함"}


def comments_out(text: str, kind: str) -> str:
    if kind in {".cpp", ".h", ".js"}:
        text = re.sub(r"/\*.*?\*/", "", text, flags=re.S)
        text = re.sub(r"(?<!:)//[^\n]*", "", text)
    return re.sub(r"\{\{!.*?\}\}", "", text, flags=re.S)


def texts() -> dict[str, str]:
    return {
        str(path.relative_to(ROOT)): comments_out(path.read_text(encoding="utf-8"), path.suffix)
        for place in PLACES
        for path in sorted((ROOT / place).rglob("*"))
        if path.suffix in KINDS
    }


def glossary() -> tuple[list[str], list[str]]:
    """The Korean words of the tables' first columns, and those that are not used."""
    text = (ROOT / "docs/glossary.md").read_text(encoding="utf-8")
    words = []
    for line in text.splitlines():
        cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
        if line.startswith("|") and HANGUL.search(cells[0]):
            words += [word.strip() for word in cells[0].split("·")]
    banned = re.search(r"Not used: ([^.]+)\.", text)
    if not words or not banned:
        sys.exit("docs/glossary.md has no tables, or no line of words that are not used")
    return words, [word.strip() for word in banned.group(1).split(",")]


def main() -> int:
    said = texts()
    everything = re.sub(r"\s+", " ", "\n".join(said.values()))
    words, banned = glossary()
    faults = []
    for name, text in said.items():
        faults += [f"{name}: says {word!r}, which docs/glossary.md rules out" for word in banned if word in text]
    faults += [
        f"docs/glossary.md: {word!r} is nowhere in what people read"
        for word in words
        if word not in everything and word not in NOT_YET
    ]
    print("\n".join(faults) or f"{len(words)} words used, {len(banned)} kept out of {len(said)} files")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
