// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/desk/shell/bannerstack.h"

#include <QtCore/QEvent>
#include <QtWidgets/QVBoxLayout>

namespace petalpost::desk {

BannerStack::BannerStack(QWidget *parent)
    : QWidget(parent)
    , m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(8);
    hide();
}

void BannerStack::add(QWidget *banner)
{
    m_column->addWidget(banner);
    banner->installEventFilter(this);
    refresh();
}

void BannerStack::refresh()
{
    bool any = false;
    for (int i = 0; i < m_column->count(); ++i)
        any = any || !m_column->itemAt(i)->widget()->isHidden();
    setVisible(any);
}

bool BannerStack::eventFilter(QObject *watched, QEvent *event)
{
    // Unlike Show and Hide these two come also while the stack itself is hidden.
    if (event->type() == QEvent::ShowToParent || event->type() == QEvent::HideToParent)
        refresh();
    return QWidget::eventFilter(watched, event);
}

} // namespace petalpost::desk
