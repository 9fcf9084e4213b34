// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/demoorders.h"
#include "ui/desk/archive/csvexport.h"
#include "ui/desk/archive/csvtext.h"
#include "ui/desk/words/csvfields.h"

#include <QtCore/QTemporaryDir>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

using namespace petalpost;
using namespace petalpost::desk;
using namespace Qt::Literals::StringLiterals;

/// The file that leaves the desk for a spreadsheet.
class TestCsvExport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void fieldsAreQuotedAndNeverFormulas_data();
    void fieldsAreQuotedAndNeverFormulas();
    void anOrderIsOneRecord();
    void theFileHoldsWhatIsLookedFor();
    void cancellingLeavesNoFile();
    void aFaultLeavesTheOldFile();
    void whereNothingCanBeWrittenItSaysSo();

private:
    static constexpr int orders = 260;

    ArchiveModel::Source source(int brokenAfter = orders) const;
    static QByteArray contents(const QString &path);
};

void TestCsvExport::fieldsAreQuotedAndNeverFormulas_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("field");
    QTest::newRow("plain") << u"김서연"_s << u"\"김서연\""_s;
    QTest::newRow("empty") << QString() << u"\"\""_s;
    QTest::newRow("quotes") << u"말 \"꽃\""_s << u"\"말 \"\"꽃\"\"\""_s;
    QTest::newRow("comma") << u"a,b"_s << u"\"a,b\""_s;
    QTest::newRow("lines") << u"엄마,\n사랑해요\r\n"_s << u"\"엄마,\n사랑해요\r\n\""_s;
    QTest::newRow("equals") << u"=1+1"_s << u"\"'=1+1\""_s;
    QTest::newRow("plus") << u"+82"_s << u"\"'+82\""_s;
    QTest::newRow("minus") << u"-1"_s << u"\"'-1\""_s;
    QTest::newRow("at") << u"@SUM(A1)"_s << u"\"'@SUM(A1)\""_s;
    QTest::newRow("tab") << u"\t=1"_s << u"\"'\t=1\""_s;
    QTest::newRow("return") << u"\r=1"_s << u"\"'\r=1\""_s;
    QTest::newRow("wide") << u"＝1"_s << u"\"'＝1\""_s;
    QTest::newRow("link") << u"=HYPERLINK(\"http://x\",\"y\")"_s
                          << u"\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\""_s;
    QTest::newRow("nul") << QString(u"=" % QString(QChar(u'\0')) % u"1") << u"\"'=1\""_s;
    QTest::newRow("within") << u"a=b"_s << u"\"a=b\""_s;
}

void TestCsvExport::fieldsAreQuotedAndNeverFormulas()
{
    QFETCH(QString, text);
    QTEST(csv::field(text), "field");
}

void TestCsvExport::anOrderIsOneRecord()
{
    Order order = demo::orders().front();
    order.recipient.name = u"=cmd|' /C calc'!A0"_s;
    order.address.detail = u"\"큰\" 문, 왼쪽"_s;
    QCOMPARE(
        QString::fromUtf8(csv::line(order, demo::zone)),
        u"\"1048\",\"2025-05-08 09:22\",\"결제완료\",\"결제완료\",\"작약 한아름 꽃다발\",\"1\","
        "\"89000\",\"KRW\",\"'=cmd|' /C calc'!A0\",\"010-2345-6789\",\"서울 강남구 역삼로 180\","
        "\"\"\"큰\"\" 문, 왼쪽\",\"06248\",\"2025-05-08\",\"14:00–16:00\",\"김하늘\","
        "\"010-9876-5432\",\"엄마, 언제나 고맙고 사랑해요.\n올봄엔 같이 꽃구경 가요! — 서연\","
        "\"부재 시 경비실에 맡겨 주세요.\"\r\n"_s);
    order.total = {1'205, {u"USD"_s, 2}};
    QVERIFY(csv::line(order, demo::zone).contains("\"12.05\",\"USD\""));
    order.total.minor = 5;
    QVERIFY(csv::line(order, demo::zone).contains("\"0.05\",\"USD\""));
}

ArchiveModel::Source TestCsvExport::source(int brokenAfter) const
{
    return [brokenAfter](const OrderFilter &filter, qint64 before, int limit) -> Result<OrderPage> {
        OrderPage page;
        for (qint64 id = before == 0 ? orders : before - 1; id > 0; --id) {
            if (orders - id >= brokenAfter)
                return refuse(RefusalCode::StorageFailed);
            Order order = demo::orders().front();
            order.id = id;
            order.state = id % 2 == 0 ? OrderState::Delivered : OrderState::Cancelled;
            if (filter.matches(order))
                page.orders.push_back(order);
            if (std::ssize(page.orders) == limit) {
                page.nextBeforeId = id;
                break;
            }
        }
        return page;
    };
}

QByteArray TestCsvExport::contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void TestCsvExport::theFileHoldsWhatIsLookedFor()
{
    const QTemporaryDir dir;
    const QString path = dir.filePath(u"orders.csv"_s);
    OrderFilter filter;
    filter.state = OrderState::Delivered;
    CsvExport csv(source(), filter, demo::zone, path);
    QSignalSpy progressed(&csv, &CsvExport::progressed);
    QSignalSpy finished(&csv, &CsvExport::finished);
    csv.start();
    QVERIFY(!QFile::exists(path)); // not before it is whole
    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(finished.first().at(0).value<CsvExport::End>(), CsvExport::End::Done);
    QCOMPARE(finished.first().at(1).toInt(), orders / 2);
    QVERIFY(progressed.size() >= 2);
    const QByteArray file = contents(path);
    QVERIFY(file.startsWith("\xef\xbb\xbf\"주문번호\",\"주문한 때\""));
    QCOMPARE(file.count("\r\n"), orders / 2 + 1);
    QVERIFY(file.contains("\r\n\"260\",") && file.contains("\r\n\"2\","));
    QVERIFY(!file.contains("\r\n\"259\","));
    QCOMPARE(QFile::permissions(path) & (QFile::ReadGroup | QFile::ReadOther),
             QFile::Permissions());
}

void TestCsvExport::cancellingLeavesNoFile()
{
    const QTemporaryDir dir;
    const QString path = dir.filePath(u"orders.csv"_s);
    CsvExport csv(source(), {}, demo::zone, path);
    QSignalSpy finished(&csv, &CsvExport::finished);
    connect(&csv, &CsvExport::progressed, &csv, &CsvExport::cancel);
    csv.start();
    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(finished.first().at(0).value<CsvExport::End>(), CsvExport::End::Cancelled);
    csv.cancel();
    QCOMPARE(finished.size(), 1);
    QVERIFY(QDir(dir.path()).isEmpty());
}

void TestCsvExport::aFaultLeavesTheOldFile()
{
    const QTemporaryDir dir;
    const QString path = dir.filePath(u"orders.csv"_s);
    {
        QFile old(path);
        QVERIFY(old.open(QIODevice::WriteOnly));
        old.write("old");
    }
    CsvExport csv(source(120), {}, demo::zone, path);
    QSignalSpy finished(&csv, &CsvExport::finished);
    csv.start();
    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(finished.first().at(0).value<CsvExport::End>(), CsvExport::End::Failed);
    QCOMPARE(contents(path), "old");
    QCOMPARE(QDir(dir.path()).entryList(QDir::Files), QStringList{u"orders.csv"_s});
}

void TestCsvExport::whereNothingCanBeWrittenItSaysSo()
{
    const QTemporaryDir dir;
    CsvExport csv(source(), {}, demo::zone, dir.filePath(u"no/such/folder.csv"_s));
    QSignalSpy finished(&csv, &CsvExport::finished);
    csv.start();
    QCOMPARE(finished.size(), 1);
    QCOMPARE(finished.first().at(0).value<CsvExport::End>(), CsvExport::End::Failed);
    QVERIFY(!finished.first().at(2).toString().isEmpty());
}

QTEST_MAIN(TestCsvExport)
#include "tst_csvexport.moc"
