// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <vector>

#include <QtWidgets/QWidget>

class QButtonGroup;
class QPushButton;
class QScrollArea;
class QVBoxLayout;

namespace petalpost::desk {

/// The sections of a long page by name: leads to each, and shows which one is being looked at.
class SectionIndex : public QWidget
{
    Q_OBJECT

public:
    /// \a scroll holds the sections and must outlive the index.
    SectionIndex(QScrollArea &scroll, QWidget *parent);

    /// Its accessible name is the entry's text; it stands in front of \a before, or at the end.
    /// Entries of hidden sections are hidden.
    void add(QWidget *section, const QWidget *before = nullptr);
    void focusCurrent();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void follow();
    void lead(int entry);

    QScrollArea &m_scroll;
    QVBoxLayout *m_column;
    QButtonGroup *m_group;
    std::vector<QWidget *> m_sections;
};

} // namespace petalpost::desk
