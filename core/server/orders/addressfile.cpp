// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/orders/addressfile.h"

#include <QtCore/QHash>
#include <QtCore/QStringDecoder>

using namespace Qt::Literals::StringLiterals;

namespace petalpost::server {

namespace {

/// The columns that are read, counted from 0.
enum Column {
    Id = 0,
    Province = 2,
    District = 3,
    LegalDong = 4,
    LegalRi = 5,
    OnMountain = 6,
    LotMain = 7,
    LotSub = 8,
    Road = 10,
    Underground = 11,
    BuildingMain = 12,
    BuildingSub = 13,
    PostalCode = 16,
    RegisterName = 21,
    DistrictName = 22,
    ColumnCount = 24,
};

/// As people write provinces.
QString shortProvince(const QString &name)
{
    static const QHash<QString, QString> names{
        {u"서울특별시"_s, u"서울"_s},     {u"부산광역시"_s, u"부산"_s},
        {u"대구광역시"_s, u"대구"_s},     {u"인천광역시"_s, u"인천"_s},
        {u"광주광역시"_s, u"광주"_s},     {u"대전광역시"_s, u"대전"_s},
        {u"울산광역시"_s, u"울산"_s},     {u"세종특별자치시"_s, u"세종"_s},
        {u"경기도"_s, u"경기"_s},         {u"강원도"_s, u"강원"_s},
        {u"강원특별자치도"_s, u"강원"_s}, {u"충청북도"_s, u"충북"_s},
        {u"충청남도"_s, u"충남"_s},       {u"전라북도"_s, u"전북"_s},
        {u"전북특별자치도"_s, u"전북"_s}, {u"전라남도"_s, u"전남"_s},
        {u"경상북도"_s, u"경북"_s},       {u"경상남도"_s, u"경남"_s},
        {u"제주특별자치도"_s, u"제주"_s}};
    return names.value(name, name);
}

/// "180", or "180-1" for a sub-number.
QString numberText(const QString &main, const QString &sub)
{
    const int second = sub.toInt();
    return QString::number(main.toInt())
           + (second > 0 ? u'-' + QString::number(second) : QString());
}

bool isRural(const QString &dong)
{
    return dong.endsWith(u'읍') || dong.endsWith(u'면');
}

QString lineOf(const QStringList &columns, const QString &number)
{
    QStringList words{shortProvince(columns[Province])};
    if (!columns[District].isEmpty())
        words << columns[District];
    if (isRural(columns[LegalDong]))
        words << columns[LegalDong];
    words << columns[Road];
    words << (columns[Underground] == u"1"_s ? u"지하"_s + number : number);
    return words.join(u' ');
}

} // namespace

QString addressKey(const QString &typed)
{
    const QString composed = typed.normalized(QString::NormalizationForm_C);
    QString key;
    for (const QChar c : composed) {
        if (c.isLetterOrNumber() || c == u'-')
            key += c.toLower();
    }
    return key;
}

QString decodedRow(const QByteArray &bytes)
{
    QStringDecoder utf8(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    QString text = utf8(bytes);
    if (!utf8.hasError())
        return text;
    QStringDecoder korean("windows-949", QStringDecoder::Flag::Stateless);
    return korean(bytes);
}

std::optional<AddressEntry> addressFromRow(const QString &row)
{
    const QStringList columns = row.split(u'|');
    if (columns.size() < ColumnCount || columns[Id].isEmpty() || columns[Road].isEmpty()
        || columns[BuildingMain].toInt() <= 0)
        return std::nullopt;
    const QString number = numberText(columns[BuildingMain], columns[BuildingSub]);
    AddressEntry entry;
    entry.address.id = columns[Id];
    entry.address.line = lineOf(columns, number);
    entry.address.district = columns[District].isEmpty() ? columns[Province] : columns[District];
    entry.address.neighbourhood = columns[LegalDong];
    entry.address.postalCode = columns[PostalCode];
    entry.address.building =
        columns[DistrictName].isEmpty() ? columns[RegisterName] : columns[DistrictName];
    entry.keys << addressKey(columns[Road] + number);
    if (columns[LotMain].toInt() > 0) {
        const QString lot = numberText(columns[LotMain], columns[LotSub]);
        const QString mountain = columns[OnMountain] == u"1"_s ? u"산"_s : QString();
        const QString place = columns[LegalRi].isEmpty() ? columns[LegalDong] : columns[LegalRi];
        entry.keys << addressKey(place + mountain + lot);
    }
    // Each word of a building's name begins a key: people leave out the first ones.
    const QStringList words = entry.address.building.split(u' ', Qt::SkipEmptyParts);
    for (qsizetype first = 0; first < words.size(); ++first)
        entry.keys << addressKey(words.sliced(first).join(QString()));
    return entry;
}

} // namespace petalpost::server
