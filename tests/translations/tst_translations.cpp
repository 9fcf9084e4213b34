// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "translations/words.h"

#include <QtCore/QDirIterator>
#include <QtCore/QFile>
#include <QtCore/QMap>
#include <QtCore/QProcess>
#include <QtCore/QRegularExpression>
#include <QtCore/QTemporaryDir>
#include <QtCore/QTranslator>
#include <QtCore/QXmlStreamReader>
#include <QtTest/QTest>

using namespace Qt::Literals::StringLiterals;
using namespace petalpost;

namespace {

const QRegularExpression hangul(u"[가-힣]"_s);
/// Those that no tr() call holds: the customer pages and the text messages have their own.
const QSet<QString> serverContexts{u"shop"_s, u"messages"_s};

struct Message
{
    QString context;
    QString source;
    QString comment;
    bool numerus = false;
    bool finished = true;
    QStringList texts; ///< one, or one per plural form

    /// What a look-up goes by.
    QString key() const { return QStringList({context, comment, source}).join(u" | "_s); }
    QByteArray told(const QString &what) const { return (what % u": "_s % key()).toUtf8(); }
};

void readTranslation(QXmlStreamReader &xml, Message &message)
{
    message.finished = !xml.attributes().hasAttribute(u"type"_s);
    if (!message.numerus) {
        message.texts << xml.readElementText();
        return;
    }
    while (xml.readNextStartElement())
        message.texts << xml.readElementText();
}

Message readMessage(QXmlStreamReader &xml, const QString &context)
{
    Message message;
    message.context = context;
    message.numerus = xml.attributes().value("numerus"_L1) == "yes"_L1;
    while (xml.readNextStartElement()) {
        if (xml.name() == "source"_L1)
            message.source = xml.readElementText();
        else if (xml.name() == "comment"_L1)
            message.comment = xml.readElementText();
        else if (xml.name() == "translation"_L1)
            readTranslation(xml, message);
        else
            xml.skipCurrentElement();
    }
    return message;
}

QMap<QString, Message> readMessages(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("%s cannot be read", qUtf8Printable(path));
    QXmlStreamReader xml(&file);
    QMap<QString, Message> all;
    QString context;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == "name"_L1) {
            context = xml.readElementText();
        } else if (xml.name() == "message"_L1) {
            const Message message = readMessage(xml, context);
            all.insert(message.key(), message);
        }
    }
    if (xml.hasError())
        qFatal("%s: %s", qUtf8Printable(path), qUtf8Printable(xml.errorString()));
    return all;
}

/// %1, %n and {{name}}, each as often as it stands there.
QStringList placeholders(const QString &text)
{
    static const QRegularExpression pattern(u"%L?\\d+|%L?n|\\{\\{[^}]+\\}\\}"_s);
    QStringList found;
    for (auto matches = pattern.globalMatch(text); matches.hasNext();)
        found << matches.next().captured();
    found.sort();
    return found;
}

/// The Korean string literals of a C++ file without its comments.
QStringList koreanLiterals(QString code)
{
    code.remove(QRegularExpression(u"(?<!:)//[^\\n]*"_s)); // the other ones stand in addresses
    static const QRegularExpression literal(u"\"((?:[^\"\\\\\\n]|\\\\.)*)\""_s);
    QStringList all;
    for (auto matches = literal.globalMatch(code); matches.hasNext();) {
        const QString text = matches.next().captured(1);
        if (text.contains(hangul))
            all << text;
    }
    return all;
}

} // namespace

/// The English texts of both programs: the desk's are all there, and all of them fit their sources.
class TestTranslations : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyDeskTextIsTranslated();
    void noDeskTextIsLeftOver();
    void everyKoreanLiteralIsTranslatable();
    void placeholdersStay();
    void whatIsEmbeddedIsThis();

private:
    QMap<QString, Message> m_desk; ///< as the sources have it
    QMap<QString, Message> m_english;
};

void TestTranslations::initTestCase()
{
    const QTemporaryDir dir;
    const QString extracted = dir.filePath(u"desk.ts"_s);
    const QString sources = QStringLiteral(PETALPOST_SOURCES);
    QProcess lupdate;
    lupdate.setProcessChannelMode(QProcess::MergedChannels);
    // With the include path it sees the classes, and so the names that tr() looks under.
    lupdate.start(QStringLiteral(PETALPOST_LUPDATE),
                  {u"-silent"_s, u"-I"_s, sources, sources + u"/ui/desk"_s,
                   sources + u"/app/desk"_s, u"-locations"_s, u"none"_s, u"-ts"_s, extracted});
    QVERIFY2(lupdate.waitForFinished() && lupdate.exitCode() == 0, lupdate.readAll().constData());
    m_desk = readMessages(extracted);
    m_english = readMessages(sources + u"/translations/petalpost_en.ts"_s);
    QVERIFY(m_desk.size() > 200);
    QVERIFY(m_english.size() > m_desk.size());
}

void TestTranslations::everyDeskTextIsTranslated()
{
    for (const Message &wanted : std::as_const(m_desk)) {
        const auto english = m_english.constFind(wanted.key());
        QVERIFY2(english != m_english.cend(), wanted.told(u"no English text"_s).constData());
        QVERIFY2(english->finished, wanted.told(u"not finished"_s).constData());
        QCOMPARE(english->numerus, wanted.numerus);
        QCOMPARE(english->texts.size(), wanted.numerus ? 2 : 1);
        for (const QString &text : english->texts)
            QVERIFY2(!text.isEmpty() && !text.contains(hangul), wanted.told(text).constData());
    }
}

void TestTranslations::noDeskTextIsLeftOver()
{
    for (const Message &english : std::as_const(m_english)) {
        QVERIFY2(serverContexts.contains(english.context) || m_desk.contains(english.key()),
                 english.told(u"no longer used"_s).constData());
    }
}

void TestTranslations::everyKoreanLiteralIsTranslatable()
{
    // Two are never shown, only their size counts; a language is named in itself; and the letters
    // of a test page are no words.
    const QSet<QString> measured{u"새"_s, u"가…"_s, u"한국어"_s,
                                 u"가나다라 뷁 펲 쫓 祝 開業 謹弔"_s};
    QString all;
    for (const Message &message : std::as_const(m_desk))
        all += message.source + u'\n';
    for (const QString &folder : {u"/ui/desk"_s, u"/app/desk"_s}) {
        QDirIterator files(QStringLiteral(PETALPOST_SOURCES) + folder, {u"*.cpp"_s, u"*.h"_s},
                           QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QStringList literals = koreanLiterals(QString::fromUtf8(file.readAll()));
            for (QString text : literals) {
                text.replace(u"\\t"_s, u"\t"_s);
                QVERIFY2(measured.contains(text) || all.contains(text), qUtf8Printable(text));
            }
        }
    }
}

void TestTranslations::placeholdersStay()
{
    for (const Message &english : std::as_const(m_english)) {
        for (const QString &text : english.texts)
            QVERIFY2(placeholders(text) == placeholders(english.source),
                     english.told(text).constData());
    }
}

void TestTranslations::whatIsEmbeddedIsThis()
{
    initTranslationResources();
    QTranslator translator;
    QVERIFY(translator.load(u":/translations/petalpost_en.qm"_s));
    for (const Message &english : std::as_const(m_english)) {
        const QString text = translator.translate(
            english.context.toUtf8().constData(), english.source.toUtf8().constData(),
            english.comment.isEmpty() ? nullptr : english.comment.toUtf8().constData(),
            english.numerus ? 1 : -1);
        QCOMPARE(text, english.texts.constFirst());
    }
}

QTEST_GUILESS_MAIN(TestTranslations)
#include "tst_translations.moc"
