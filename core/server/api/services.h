// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/server/feed/feed.h"
#include "core/server/http/tasks.h"
#include "core/server/messages/dispatcher.h"
#include "core/server/ops/calllimits.h"
#include "core/server/ops/health.h"
#include "core/server/ops/metrics.h"
#include "core/server/orders/access.h"
#include "core/server/orders/catalogue.h"
#include "core/server/orders/devices.h"
#include "core/server/orders/edits.h"
#include "core/server/orders/figures.h"
#include "core/server/orders/menueditor.h"
#include "core/server/orders/orders.h"
#include "core/server/orders/reviews.h"
#include "core/server/orders/shopsettings.h"
#include "core/server/payment/balance.h"
#include "core/server/payment/delays.h"
#include "core/server/payment/guardboard.h"
#include "core/server/payment/reconciler.h"
#include "core/server/photos/photos.h"

namespace petalpost::server {

/// What the JSON resources work with. Everything outlives the router that uses it.
struct Services
{
    Orders &orders;
    Edits &edits;
    Catalogue &catalogue;
    Figures &figures;
    MenuEditor &menuEditor;
    Photos &photos;
    ShopSettings &shopSettings;
    Reviews &reviews;
    Payments &payments;
    Reconciler &reconciler;
    Balances &balances;
    Dispatcher &messages;
    Feed &feed;
    Access &access;
    Devices &devices;
    Health &health;
    GuardBoard &guards;
    RequestCounts &requests;
    Writer &writer; ///< for its queue's length only: every write goes through a service
    CallLimits &limits;
    const Clock &clock;
    Delays &delays; ///< of calls that wait for a provider
    http::TaskRegistry &tasks;
};

} // namespace petalpost::server
