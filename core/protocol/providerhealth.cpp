// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/protocol/providerhealth.h"

#include "core/protocol/jsonreader.h"

using namespace Qt::Literals::StringLiterals;

namespace petalpost {

QJsonArray toJson(const std::vector<ProviderHealth> &health)
{
    QJsonArray json;
    for (const ProviderHealth &one : health) {
        json.append(QJsonObject{{u"provider"_s, one.provider},
                                {u"kind"_s, word(one.kind)},
                                {u"state"_s, word(one.state)},
                                {u"sinceMs"_s, one.sinceMs}});
    }
    return json;
}

Result<std::vector<ProviderHealth>> providerHealthFromJson(const QJsonObject &json)
{
    JsonReader in(json);
    in.require("payment"_L1);
    const QJsonArray entries = in.array("payment"_L1);
    if (in.failed())
        return refuse(in.refusal());
    std::vector<ProviderHealth> health;
    for (const QJsonValue &value : entries) {
        const QJsonObject entry = value.toObject();
        const auto kind = fromWord(callKindWords, entry.value(u"kind"_s).toString());
        const auto state = fromWord(breakerStateWords, entry.value(u"state"_s).toString());
        if (kind && state) {
            health.push_back({entry.value(u"provider"_s).toString(), *kind, *state,
                              entry.value(u"sinceMs"_s).toInteger()});
        }
    }
    return health;
}

} // namespace petalpost
