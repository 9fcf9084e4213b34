// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/desk/style/notelabel.h"

class QHBoxLayout;

namespace petalpost::desk {

/// Fields of one row of the settings, and below them why a value was refused. A wheel over a field
/// scrolls the page unless somebody is working in the field.
class FieldBox : public QWidget
{
    Q_OBJECT

public:
    /// \a theme must outlive the box.
    FieldBox(const Theme &theme, QWidget *parent);

    void add(QWidget *field, int stretch = 0);
    void addStretch();
    /// Says why; an empty text says nothing.
    void say(const QString &problem, NoteLabel::Kind kind = NoteLabel::Kind::Danger);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QHBoxLayout *m_line;
    NoteLabel *m_problem;
};

} // namespace petalpost::desk
