// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/desk/catalogue/cataloguepage.h"
#include "ui/desk/shell/mainwindow.h"
#include "ui/desk/style/toast.h"

using namespace Qt::Literals::StringLiterals;

namespace petalpost::desk {

void MainWindow::connectMenu()
{
    const auto say = [this](const Refusal &refusal) { sayRefused(0, tr("메뉴"), refusal); };
    connect(m_menu, &CataloguePage::refusedAtOnce, this, say);
    connect(m_menu, &CataloguePage::toggled, this,
            [this, say](qint64 id, const QString &text, const QJsonObject &back) {
                m_toastUndo = [this, say, id, back] {
                    if (const auto undone = m_engine.changeProduct(id, back); !undone)
                        say(undone.error());
                };
                m_toast->showMessage(text, tr("실행 취소"));
            });
    connect(m_menu, &CataloguePage::saved, this, [this](const QString &text) {
        const bool live = m_status.link == sync::Link::Live;
        m_toast->showMessage(live ? text : QString(text % u". "_s % tr("연결되면 보내요")));
    });
}

} // namespace petalpost::desk
