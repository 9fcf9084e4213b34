<?xml version="1.0" encoding="utf-8"?>
<!-- SPDX-FileCopyrightText: 2026 The Petalpost authors -->
<!-- SPDX-License-Identifier: GPL-3.0-or-later -->
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="ko">
<context>
    <name>shop</name>
    <message>
        <source>꽃 보기</source>
        <translation>Flowers</translation>
    </message>
</context>
</TS>
