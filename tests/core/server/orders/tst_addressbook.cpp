// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/orders/addressbook.h"

#include "core/server/orders/addressfile.h"
#include "core/server/orders/addressimport.h"
#include "core/storage/server/addressstore.h"
#include "core/storage/server/writer.h"
#include "tests/support/fakeclock.h"

#include <QtCore/QBuffer>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

using namespace Qt::Literals::StringLiterals;
using namespace petalpost;
using namespace petalpost::server;
using namespace petalpost::test;

namespace {

/// One row of the register; \a sub and \a lot as it writes them.
QByteArray row(const char *id, const char *district, const char *dong, const char *road, int number,
               int sub, int lot, const char *building = "", const char *province = "서울특별시",
               const char *ri = "", const char *mountain = "0", const char *underground = "0")
{
    return QByteArray(id) + "|1168010100|" + province + '|' + district + '|' + dong + '|' + ri + '|'
           + mountain + '|' + QByteArray::number(lot) + "|0|116803122010|" + road + '|'
           + underground + '|' + QByteArray::number(number) + '|' + QByteArray::number(sub)
           + "|1168064000|" + dong + "|06248||20110729|0|||" + building + "|\n";
}

const QByteArray streets =
    row("1", "강남구", "역삼동", "역삼로", 180, 0, 736, "봄꽃 빌딩")
    + row("2", "강남구", "역삼동", "역삼로", 18, 0, 737)
    + row("3", "강남구", "역삼동", "역삼로4길", 18, 3, 738)
    + row("4", "서초구", "서초동", "꽃마을로", 7, 0, 1500)
    + row("5", "성남시 분당구", "정자동", "역삼로", 180, 0, 9, "", "경기도")
    + row("6", "양평군", "양평읍", "꽃길", 3, 0, 12, "", "경기도", "양근리", "1");

} // namespace

/// The public register's addresses: loaded from its files, found by what people type.
class TestAddressBook : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void readsARow();
    void koreanWindowsTextIsRead();
    void whatIsNoRowIsNone_data();
    void whatIsNoRowIsNone();
    void finds_data();
    void finds();
    void tellsThatThereAreMore();
    void recognises_data();
    void recognises();
    void knowsElsewhere_data();
    void knowsElsewhere();
    void onlyTheDistrictsAskedFor();
    void aLoadWithNothingLeavesWhatWas();
    void aLoadThatWasCutOffIsNotSeen();
    void aLoadReplacesTheOneBefore();

private:
    QString path() const { return m_dir->filePath(u"shop.db"_s); }
    Result<AddressLoad> load(const QByteArray &rows, const QStringList &districts = {});
    QStringList search(const QString &typed);

    FakeClock m_clock;
    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<Writer> m_writer;
    std::unique_ptr<Reader> m_reader;
    std::unique_ptr<AddressBook> m_book;
};

void TestAddressBook::init()
{
    m_book.reset();
    m_reader.reset();
    m_writer.reset();
    m_dir = std::make_unique<QTemporaryDir>();
    m_writer = std::make_unique<Writer>(path(), m_clock);
    QVERIFY(m_writer->write([](Transaction &) -> Result<void> { return {}; }).result());
    m_reader = std::make_unique<Reader>(path());
    m_book = std::make_unique<AddressBook>(*m_reader);
}

Result<AddressLoad> TestAddressBook::load(const QByteArray &rows, const QStringList &districts)
{
    QBuffer file;
    file.setData(rows);
    file.open(QIODevice::ReadOnly);
    return AddressImport(path(), districts).load({&file});
}

QStringList TestAddressBook::search(const QString &typed)
{
    QStringList ids;
    const auto found = m_book->search(typed).result();
    if (!found)
        return {u"refused"_s};
    for (const RoadAddress &address : found->addresses)
        ids << address.id;
    return ids;
}

void TestAddressBook::readsARow()
{
    const auto entry = addressFromRow(QString::fromUtf8(
        row("3", "강남구", "역삼동", "역삼로4길", 18, 3, 738, "봄꽃 빌딩").trimmed()));
    QVERIFY(entry);
    const RoadAddress expected{u"3"_s,      u"서울 강남구 역삼로4길 18-3"_s,
                               u"강남구"_s, u"역삼동"_s,
                               u"06248"_s,  u"봄꽃 빌딩"_s};
    QCOMPARE(entry->address, expected);
    QCOMPARE(entry->keys,
             QStringList({u"역삼로4길18-3"_s, u"역삼동738"_s, u"봄꽃빌딩"_s, u"빌딩"_s}));
    const auto rural = addressFromRow(QString::fromUtf8(
        row("6", "양평군", "양평읍", "꽃길", 3, 0, 12, "", "경기도", "양근리", "1", "1")
            .trimmed()));
    QCOMPARE(rural->address.line, u"경기 양평군 양평읍 꽃길 지하3"_s);
    QCOMPARE(rural->keys, QStringList({u"꽃길3"_s, u"양근리산12"_s}));
}

void TestAddressBook::koreanWindowsTextIsRead()
{
    // "역삼로|똠" in CP949; the second word has a syllable that EUC-KR lacks.
    QCOMPARE(decodedRow("\xbf\xaa\xbb\xef\xb7\xce|\x8c\x63"), u"역삼로|똠"_s);
    QCOMPARE(decodedRow(QByteArray("역삼로|똠")), u"역삼로|똠"_s);
}

void TestAddressBook::whatIsNoRowIsNone_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("empty") << QString();
    QTest::newRow("too few columns") << u"1|2|3"_s;
    QTest::newRow("no road") << QString(23, u'|');
    QTest::newRow("no number") << QString::fromUtf8(
        row("3", "강남구", "역삼동", "역삼로", 0, 0, 738).trimmed());
}

void TestAddressBook::whatIsNoRowIsNone()
{
    QFETCH(QString, text);
    QVERIFY(!addressFromRow(text));
}

void TestAddressBook::finds_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QStringList>("ids");
    QTest::newRow("road and number") << u"역삼로 180"_s << QStringList{u"1"_s, u"5"_s};
    QTest::newRow("without a space") << u"역삼로180"_s << QStringList{u"1"_s, u"5"_s};
    QTest::newRow("as it begins") << u"꽃마을"_s << QStringList{u"4"_s};
    QTest::newRow("sub-number") << u"역삼로4길 18-3"_s << QStringList{u"3"_s};
    QTest::newRow("in full, with a flat")
        << u"서울특별시 서초구 꽃마을로 7, 101동 1001호"_s << QStringList{u"4"_s};
    QTest::newRow("lot") << u"역삼동 736"_s << QStringList{u"1"_s};
    QTest::newRow("mountain lot") << u"양근리 산12"_s << QStringList{u"6"_s};
    QTest::newRow("building") << u"봄꽃빌딩"_s << QStringList{u"1"_s};
    QTest::newRow("with a bracket") << u"꽃길 3 (양평읍)"_s << QStringList{u"6"_s};
    QTest::newRow("not there") << u"없는길 5"_s << QStringList{};
    QTest::newRow("one syllable") << u"역"_s << QStringList{};
    QTest::newRow("nothing") << u"   "_s << QStringList{};
    QTest::newRow("hostile") << u"'; DROP TABLE road_addresses; -- % _ \\"_s << QStringList{};
    QTest::newRow("very long") << QString(100'000, u'가') << QStringList{};
}

void TestAddressBook::finds()
{
    QFETCH(QString, typed);
    QVERIFY(load(streets));
    QTEST(search(typed), "ids");
}

void TestAddressBook::tellsThatThereAreMore()
{
    QByteArray rows;
    for (int i = 1; i <= AddressBook::most + 1; ++i)
        rows += row(QByteArray::number(i).constData(), "강남구", "역삼동", "봄길", i, 0, i);
    QVERIFY(load(rows));
    const auto found = m_book->search(u"봄길"_s).result();
    QVERIFY(found->more);
    QCOMPARE(found->addresses.size(), size_t(AddressBook::most));
    QVERIFY(!m_book->search(u"봄길 2"_s).result()->more);
}

void TestAddressBook::recognises_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("id");
    QTest::newRow("in full") << u"서울 강남구 역삼로 180"_s << u"1"_s;
    QTest::newRow("the same road elsewhere") << u"경기 성남시 분당구 역삼로 180"_s << u"5"_s;
    QTest::newRow("in two districts") << u"역삼로 180"_s << QString();
    QTest::newRow("only one has it") << u"꽃마을로 7 101동"_s << u"4"_s;
    QTest::newRow("the beginning of a number") << u"꽃마을로"_s << QString();
    QTest::newRow("another district") << u"서울 강남구 꽃마을로 7"_s << QString();
    QTest::newRow("a building's name") << u"봄꽃 빌딩"_s << QString();
}

void TestAddressBook::recognises()
{
    QFETCH(QString, typed);
    QVERIFY(load(streets));
    const auto known = m_reader
                           ->read([&](Database &database) -> Result<QString> {
                               const auto address = recognisedAddress(database, typed);
                               return address ? address->id : QString();
                           })
                           .result();
    QVERIFY(known);
    QTEST(*known, "id");
}

void TestAddressBook::knowsElsewhere_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<bool>("elsewhere");
    QTest::newRow("here") << u"서울 강남구 역삼로 180"_s << false;
    QTest::newRow("a district of two words") << u"성남시 분당구 정자로 1"_s << false;
    QTest::newRow("another district") << u"부산 해운대구 달맞이길 1"_s << true;
    QTest::newRow("another city") << u"경기 수원시 영통구 봄로 2"_s << true;
    QTest::newRow("no district") << u"역삼로 180"_s << false;
    QTest::newRow("a province only") << u"서울특별시 역삼로 180"_s << false;
    QTest::newRow("a building's name") << u"역삼로 180 푸른도시"_s << false;
}

void TestAddressBook::knowsElsewhere()
{
    QFETCH(QString, typed);
    QTEST(isElsewhere(typed, {u"강남구"_s, u"성남시 분당구"_s}), "elsewhere");
    QVERIFY(!isElsewhere(typed, {}));
}

void TestAddressBook::onlyTheDistrictsAskedFor()
{
    const auto loaded = load(streets + "no row\n", {u"강남구"_s, u"성남시 분당구"_s});
    QVERIFY(loaded);
    QCOMPARE(loaded->addresses, 4);
    QCOMPARE(loaded->rowsElsewhere, 2);
    QCOMPARE(loaded->rowsUnreadable, 1);
    QCOMPARE(*m_book->districts().result(), QStringList({u"강남구"_s, u"성남시 분당구"_s}));
    QCOMPARE(search(u"꽃마을로 7"_s), QStringList());
}

void TestAddressBook::aLoadWithNothingLeavesWhatWas()
{
    QVERIFY(load(streets));
    const auto nothing = load(streets, {u"종로구"_s});
    QVERIFY(!nothing);
    QCOMPARE(nothing.error().code, RefusalCode::NotFound);
    QCOMPARE(search(u"꽃마을로 7"_s), QStringList{u"4"_s});
}

void TestAddressBook::aLoadThatWasCutOffIsNotSeen()
{
    QVERIFY(load(streets));
    {
        // As a load leaves it that was killed after its first thousand rows.
        Database database(path(), Database::Mode::ReadWrite);
        database.begin();
        const qint64 generation = store::newAddresses(database);
        RoadAddress half;
        half.id = u"half"_s;
        store::insertAddress(database, generation, half, {u"반쪽길1"_s});
        database.commit();
    }
    QCOMPARE(search(u"반쪽길 1"_s), QStringList());
    QCOMPARE(search(u"꽃마을로 7"_s), QStringList{u"4"_s});
    QVERIFY(load(row("9", "강남구", "역삼동", "새길", 1, 0, 1)));
    QCOMPARE(search(u"반쪽길 1"_s), QStringList());
    QCOMPARE(search(u"새길 1"_s), QStringList{u"9"_s});
}

void TestAddressBook::aLoadReplacesTheOneBefore()
{
    QVERIFY(load(streets));
    QVERIFY(load(row("9", "강남구", "역삼동", "새길", 1, 0, 1)));
    QCOMPARE(search(u"꽃마을로 7"_s), QStringList());
    QCOMPARE(*m_book->districts().result(), QStringList{u"강남구"_s});
    const auto rows = m_reader
                          ->read([](Database &database) -> Result<qint64> {
                              Rows counted =
                                  database.query("SELECT COUNT(*) FROM road_address_keys");
                              counted.next();
                              return counted.number(0);
                          })
                          .result();
    QCOMPARE(*rows, 2); // nothing of the earlier one is left
}

QTEST_GUILESS_MAIN(TestAddressBook)
#include "tst_addressbook.moc"
