// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtWidgets/QAbstractButton>

class QButtonGroup;
class QVBoxLayout;

namespace petalpost::desk {

class Icons;
class Theme;

/// One screen's button: icon above its name.
class SidebarButton : public QAbstractButton
{
    Q_OBJECT

public:
    SidebarButton(const QString &icon, const QString &text, const Theme &theme, Icons &icons,
                  QWidget *parent);

    QSize sizeHint() const override;
    /// With large letters in a small window the buttons move together.
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_icon;
    const Theme &m_theme;
    Icons &m_icons;
};

/// The screens of the desk, one below the other.
class Sidebar : public QWidget
{
    Q_OBJECT

public:
    Sidebar(const Theme &theme, Icons &icons, QWidget *parent = nullptr);

    enum class Place { Top, Bottom };

    void addScreen(int id, const QString &name, const QString &icon, const QString &text,
                   Place place = Place::Top);
    /// What the longest name needs.
    int leastWidthPx() const;
    void setCurrent(int id);
    void focusCurrent();

Q_SIGNALS:
    void chosen(int id);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    Icons &m_icons;
    QVBoxLayout *m_column;
    QButtonGroup *m_buttons;
    int m_atTop = 0;
};

} // namespace petalpost::desk
