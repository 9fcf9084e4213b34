// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/sync/eventparser.h"

#include <QtTest/QTest>

using namespace petalpost::sync;

namespace {

std::vector<ServerEvent> drain(EventParser &parser)
{
    std::vector<ServerEvent> events;
    while (auto event = parser.next())
        events.push_back(std::move(*event));
    return events;
}

const std::vector<ServerEvent> twoEvents{{"page", "{\"a\":1}"}, {"message", "x\ny"}};

} // namespace

class EventParserTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anyCutGivesTheSameEvents_data();
    void anyCutGivesTheSameEvents();
    void anUnfinishedEventDoesNotExist();
    void commentsAndUnknownFieldsAreSkipped();
    void anEventWithoutDataIsNone();
    void clearForgetsHalfAnEvent();
    void aBoundedEvent();
    void manyEventsMayExceedTheBoundTogether();
};

void EventParserTest::anyCutGivesTheSameEvents_data()
{
    QTest::addColumn<QByteArray>("lineEnd");
    QTest::newRow("LF") << QByteArray("\n");
    QTest::newRow("CRLF") << QByteArray("\r\n");
    QTest::newRow("CR") << QByteArray("\r");
}

void EventParserTest::anyCutGivesTheSameEvents()
{
    QFETCH(QByteArray, lineEnd);
    QByteArray bytes = ": hello\nevent: page\nid: e.1\ndata: {\"a\":1}\n\ndata:x\ndata: y\n\n";
    bytes.replace("\n", lineEnd);
    for (qsizetype step = 1; step <= bytes.size(); ++step) {
        EventParser parser;
        for (qsizetype from = 0; from < bytes.size(); from += step)
            QVERIFY(parser.add(bytes.sliced(from, qMin(step, bytes.size() - from))));
        QCOMPARE(drain(parser), twoEvents);
    }
}

void EventParserTest::anUnfinishedEventDoesNotExist()
{
    EventParser parser;
    QVERIFY(parser.add("event: page\ndata: {}\n"));
    QVERIFY(!parser.next());
    QVERIFY(parser.add("\n"));
    QVERIFY(parser.next());
    QVERIFY(!parser.next());
}

void EventParserTest::commentsAndUnknownFieldsAreSkipped()
{
    EventParser parser;
    QVERIFY(parser.add(":\n\n: beat\nretry: 5\nfuture: x\nodd\ndata: y\n\n:\n"));
    QCOMPARE(drain(parser), (std::vector<ServerEvent>{{"message", "y"}}));
}

void EventParserTest::anEventWithoutDataIsNone()
{
    EventParser parser;
    QVERIFY(parser.add("event: page\n\ndata: y\n\n"));
    QCOMPARE(drain(parser), (std::vector<ServerEvent>{{"message", "y"}}));
}

void EventParserTest::clearForgetsHalfAnEvent()
{
    EventParser parser;
    QVERIFY(parser.add("event: page\ndata: half\nda"));
    parser.clear();
    QVERIFY(parser.add("data: y\n\n"));
    QCOMPARE(drain(parser), (std::vector<ServerEvent>{{"message", "y"}}));
}

void EventParserTest::aBoundedEvent()
{
    EventParser oneLine;
    QVERIFY(oneLine.add("data: "));
    QVERIFY(!oneLine.add(QByteArray(EventParser::maxEventBytes, 'x')));
    EventParser manyLines;
    const QByteArray line = "data: " + QByteArray(EventParser::maxEventBytes / 4, 'x') + '\n';
    for (int i = 0; i < 3; ++i)
        QVERIFY(manyLines.add(line));
    QVERIFY(!manyLines.add(line));
}

void EventParserTest::manyEventsMayExceedTheBoundTogether()
{
    EventParser parser;
    const QByteArray event = "data: " + QByteArray(EventParser::maxEventBytes / 4, 'x') + "\n\n";
    for (int i = 0; i < 8; ++i) {
        QVERIFY(parser.add(event));
        QCOMPARE(drain(parser).size(), 1u);
    }
}

QTEST_GUILESS_MAIN(EventParserTest)

#include "tst_eventparser.moc"
