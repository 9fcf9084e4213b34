// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/domain/photo.h"
#include "core/protocol/paths.h"
#include "tests/support/pairingcalls.h"
#include "tests/support/pictures.h"
#include "tests/support/web/browser.h"

#include <QtCore/QRegularExpression>

using namespace Qt::Literals::StringLiterals;
using namespace petalpost;
using namespace petalpost::test;
using paths::photoRendering;

namespace {

constexpr qint64 peony = 1;
constexpr qint64 hourMs = qint64(60) * 60 * 1000;
constexpr qint64 dayMs = 24 * hourMs;

} // namespace

/// Photos from the desk and the road to the pages that show them.
class TestPhotoFlow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void aPhotoIsKeptOnce();
    void onlyDevicesSendPhotos();
    void badFilesAreRefusedInWords();
    void browsersKeepAPhotoForEver();
    void aProductShowsItsPhotos();
    void aProductNamesOnlyPhotosThatAreHere();
    void anOrderShowsItsPhotos();
    void aPhotoMakesNoMoveStale();
    void whatADriverBringsIsOfTheDelivery();
    void whatNothingShowsIsForgotten();

private:
    Answer send(HttpCalls &calls, const QByteArray &file)
    {
        return calls.send("POST", u"/photos"_s, file, {{"Content-Type", "image/jpeg"}});
    }
    QString keep(const QByteArray &file)
    {
        return send(*m_owner, file).json().value(u"id"_s).toString();
    }
    int statusOf(const QString &id, int width = photobounds::smallPx)
    {
        return m_anybody->get(photoRendering(id, width)).status;
    }
    /// An order of today whose flowers are made.
    QJsonObject madeOrder()
    {
        const QJsonArray offers = m_owner->get(u"/windows"_s).json().value(u"items"_s).toArray();
        const QJsonObject placed =
            m_owner
                ->post(u"/orders"_s,
                       {{u"productId"_s, peony},
                        {u"qty"_s, 1},
                        {u"customerName"_s, u"정하나"_s},
                        {u"phoneNumber"_s, u"01012341234"_s},
                        {u"address"_s, QJsonObject{{u"line"_s, u"서울 강남구 역삼로 180"_s}}},
                        {u"deskMethod"_s, u"cash"_s},
                        {u"paid"_s, true},
                        {u"window"_s, offers.last()[u"window"_s]}})
                .json();
        QJsonObject made = move(placed, {{u"verb"_s, u"markMade"_s}}).json();
        made.insert(u"trackingPath"_s, placed.value(u"trackingPath"_s));
        return made;
    }
    Answer move(const QJsonObject &order, const QJsonObject &body)
    {
        return m_owner->patch(u"/orders/%1"_s.arg(order.value(u"id"_s).toInteger()), body);
    }

    std::unique_ptr<ShopInProcess> m_shop;
    std::unique_ptr<HttpCalls> m_owner;
    std::unique_ptr<HttpCalls> m_anybody;
};

void TestPhotoFlow::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_shop = std::make_unique<ShopInProcess>();
    QVERIFY(m_shop->start());
    m_owner = std::make_unique<HttpCalls>(m_shop->url(), m_shop->token);
    m_anybody = std::make_unique<HttpCalls>(m_shop->url());
}

void TestPhotoFlow::cleanup()
{
    m_owner.reset();
    m_anybody.reset();
    QVERIFY(m_shop->stop());
    m_shop.reset();
}

void TestPhotoFlow::aPhotoIsKeptOnce()
{
    const QByteArray file = fromCamera(pictureFile({1600, 1200}));
    for (int i = 0; i < 2; ++i) {
        const Answer answer = send(*m_owner, file);
        QCOMPARE(answer.status, 201);
        QCOMPARE(answer.json().value(u"id"_s).toString(), photoId(file));
    }
    QCOMPARE(statusOf(photoId(file)), 200);
}

void TestPhotoFlow::onlyDevicesSendPhotos()
{
    QCOMPARE(send(*m_anybody, pictureFile({20, 20})).status, 401);
    for (const QString &role : {u"florist"_s, u"driver"_s}) {
        HttpCalls device(m_shop->url(), pairDevice(*m_shop, role).token);
        QCOMPARE(send(device, pictureFile({20, 20})).status, 201);
    }
}

void TestPhotoFlow::badFilesAreRefusedInWords()
{
    const Answer text = send(*m_owner, "<script>alert(1)</script>");
    QCOMPARE(text.status, 422);
    QVERIFY(text.body.contains("invalid-photo") && text.body.contains("JPEG, PNG or WebP"));
    QCOMPARE(send(*m_owner, QByteArray(photobounds::uploadBytes + 1, 'x')).status, 413);
    for (const QString &path :
         {u"/photos/x-360.webp"_s, u"/photos/../petalpost.db"_s,
          photoRendering(QString(64, u'a'), 360), photoRendering(QString(64, u'a'), 361),
          photoRendering(QString(64, u'A'), 360)})
        QCOMPARE(m_anybody->get(path).status, 404);
}

void TestPhotoFlow::browsersKeepAPhotoForEver()
{
    const QString id = keep(pictureFile({1000, 800}));
    Browser browser(m_shop->port());
    for (const int width : {photobounds::smallPx, photobounds::largePx}) {
        const Page page = browser.get(photoRendering(id, width));
        QCOMPARE(page.status, 200);
        QCOMPARE(page.headers.value("content-type"), "image/webp");
        QVERIFY(page.headers.value("cache-control").contains("immutable"));
        QCOMPARE(QImage::fromData(page.body).width(), width);
        const QByteArray etag = page.headers.value("etag");
        QCOMPARE(browser.get(photoRendering(id, width), {{"If-None-Match", etag}}).status, 304);
    }
}

void TestPhotoFlow::aProductShowsItsPhotos()
{
    const QString first = keep(pictureFile({1000, 800}, Qt::red));
    const QString second = keep(pictureFile({1000, 800}, Qt::blue));
    const Answer changed =
        m_owner->patch(u"/catalogue/1"_s, {{u"photos"_s, QJsonArray{first, second}}});
    QCOMPARE(changed.status, 200);
    const QString menu = m_anybody->get(u"/"_s).text();
    QVERIFY(menu.contains(u"src=\"%1\""_s.arg(photoRendering(first, 360))));
    QVERIFY(!menu.contains(second));
    const QString item = m_anybody->get(u"/shop/items/1"_s).text();
    QVERIFY(item.contains(u"src=\"%1\""_s.arg(photoRendering(first, 720))));
    QVERIFY(item.contains(u"src=\"%1\""_s.arg(photoRendering(second, 360))));
    QVERIFY(item.contains(QRegularExpression(u"og:image\" content=\"[^\"]*"_s + first)));
    QCOMPARE(m_owner->patch(u"/catalogue/1"_s, {{u"photos"_s, QJsonArray()}}).status, 200);
    QVERIFY(!m_anybody->get(u"/"_s).text().contains(first));
}

void TestPhotoFlow::aProductNamesOnlyPhotosThatAreHere()
{
    const QString here = keep(pictureFile({100, 80}));
    const QJsonArray cases[] = {
        {here, QString(64, u'b')}, {u"../../etc/passwd"_s}, {here, here, here, here, here, here}};
    for (const QJsonArray &photos : cases)
        QCOMPARE(m_owner->patch(u"/catalogue/1"_s, {{u"photos"_s, photos}}).status, 422);
    QCOMPARE(m_owner->patch(u"/catalogue/1"_s, {{u"photos"_s, QJsonArray{7}}}).status, 422);
    QVERIFY(!m_anybody->get(u"/"_s).text().contains(here));
}

void TestPhotoFlow::anOrderShowsItsPhotos()
{
    const QString flowers = keep(pictureFile({1000, 800}, Qt::red));
    const QString door = keep(pictureFile({1000, 800}, Qt::blue));
    const QJsonObject order = madeOrder();
    const QString page = order.value(u"trackingPath"_s).toString();
    const auto add = [&](const QString &of, const QString &photo) {
        return move(order, {{u"verb"_s, u"addPhoto"_s}, {u"photoOf"_s, of}, {u"photo"_s, photo}});
    };
    QCOMPARE(add(u"arrangement"_s, flowers).status, 200);
    QCOMPARE(add(u"delivery"_s, door).status, 200);
    QCOMPARE(add(u"arrangement"_s, QString(64, u'c')).status, 422);
    QCOMPARE(add(u"nonsense"_s, flowers).status, 422);
    const QString shown = m_anybody->get(page).text();
    QVERIFY(shown.contains(photoRendering(flowers, 720))
            && shown.contains(photoRendering(door, 720)));
    const QJsonObject photos =
        move(order, {{u"verb"_s, u"startDelivery"_s}}).json().value(u"photos"_s).toObject();
    QCOMPARE(photos, QJsonObject({{u"arrangement"_s, flowers}, {u"delivery"_s, door}}));
    QCOMPARE(add(u"arrangement"_s, QString()).status, 200); // taken away again
    const QJsonObject left =
        move(order, {{u"verb"_s, u"completeDelivery"_s}}).json().value(u"photos"_s).toObject();
    QCOMPARE(left, QJsonObject({{u"delivery"_s, door}}));
}

void TestPhotoFlow::aPhotoMakesNoMoveStale()
{
    const QJsonObject order = madeOrder();
    const qint64 seen = order.value(u"version"_s).toInteger();
    const QString photo = keep(pictureFile({100, 80}));
    const QJsonObject adding{{u"verb"_s, u"addPhoto"_s},
                             {u"photoOf"_s, u"arrangement"_s},
                             {u"photo"_s, photo},
                             {u"basedOn"_s, seen}};
    QCOMPARE(move(order, adding).json().value(u"version"_s).toInteger(), seen);
    const QJsonObject start{{u"verb"_s, u"startDelivery"_s}, {u"basedOn"_s, seen}};
    QCOMPARE(move(order, start).status, 200);
    QCOMPARE(move(order, adding).status, 200); // taken before, sent after
}

void TestPhotoFlow::whatADriverBringsIsOfTheDelivery()
{
    const QJsonObject order = madeOrder();
    HttpCalls driver(m_shop->url(), pairDevice(*m_shop, u"driver"_s).token);
    const QByteArray file = pictureFile({300, 200}, Qt::green);
    QCOMPARE(send(driver, file).status, 201);
    const QString path = u"/deliveries/%1"_s.arg(order.value(u"id"_s).toInteger());
    QCOMPARE(driver.patch(path, {{u"verb"_s, u"startDelivery"_s}}).status, 200);
    QCOMPARE(driver.patch(path, {{u"verb"_s, u"completeDelivery"_s}}).status, 200);
    const Answer added = driver.patch(path, {{u"verb"_s, u"addPhoto"_s},
                                             {u"photoOf"_s, u"arrangement"_s},
                                             {u"photo"_s, photoId(file)}});
    QCOMPARE(added.status, 200); // behind the press that it belongs to
    QCOMPARE(added.json().value(u"photos"_s).toObject(),
             QJsonObject({{u"delivery"_s, photoId(file)}}));
}

void TestPhotoFlow::whatNothingShowsIsForgotten()
{
    const QString lost = keep(pictureFile({100, 80}, Qt::red));
    const QString sold = keep(pictureFile({100, 80}, Qt::blue));
    const QString made = keep(pictureFile({100, 80}, Qt::green));
    QCOMPARE(m_owner->patch(u"/catalogue/1"_s, {{u"photos"_s, QJsonArray{sold}}}).status, 200);
    const QJsonObject adding{
        {u"verb"_s, u"addPhoto"_s}, {u"photoOf"_s, u"arrangement"_s}, {u"photo"_s, made}};
    QCOMPARE(move(madeOrder(), adding).status, 200);
    m_shop->clock.advance(dayMs - 1);
    m_shop->sweep();
    QCOMPARE(keep(pictureFile({100, 80}, Qt::yellow)).size(), 64); // behind the sweep's writing
    QCOMPARE(statusOf(lost), 200);
    m_shop->clock.advance(hourMs);
    m_shop->sweep();
    QTRY_COMPARE(statusOf(lost), 404);
    QCOMPARE(statusOf(sold), 200);
    QCOMPARE(statusOf(made), 200);
}

QTEST_GUILESS_MAIN(TestPhotoFlow)
#include "tst_photoflow.moc"
