// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtWidgets/QDialog>

namespace petalpost::desk {

class Theme;

/// The keys of the desk, shown by F1.
class KeyList : public QDialog
{
    Q_OBJECT

public:
    KeyList(const Theme &theme, QWidget *parent = nullptr);
};

} // namespace petalpost::desk
