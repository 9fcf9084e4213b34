// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/server/shop/site.h"

namespace petalpost::server {

/// What went wrong, for people.
class PlainPages
{
public:
    explicit PlainPages(Site &site)
        : m_site(site)
    {
    }

    /// \a problem for a person who reads, in the language of the address.
    http::Response error(const http::Request &request, http::Response problem) const;

private:
    static QString switchPath(const http::Request &request, const Language &language);

    Site &m_site;
};

} // namespace petalpost::server
