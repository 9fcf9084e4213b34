// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/shop/addressview.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace petalpost::server {

namespace {

/// Where the shop delivers, short enough for a sentence.
QString areaText(const Words &words, const QStringList &districts)
{
    constexpr qsizetype named = 5;
    const QString some = districts.first(std::min(named, districts.size())).join(u", "_s);
    return districts.size() > named
               ? words.text("%1 외 %2곳").arg(some).arg(districts.size() - named)
               : some;
}

View placeView(const RoadAddress &address, bool first)
{
    QStringList hints{address.neighbourhood};
    if (!address.building.isEmpty())
        hints << address.building;
    View view;
    view.set("placeId", address.id).set("placeLine", address.line).flag("placeFocus", first);
    view.set("placeHint", hints.join(u" · "_s)).set("placePostal", address.postalCode);
    return view;
}

} // namespace

void showPlaces(View &view, const Words &words, const std::optional<FoundAddresses> &found,
                const QStringList &districts)
{
    view.flag("found", found && !found->addresses.empty());
    view.setUnlessEmpty("noPlaces", QString()).setUnlessEmpty("morePlaces", QString());
    if (!found)
        return;
    if (found->addresses.empty()) {
        view.set("noPlaces",
                 words
                     .text("찾는 주소가 없어요. 저희는 %1에 배송해요. 도로명과 번호, 동과 번지, "
                           "건물 이름으로 찾거나 주소를 직접 적어 주세요.")
                     .arg(areaText(words, districts)));
        return;
    }
    std::vector<View> places;
    places.reserve(found->addresses.size());
    for (const RoadAddress &address : found->addresses)
        places.push_back(placeView(address, places.empty()));
    view.set("places", std::move(places));
    if (found->more)
        view.set("morePlaces", words.text("더 있어요. 번호까지 적고 다시 찾으면 줄어들어요."));
}

void checkDistrict(std::vector<FieldError> &errors, const OrderForm &form, const Words &words,
                   const QStringList &districts)
{
    const bool refused =
        std::ranges::find(errors, u"address"_s, &FieldError::field) != errors.end();
    if (refused || !isElsewhere(form.text(u"address"_s), districts))
        return;
    errors.push_back(
        {u"address"_s, words.text("저희는 %1에 배송해요. 다른 곳은 전화로 물어봐 주세요")
                           .arg(areaText(words, districts))});
}

} // namespace petalpost::server
