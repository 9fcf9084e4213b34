// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/server/api/services.h"
#include "core/server/http/router.h"

namespace petalpost::server {

// The JSON resources. Every handler is a free coroutine that holds its request and the services by
// value, so that it can end long after its client left.

void addOrderRoutes(http::Router &router, Services services);
void addEditRoutes(http::Router &router, Services services); ///< lines of paid orders
void addDeliveryRoutes(http::Router &router, Services services);
void addReviewRoutes(http::Router &router, Services services);
void addShopRoutes(http::Router &router,
                   Services services); ///< catalogue, windows, messages
void addPhotoRoutes(http::Router &router, Services services);
void addPaymentRoutes(http::Router &router, Services services); ///< ledger, notices of providers
void addBalanceRoutes(http::Router &router, Services services); ///< the evening's balance
void addDeviceRoutes(http::Router &router, Services services); ///< pairing and revoking
void addChangeRoutes(http::Router &router, Services services);
void addHealthRoutes(http::Router &router, Services services);
void addMetricsRoute(http::Router &router, Services services);

/// All of the above.
void addApiRoutes(http::Router &router, Services services);

} // namespace petalpost::server
