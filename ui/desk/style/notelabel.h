// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtWidgets/QFrame>
#include <QtWidgets/QLabel>

namespace petalpost::desk {

class Theme;

/// A few words on a soft ground of their own: a note, a warning, what went wrong.
class NoteLabel : public QLabel
{
    Q_OBJECT

public:
    enum class Kind { Plain, Warning, Danger };

    NoteLabel(const Theme &theme, Kind kind, QWidget *parent = nullptr);
    void setKind(Kind kind);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void dress();

    const Theme &m_theme;
    Kind m_kind;
};

/// A card on the window's ground.
class CardFrame : public QFrame
{
    Q_OBJECT

public:
    CardFrame(const Theme &theme, QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
};

} // namespace petalpost::desk
