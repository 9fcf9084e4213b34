// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/desk/style/fieldbox.h"

#include <QtCore/QEvent>
#include <QtGui/QAccessible>
#include <QtWidgets/QHBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace petalpost::desk {

FieldBox::FieldBox(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_line(new QHBoxLayout)
    , m_problem(new NoteLabel(theme, NoteLabel::Kind::Danger, this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    m_line->setSpacing(8);
    column->addLayout(m_line);
    column->addWidget(m_problem);
    m_problem->setObjectName(u"settingProblem"_s);
    m_problem->setWordWrap(true);
    m_problem->hide();
}

void FieldBox::add(QWidget *field, int stretch)
{
    m_line->addWidget(field, stretch);
    field->setFocusPolicy(field->focusPolicy() == Qt::WheelFocus ? Qt::StrongFocus
                                                                 : field->focusPolicy());
    field->installEventFilter(this);
}

void FieldBox::addStretch()
{
    m_line->addStretch(1);
}

void FieldBox::say(const QString &problem, NoteLabel::Kind kind)
{
    m_problem->setKind(kind);
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
    if (problem.isEmpty())
        return;
    QAccessibleEvent alert(m_problem, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

bool FieldBox::eventFilter(QObject *watched, QEvent *event)
{
    const auto *field = qobject_cast<QWidget *>(watched);
    if (event->type() == QEvent::Wheel && field && !field->hasFocus()) {
        event->ignore();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace petalpost::desk
