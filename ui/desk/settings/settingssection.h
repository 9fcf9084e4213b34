// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <vector>

#include <QtWidgets/QWidget>

class QGridLayout;
class QLabel;

namespace petalpost::desk {

class Theme;

/// A titled card of the settings page: rows of a name at the left and what can be chosen at the
/// right.
class SettingsSection : public QWidget
{
    Q_OBJECT

public:
    /// \a theme must outlive the section.
    SettingsSection(const QString &title, const Theme &theme, QWidget *parent = nullptr);

protected:
    const Theme &theme() const { return m_theme; }
    /// \a choice is named by \a name for assistive technology too, unless it has a name already.
    QLabel *addRow(const QString &name, QWidget *choice);
    /// Over the whole width.
    void addWide(QWidget *content);
    /// A row's second line: quieter.
    QLabel *addNote(const QString &text);
    virtual void dress();
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    QLabel *m_title;
    QGridLayout *m_grid;
    std::vector<QLabel *> m_names;
    std::vector<QLabel *> m_notes;
};

} // namespace petalpost::desk
