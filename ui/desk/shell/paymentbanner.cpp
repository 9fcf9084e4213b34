// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/desk/shell/paymentbanner.h"

#include "ui/desk/shell/paymenttext.h"

using namespace Qt::Literals::StringLiterals;

namespace petalpost::desk {

PaymentBanner::PaymentBanner(sync::Engine &engine, const Theme &theme, Icons &icons,
                             QWidget *parent)
    : Banner(theme, icons, parent)
    , m_engine(engine)
    , m_health(engine.paymentHealth())
{
    setObjectName(u"paymentBanner"_s);
    connect(&m_engine, &sync::Engine::paymentHealthChanged, this,
            [this](const std::vector<ProviderHealth> &health) {
                m_health = health;
                refresh();
            });
    // With every beat of the feed: after midnight "14:02" becomes "yesterday 14:02".
    connect(&m_engine, &sync::Engine::statusChanged, this, &PaymentBanner::refresh);
    connect(&m_engine, &sync::Engine::shopChanged, this, &PaymentBanner::refresh);
    refresh();
}

void PaymentBanner::refresh()
{
    const QString text = paymentBannerText(m_health, m_engine.nowMs(), m_engine.shop().zone);
    if (text.isEmpty())
        hide();
    else
        showMessage(Kind::Outage, text, {});
}

} // namespace petalpost::desk
