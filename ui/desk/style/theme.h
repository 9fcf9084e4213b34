// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include <QFont>
#include <QObject>

#include "ui/desk/style/palette.h"

class QAbstractButton;
class QApplication;

namespace petalpost::desk {

enum class ThemeChoice { System, Light, Dark };

/// Every size of type on the desk; nothing is set smaller than Caption.
enum class TypeRole { Caption, Body, CardTitle, Time, Section, Page, Figure };

/// How much a button asks to be pressed. Quiet has no border until pointed at; Toast is for the
/// action on a toast's own ground.
enum class ButtonKind { Plain, Primary, Quiet, Danger, Toast };

/// Writes \a label in \a ink, whatever the theme's own text colour is; to be set again when the
/// theme changes.
void setInk(QWidget &label, const QColor &ink);

/// Marks the button so that PetalStyle paints it in that kind.
void setButtonKind(QAbstractButton &button, ButtonKind kind);
ButtonKind buttonKind(const QAbstractButton &button);

/// The chosen look: palette, text scale and type sizes. One is made in main() and handed to
/// whoever paints; it must outlive them.
class Theme : public QObject
{
    Q_OBJECT

public:
    static constexpr qreal minTextScale = 0.9;
    static constexpr qreal maxTextScale = 1.5;

    explicit Theme(QObject *parent = nullptr);

    ThemeChoice choice() const { return m_choice; }
    void setChoice(ThemeChoice choice);
    /// What the desktop asks for; used while the choice is System. Light until somebody says so.
    void setSystemDark(bool dark);
    qreal textScale() const { return m_chosenScale.value_or(m_textScale); }
    /// What suits the width of the window. Clamped to minTextScale…maxTextScale.
    void setTextScale(qreal scale);
    /// What a person chose, whatever the width; nothing leaves it to the width again. Clamped.
    void setChosenTextScale(std::optional<qreal> scale);
    bool reducedMotion() const { return m_reducedMotion; }
    void setReducedMotion(bool reduced);

    bool isDark() const;
    const Palette &palette() const;
    /// Point size of the role at the current text scale, never below 9 pt.
    qreal fontPt(TypeRole role) const;
    QFont font(TypeRole role) const;
    /// A length in logical pixels that grows with the text.
    qreal scaled(qreal logicalPx) const { return logicalPx * textScale(); }

    /// Dresses the whole application: style, colours, font and style sheet. Call once at start and
    /// again after changed().
    void apply(QApplication &app) const;

Q_SIGNALS:
    void changed();

private:
    ThemeChoice m_choice = ThemeChoice::System;
    bool m_systemDark = false;
    bool m_reducedMotion = false;
    qreal m_textScale = 1.0;
    std::optional<qreal> m_chosenScale;
};

} // namespace petalpost::desk
