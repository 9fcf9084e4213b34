// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtCore/QStringList>

namespace petalpost::test {

/// What people read or hear of a page: its text and its labels, unescaped, one an entry. What is in
/// a language of its own (`lang`) is left out.
QStringList pageTexts(const QString &html);

/// The entries of \a texts with letters that neither a PseudoLanguage nor \a data has.
QStringList untranslated(const QStringList &texts, const QStringList &data);

} // namespace petalpost::test
