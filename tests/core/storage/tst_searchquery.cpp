// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/desk/orderfilter.h"
#include "core/storage/desk/searchquery.h"

#include <QtTest/QTest>

using namespace petalpost;
using namespace Qt::Literals::StringLiterals;

/// What people type, and whether it finds the one order of initTestCase().
class SearchQueryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void finds_data();
    void finds();
    void everyGramIsOfTheIndexsOwnMaking();
    void whatIsTooLongIsCut();

private:
    Order m_order;
};

void SearchQueryTest::initTestCase()
{
    m_order.id = 1041;
    m_order.recipient = {u"김서연"_s, u"01012345678"_s};
    m_order.sender = {u"남궁뷁"_s, u"0255501007"_s};
    m_order.productName = u"작약 한아름 꽃다발"_s;
    m_order.productNameEn = u"Peony Armful"_s;
    m_order.address = {u"서울 강남구 역삼로 180-2"_s, u"B동 1203호"_s, u"06248"_s, u"역삼동"_s};
}

void SearchQueryTest::finds_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<bool>("found");
    const std::pair<QString, bool> rows[] = {
        {u"김"_s, true}, // one syllable
        {u"연"_s, true},
        {u"뷁"_s, true},
        {u"펲"_s, false},
        {u"서연"_s, true}, // two
        {u"연서"_s, false},
        {u"김서연"_s, true},
        {u"남궁뷁"_s, true},
        {u"꽃다"_s, true},
        {u"꽃 다발"_s, true}, // two words
        {u"ㄱㅅㅇ"_s, true}, // initial consonants
        {u"ㅅㅇ"_s, true},
        {u"ㄲㄷㅂ"_s, true},
        {u"ㄱㄷㅂ"_s, false},
        {u"ㅇㅅㄷ"_s, true}, // the neighbourhood
        {u"ㄱㄴㄱ"_s, false}, // the district would be found in every order
        {u"ㅏ"_s, false},
        {u"김ㅅ"_s, true}, // as it looks while it is typed
        {u"김ㅅㅇ"_s, true},
        {u"ㄱ서연"_s, true},
        {u"김ㄱ"_s, false},
        {u"1041"_s, true}, // digits
        {u"#1041"_s, true},
        {u"#104"_s, true},
        {u"#041"_s, false},
        {u"5678"_s, true},
        {u"-5678"_s, true},
        {u"010-1234-5678"_s, true},
        {u"010-"_s, true},
        {u"010-1234-56"_s, true},
        {u"02-555-01007"_s, true},
        {u"9999"_s, false},
        {u"180-2"_s, true},
        {u"1203호"_s, true},
        {u"peony"_s, true}, // English
        {u"PEONY arm"_s, true},
        {u"rose"_s, false},
        {u"b동"_s, true},
        {u"김서연 5678"_s, true}, // mixed
        {u"ㄱㅅㅇ 역삼 5678 peo"_s, true},
        {u"김서연 9999"_s, false},
        {u"  김서연\t"_s, true}, // spaces and what is none
        {u"김\u0000서연"_s, true},
        {QString(u"김서연"_s).normalized(QString::NormalizationForm_D), true},
        {u"\""_s, false}, // what means something elsewhere
        {u"\" OR \""_s, false},
        {u"김서연\" OR \"x"_s, false},
        {u"김*"_s, false},
        {u"NOT 김서연"_s, false},
        {u"NEAR(김 연)"_s, false},
        {u"grams:김"_s, false},
        {u"%"_s, false},
        {u"_"_s, false},
        {u"'; DROP TABLE order_grams; --"_s, false},
    };
    for (const auto &[typed, found] : rows)
        QTest::addRow("%s", qUtf8Printable(typed)) << typed << found;
}

void SearchQueryTest::finds()
{
    QFETCH(QString, typed);
    QFETCH(bool, found);
    QCOMPARE(SearchQuery(typed).matches(searchText(m_order)), found);
    OrderFilter filter;
    filter.text = typed;
    QCOMPARE(filter.matches(m_order), found);
}

void SearchQueryTest::everyGramIsOfTheIndexsOwnMaking()
{
    static const QRegularExpression grams(u"^[0-9a-f ]+$"_s);
    static const QRegularExpression query(u"^\"[0-9a-f]+\"( AND \"[0-9a-f]+\")*$"_s);
    Order hostile = m_order;
    hostile.recipient.name = u"\"; ' -- \0 * ( ) {x} 김"_s;
    QVERIFY(grams.match(gramsOf(searchText(hostile))).hasMatch());
    QVERIFY(query.match(SearchQuery(u"\"; ' -- * NEAR(1 \u2028"_s).gramQuery()).hasMatch());
}

void SearchQueryTest::whatIsTooLongIsCut()
{
    const SearchQuery book(u"김서연 "_s.repeated(100'000));
    QVERIFY(book.matches(searchText(m_order)));
    QVERIFY(SearchQuery(u"김"_s.repeated(1'000'000)).gramQuery().size() < 2'000);
    QVERIFY(SearchQuery(u" \t\n\u0000- "_s).matches(u"#1"_s) == false);
    QVERIFY(SearchQuery(u" \t\n "_s).isEmpty());
}

QTEST_APPLESS_MAIN(SearchQueryTest)
#include "tst_searchquery.moc"
