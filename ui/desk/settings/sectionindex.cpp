// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/desk/settings/sectionindex.h"

#include "ui/desk/style/theme.h"

#include <QtCore/QEvent>
#include <QtWidgets/QButtonGroup>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QScrollArea>
#include <QtWidgets/QScrollBar>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace petalpost::desk {

namespace {

constexpr int nearPx = 24; ///< a section that begins this far below the edge is looked at

} // namespace

SectionIndex::SectionIndex(QScrollArea &scroll, QWidget *parent)
    : QWidget(parent)
    , m_scroll(scroll)
    , m_column(new QVBoxLayout(this))
    , m_group(new QButtonGroup(this))
{
    setObjectName(u"settingsIndex"_s);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(4);
    connect(m_group, &QButtonGroup::idClicked, this, &SectionIndex::lead);
    connect(m_scroll.verticalScrollBar(), &QScrollBar::valueChanged, this, &SectionIndex::follow);
}

void SectionIndex::add(QWidget *section, const QWidget *before)
{
    const auto at = std::ranges::find(m_sections, before);
    const auto position = std::distance(m_sections.begin(), at);
    auto *entry = new QPushButton(section->accessibleName(), this);
    entry->setObjectName(u"index-"_s + section->objectName());
    entry->setAccessibleName(entry->text());
    entry->setCheckable(true);
    setButtonKind(*entry, ButtonKind::Quiet);
    entry->setChecked(m_sections.empty());
    entry->setVisible(!section->isHidden());
    m_group->addButton(entry);
    m_column->insertWidget(int(position), entry);
    m_sections.insert(at, section);
    for (int place = 0; place < m_column->count(); ++place) {
        auto *button = qobject_cast<QAbstractButton *>(m_column->itemAt(place)->widget());
        m_group->setId(button, place);
    }
    section->installEventFilter(this);
}

void SectionIndex::focusCurrent()
{
    if (auto *entry = m_group->checkedButton())
        entry->setFocus(Qt::OtherFocusReason);
}

bool SectionIndex::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::ShowToParent || event->type() == QEvent::HideToParent) {
        for (std::size_t i = 0; i < m_sections.size(); ++i) {
            if (m_sections[i] == watched)
                m_group->button(int(i))->setVisible(!m_sections[i]->isHidden());
        }
    }
    return QWidget::eventFilter(watched, event);
}

void SectionIndex::follow()
{
    const QScrollBar *bar = m_scroll.verticalScrollBar();
    const bool atEnd = bar->maximum() > 0 && bar->value() == bar->maximum();
    int current = 0;
    for (std::size_t i = 0; i < m_sections.size(); ++i) {
        const bool reached = atEnd || m_sections[i]->y() <= bar->value() + nearPx;
        if (!m_sections[i]->isHidden() && reached)
            current = int(i);
    }
    m_group->button(current)->setChecked(true);
}

void SectionIndex::lead(int entry)
{
    m_scroll.verticalScrollBar()->setValue(m_sections[std::size_t(entry)]->y());
    m_group->button(entry)->setChecked(true); // the last ones do not reach the top
}

} // namespace petalpost::desk
