// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/orders/addressbook.h"

#include "core/server/orders/addressfile.h"
#include "core/storage/server/addressstore.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace petalpost::server {

namespace {

constexpr qsizetype mostWords = 8;
constexpr qsizetype shortestKey = 2; ///< one syllable begins half a city

QStringList wordsOf(const QString &typed)
{
    QString text = typed.left(AddressBook::longestQuestion);
    const qsizetype bracket = text.indexOf(u'('); // "(역삼동, 봄빌딩)" repeats what is known
    if (bracket > 0)
        text.truncate(bracket);
    const QStringList words = text.replace(u',', u' ').simplified().split(u' ', Qt::SkipEmptyParts);
    return words.first(std::min(mostWords, words.size()));
}

/// Every run of words as a key, the longest first and of those the leftmost.
QStringList keysIn(const QStringList &words)
{
    QStringList keys;
    for (qsizetype length = words.size(); length > 0; --length) {
        for (qsizetype first = 0; first + length <= words.size(); ++first) {
            const QString key = addressKey(words.sliced(first, length).join(QString()));
            if (key.size() >= shortestKey && !keys.contains(key))
                keys << key;
        }
    }
    return keys;
}

bool hasDigit(const QString &text)
{
    return std::ranges::any_of(text, [](QChar c) { return c.isDigit(); });
}

bool beginsTheRoad(const QString &word)
{
    return word.endsWith(u'로') || word.endsWith(u'길') || hasDigit(word);
}

bool isDistrictWord(const QString &word)
{
    static const QStringList provinces{u"서울시"_s, u"부산시"_s, u"대구시"_s, u"인천시"_s,
                                       u"광주시"_s, u"대전시"_s, u"울산시"_s, u"세종시"_s};
    const bool named =
        word.size() > 1 && (word.endsWith(u'구') || word.endsWith(u'군') || word.endsWith(u'시'));
    return named && !provinces.contains(word) && !word.endsWith(u"광역시"_s)
           && !word.endsWith(u"특별시"_s) && !word.endsWith(u"자치시"_s);
}

} // namespace

QFuture<Result<FoundAddresses>> AddressBook::search(const QString &typed)
{
    return m_reader.read([typed](Database &database) -> Result<FoundAddresses> {
        FoundAddresses found;
        for (const QString &key : keysIn(wordsOf(typed))) {
            found.addresses = store::addressesUnder(database, key, most + 1);
            if (!found.addresses.empty())
                break;
        }
        found.more = found.addresses.size() > size_t(most);
        if (found.more)
            found.addresses.pop_back();
        return found;
    });
}

QFuture<Result<RoadAddress>> AddressBook::address(const QString &id)
{
    return m_reader.read([id](Database &database) -> Result<RoadAddress> {
        auto address = store::findAddress(database, id);
        if (!address)
            return refuse(RefusalCode::NotFound);
        return std::move(*address);
    });
}

QFuture<Result<QStringList>> AddressBook::districts()
{
    return m_reader.read([](Database &database) -> Result<QStringList> {
        return store::addressDistricts(database);
    });
}

std::optional<RoadAddress> recognisedAddress(Database &database, const QString &typed)
{
    constexpr int several = 20;
    for (const QString &key : keysIn(wordsOf(typed))) {
        if (!hasDigit(key))
            continue; // the name of a building alone may stand anywhere
        auto at = store::addressesAt(database, key, several);
        std::erase_if(
            at, [&](const RoadAddress &address) { return isElsewhere(typed, {address.district}); });
        if (!at.empty())
            return at.size() == 1 ? std::optional(at.front()) : std::nullopt;
    }
    return std::nullopt;
}

void completeAddress(Database &database, Address &address)
{
    if (address.isEmpty() || !address.neighbourhood.isEmpty())
        return;
    const auto known = recognisedAddress(database, address.line);
    if (!known)
        return;
    address.neighbourhood = known->neighbourhood;
    if (address.postalCode.isEmpty())
        address.postalCode = known->postalCode;
}

bool isElsewhere(const QString &typed, const QStringList &districts)
{
    if (districts.isEmpty())
        return false;
    QStringList known;
    for (const QString &district : districts)
        known += district.split(u' ', Qt::SkipEmptyParts);
    bool named = false;
    for (const QString &word : wordsOf(typed)) {
        if (beginsTheRoad(word))
            break; // what follows is the road, and names of buildings
        if (!isDistrictWord(word))
            continue;
        if (known.contains(word))
            return false;
        named = true;
    }
    return named;
}

} // namespace petalpost::server
