// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/shopinprocess.h"

#include <algorithm>

#include <QtCore/QRegularExpression>

using namespace Qt::Literals::StringLiterals;
using namespace petalpost;

namespace {

/// A page of both languages has `servers` on its path, as docs/openapi.yaml says it.
constexpr auto twinServers = "    servers: [{url: /}, {url: /en}]"_L1;

/// The operations of the document as the router writes them. Only this file's own layout is read:
/// paths are indented by two, methods by four.
QList<QByteArray> documented(const QStringList &lines)
{
    static const QRegularExpression pathLine(u"^  (/\\S*):$"_s);
    static const QRegularExpression methodLine(u"^    (get|post|put|patch|delete):$"_s);
    QList<QByteArray> found;
    QByteArray path;
    bool twin = false;
    for (const QString &line : lines) {
        if (const auto atPath = pathLine.match(line); atPath.hasMatch()) {
            path = atPath.captured(1).toLatin1();
            twin = false;
        } else if (line == twinServers) {
            twin = true;
        } else if (const auto atMethod = methodLine.match(line); atMethod.hasMatch()) {
            const QByteArray method = atMethod.captured(1).toUpper().toLatin1() + ' ';
            found << method + path;
            if (twin)
                found << method + "/en" + (path == "/" ? QByteArray() : path);
        } else if (line == "components:"_L1) {
            break;
        }
    }
    std::ranges::sort(found);
    return found;
}

} // namespace

/// The HTTP interface as it is written down and as it is routed.
class TestOpenApi : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theDocumentAndTheRouterNameTheSameOperations();
};

void TestOpenApi::theDocumentAndTheRouterNameTheSameOperations()
{
    QFile file(QStringLiteral(PETALPOST_SOURCES) + u"/docs/openapi.yaml"_s);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const auto written = documented(QString::fromUtf8(file.readAll()).split(u'\n'));
    test::ShopInProcess shop;
    QVERIFY(shop.start());
    const auto routed = shop.routes();
    QVERIFY(routed.size() > 20);
    for (const QByteArray &route : routed)
        QVERIFY2(written.contains(route),
                 QByteArray("not in docs/openapi.yaml: " + route).constData());
    for (const QByteArray &operation : written)
        QVERIFY2(routed.contains(operation), QByteArray("no such route: " + operation).constData());
    QCOMPARE(written, routed);
    QVERIFY(shop.stop());
}

QTEST_GUILESS_MAIN(TestOpenApi)
#include "tst_openapi.moc"
