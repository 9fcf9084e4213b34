// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/domain/photo.h"
#include "core/server/photos/photodecoder.h"
#include "tests/support/pictures.h"

#include <QtCore/QFile>
#include <QtCore/QRegularExpression>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

#include <cmath>

using namespace Qt::Literals::StringLiterals;
using namespace petalpost;
using namespace petalpost::server;
using namespace petalpost::test;

namespace {

constexpr int shortMs = 200;
constexpr int answerMs = 60'000;

Result<DecodedPhoto> answerOf(const QFuture<Result<DecodedPhoto>> &future)
{
    const bool answered = QTest::qWaitFor([&] { return future.isFinished(); }, answerMs);
    return answered ? future.result() : refuse(RefusalCode::StorageFailed);
}

QString why(const Result<DecodedPhoto> &result)
{
    return result ? u"kept"_s
                  : QString(word(result.error().code) + u' ' + result.error().value).trimmed();
}

bool alike(QColor one, QColor other)
{
    constexpr int apart = 12;
    return std::abs(one.red() - other.red()) < apart
           && std::abs(one.green() - other.green()) < apart
           && std::abs(one.blue() - other.blue()) < apart;
}

/// A small JPEG that claims to be \a width by \a height.
QByteArray boastful(quint16 width, quint16 height)
{
    QByteArray jpeg = pictureFile({16, 16});
    constexpr int heightAt = 5; // behind the marker, the length and the depth
    const qsizetype at = jpeg.indexOf("\xff\xc0") + heightAt;
    jpeg[at] = char(height >> 8);
    jpeg[at + 1] = char(height & 0xff);
    jpeg[at + 2] = char(width >> 8);
    jpeg[at + 3] = char(width & 0xff);
    return jpeg;
}

} // namespace

/// The real decoder, and programs in its place that hang, lie and talk too much.
class TestPhotoDecoder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void twoRenderingsAndNothingElse();
    void smallPicturesStaySmall();
    void transparencyBecomesWhite();
    void everyKnownFormat();
    void whatIsNoPicture_data();
    void whatIsNoPicture();
    void theLargestPictureThatIsTaken();
    void tooManyPixels();
    void tooManyAtOnce();
    void aProgramThatHangs();
    void aProgramThatLies();
    void aProgramThatTalksWithoutEnd();
    void noProgramAtAll();
    void nothingOfTheServerGoesAlong();
    void whoeverWaitsIsAnsweredAtTheEnd();

private:
    Result<DecodedPhoto> decode(const QByteArray &file)
    {
        return answerOf(m_decoder->decode(file));
    }
    /// Another program: the shell script \a body.
    QString script(const QByteArray &body)
    {
        QString path = m_dir.filePath(u"program"_s);
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly))
            return {};
        file.write("#!/bin/sh\n" + body);
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        return path;
    }

    QTemporaryDir m_dir;
    std::unique_ptr<PhotoDecoder> m_decoder;
};

void TestPhotoDecoder::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_decoder = std::make_unique<PhotoDecoder>(QString::fromUtf8(PETALPOST_PHOTO));
}

void TestPhotoDecoder::twoRenderingsAndNothingElse()
{
    const QByteArray file = fromCamera(pictureFile({3000, 2000}, QColor(200, 40, 90)));
    QVERIFY(file.contains("secret garden"));
    const auto photo = decode(file);
    QVERIFY2(photo, qPrintable(why(photo)));
    for (const auto &[rendering, width] :
         {std::pair(photo->small, photobounds::smallPx), {photo->large, photobounds::largePx}}) {
        QVERIFY(!rendering.contains("Exif") && !rendering.contains("secret garden"));
        const QImage shown = QImage::fromData(rendering, "webp");
        QCOMPARE(shown.size(), QSize(width, width * 3 / 2)); // upright
        QVERIFY(alike(shown.pixelColor(width / 2, width / 2), QColor(200, 40, 90)));
    }
}

void TestPhotoDecoder::smallPicturesStaySmall()
{
    const auto photo = decode(pictureFile({120, 90}));
    QVERIFY(photo);
    QCOMPARE(QImage::fromData(photo->small).size(), QSize(120, 90));
    QCOMPARE(QImage::fromData(photo->large).size(), QSize(120, 90));
    const auto column = decode(pictureFile({10, 4000}));
    QVERIFY(column);
    QCOMPARE(QImage::fromData(column->large).size(), QSize(10, 20)); // cut to its middle
}

void TestPhotoDecoder::transparencyBecomesWhite()
{
    const auto photo = decode(pictureFile({400, 300}, Qt::transparent, "png"));
    QVERIFY(photo);
    QVERIFY(alike(QImage::fromData(photo->large).pixelColor(200, 150), Qt::white));
}

void TestPhotoDecoder::everyKnownFormat()
{
    for (const char *format : {"jpeg", "png", "webp"}) {
        const auto photo = decode(pictureFile({800, 600}, QColor(20, 120, 60), format));
        QVERIFY2(photo, format);
        QVERIFY(alike(QImage::fromData(photo->small).pixelColor(100, 100), QColor(20, 120, 60)));
    }
}

void TestPhotoDecoder::whatIsNoPicture_data()
{
    QTest::addColumn<QByteArray>("file");
    const QByteArray jpeg = pictureFile({300, 200});
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("text") << "<html>"_ba;
    QTest::newRow("svg") << "<svg xmlns=\"http://www.w3.org/2000/svg\"/>"_ba;
    QTest::newRow("bmp") << pictureFile({20, 20}, Qt::red, "bmp");
    QTest::newRow("a name alone") << jpeg.first(3);
    QTest::newRow("another's clothes") << "\xff\xd8\xff" + pictureFile({20, 20}, Qt::red, "png");
    QTest::newRow("no pixels") << boastful(0, 10);
    QTest::newRow("half a png") << pictureFile({900, 900}, Qt::red, "png").first(60);
    QTest::newRow("too many bytes") << jpeg + QByteArray(photobounds::uploadBytes, 'x');
}

void TestPhotoDecoder::whatIsNoPicture()
{
    QFETCH(const QByteArray, file);
    QCOMPARE(why(decode(file)), u"invalid-photo format"_s);
}

/// Within the program's own limits of memory and time.
void TestPhotoDecoder::theLargestPictureThatIsTaken()
{
    for (const char *format : {"png", "jpeg"}) {
        const QByteArray file = pictureFile({8'000, 5'000}, QColor(20, 120, 60), format);
        QVERIFY(file.size() <= photobounds::uploadBytes);
        QCOMPARE(why(decode(file)), u"kept"_s);
    }
    QCOMPARE(why(decode(pictureFile({12'000, 20}))), u"kept"_s);
}

void TestPhotoDecoder::tooManyPixels()
{
    QCOMPARE(why(decode(boastful(12'001, 10))), u"invalid-photo pixels"_s);
    QCOMPARE(why(decode(boastful(8'000, 8'000))), u"invalid-photo pixels"_s);
}

void TestPhotoDecoder::tooManyAtOnce()
{
    const QByteArray file = pictureFile({60, 40});
    std::vector<QFuture<Result<DecodedPhoto>>> asked;
    asked.reserve(PhotoDecoder::mostAtOnce + PhotoDecoder::mostWaiting);
    for (int i = 0; i < PhotoDecoder::mostAtOnce + PhotoDecoder::mostWaiting; ++i)
        asked.push_back(m_decoder->decode(file));
    QCOMPARE(why(answerOf(m_decoder->decode(file))), u"busy"_s);
    for (const auto &future : asked)
        QCOMPARE(why(answerOf(future)), u"kept"_s);
    QCOMPARE(why(decode(file)), u"kept"_s);
}

void TestPhotoDecoder::aProgramThatHangs()
{
    m_decoder = std::make_unique<PhotoDecoder>(script("exec sleep 600\n"), shortMs);
    QCOMPARE(why(decode(pictureFile({60, 40}))), u"invalid-photo format"_s);
}

void TestPhotoDecoder::aProgramThatLies()
{
    m_decoder = std::make_unique<PhotoDecoder>(script("cat >/dev/null\nprintf 'RIFF....WEBP'\n"));
    QCOMPARE(why(decode(pictureFile({60, 40}))), u"invalid-photo format"_s);
    m_decoder = std::make_unique<PhotoDecoder>(script("cat >/dev/null\nkill -SEGV $$\n"));
    QCOMPARE(why(decode(pictureFile({60, 40}))), u"invalid-photo format"_s);
}

void TestPhotoDecoder::aProgramThatTalksWithoutEnd()
{
    m_decoder = std::make_unique<PhotoDecoder>(script("cat >/dev/null\nexec cat /dev/zero\n"));
    QCOMPARE(why(decode(pictureFile({60, 40}))), u"invalid-photo format"_s);
}

void TestPhotoDecoder::noProgramAtAll()
{
    m_decoder = std::make_unique<PhotoDecoder>(m_dir.filePath(u"nothing"_s));
    QTest::ignoreMessage(QtCriticalMsg, QRegularExpression(u"could not be started"_s));
    QCOMPARE(why(decode(pictureFile({60, 40}))), u"busy"_s);
}

void TestPhotoDecoder::nothingOfTheServerGoesAlong()
{
    qputenv("PETALPOST_SECRET", "tulip");
    QFile open(m_dir.filePath(u"open"_s));
    QVERIFY(open.open(QIODevice::WriteOnly));
    const QString seen = m_dir.filePath(u"seen"_s);
    m_decoder = std::make_unique<PhotoDecoder>(
        script("{ env; ls -l /proc/self/fd; } >" + seen.toUtf8() + "\n"));
    QCOMPARE(why(decode(pictureFile({60, 40}))), u"invalid-photo format"_s);
    qunsetenv("PETALPOST_SECRET");
    QFile told(seen);
    QVERIFY(told.open(QIODevice::ReadOnly));
    const QByteArray text = told.readAll();
    QVERIFY(text.contains("LC_ALL=C.UTF-8"));
    QVERIFY(!text.contains("tulip"));
    const QByteArray openLine = open.fileName().toUtf8() + '\n';
    QVERIFY2(!text.contains(openLine), text.constData());
}

void TestPhotoDecoder::whoeverWaitsIsAnsweredAtTheEnd()
{
    m_decoder = std::make_unique<PhotoDecoder>(script("exec sleep 600\n"));
    std::vector<QFuture<Result<DecodedPhoto>>> asked;
    asked.reserve(PhotoDecoder::mostAtOnce + 1);
    for (int i = 0; i < PhotoDecoder::mostAtOnce + 1; ++i)
        asked.push_back(m_decoder->decode("x"));
    m_decoder->stop();
    for (const auto &future : asked)
        QCOMPARE(why(answerOf(future)), u"busy"_s);
    QCOMPARE(why(decode("x")), u"busy"_s);
}

QTEST_GUILESS_MAIN(TestPhotoDecoder)
#include "tst_photodecoder.moc"
