// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/desk/shell/pausebanner.h"

#include "core/storage/desk/localstore.h"
#include "ui/desk/words/words.h"

#include <algorithm>
#include <limits>

using namespace Qt::Literals::StringLiterals;

namespace petalpost::desk {

PauseBanner::PauseBanner(sync::Engine &engine, const Theme &theme, Icons &icons, QWidget *parent)
    : Banner(theme, icons, parent)
    , m_engine(engine)
{
    setObjectName(u"pauseBanner"_s);
    m_end.setSingleShot(true);
    connect(&m_end, &QTimer::timeout, this, &PauseBanner::refresh);
    connect(&m_engine, &sync::Engine::shopChanged, this, &PauseBanner::refresh);
    connect(&m_engine, &sync::Engine::statusChanged, this, &PauseBanner::refresh);
    connect(this, &Banner::pressed, this, [this] {
        // A fault of the disk leaves the pause and this banner as they are.
        static_cast<void>(m_engine.changeShop({{u"pausedUntilMs"_s, 0}}));
    });
    refresh();
}

bool PauseBanner::isUnsent() const
{
    return std::ranges::any_of(m_engine.unsent(), [](const QueuedOperation &queued) {
        return queued.operation.kind == Operation::Kind::ShopSettings
               && queued.operation.details.contains(u"pausedUntilMs"_s);
    });
}

void PauseBanner::refresh()
{
    const Shop &shop = m_engine.shop();
    const qint64 nowMs = m_engine.nowMs();
    if (!shop.isPausedAt(nowMs)) {
        hide();
        return;
    }
    m_end.start(int(std::min<qint64>(shop.pausedUntilMs - nowMs, std::numeric_limits<int>::max())));
    const QString until = clockTime(shop.pausedUntilMs, shop.zone);
    const QString text = isUnsent() && m_engine.status().link != sync::Link::Live
                             ? tr("아직 서버에 알리지 못했어요. 연결되면 %1까지 주문을 쉬어요.")
                             : tr("웹에서 주문을 쉬고 있어요. %1까지예요.");
    const bool owner = m_engine.role() == DeviceRole::Owner;
    showMessage(Kind::Outage, text.arg(until), owner ? tr("다시 받기") : QString());
}

} // namespace petalpost::desk
