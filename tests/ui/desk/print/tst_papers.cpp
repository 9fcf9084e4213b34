// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/domain/draft.h"
#include "tests/support/demoorders.h"
#include "tests/ui/desk/print/papertray.h"
#include "ui/desk/print/papers.h"
#include "ui/desk/print/ribbonsheet.h"
#include "ui/desk/print/testsheet.h"

#include <QtCore/QProcess>
#include <QtCore/QRegularExpression>
#include <QtCore/QStandardPaths>
#include <QtGui/QImage>
#include <QtTest/QTest>

using namespace Qt::Literals::StringLiterals;
using namespace petalpost;
using namespace petalpost::desk;
using namespace petalpost::test;

/// What is in the files that printers get, read by another program than ours.
class TestPapers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void pagesHaveTheirSize_data() { kinds(); }
    void pagesHaveTheirSize();
    void blackOnly_data() { kinds(); }
    void blackOnly();
    void fontsAreEmbedded_data() { kinds(); }
    void fontsAreEmbedded();
    void aLongMessageStaysOnOnePage();
    void rareSyllablesAndHanjaArePrinted();
    void whatCannotBePrintedIsNamedOnce();
    void anOffsetMovesEverything();
    void theTitleReachesThePrinter();

private:
    static void kinds()
    {
        QTest::addColumn<PrintKind>("kind");
        for (const auto &[kind, name] : printKindWords)
            QTest::newRow(name.data()) << kind;
    }
    static Order order()
    {
        Order order = demo::orders()[2];
        order.ribbonText = u"祝 開業"_s;
        order.ribbonSender = u"(주)가나다라 대표이사 박민수"_s;
        order.cardMessage = u"뷁 펲 쫓아 祝 開業"_s;
        return order;
    }
    static Papers papersOf(PrintKind kind, const Order &order)
    {
        TicketFacts facts;
        facts.shop.name = u"온봄꽃집"_s;
        facts.shop.zone = demo::zone;
        facts.nowMs = demo::now;
        PrintPreset preset;
        preset.cardSize = CardSize::Postcard;
        QFont font;
        font.setFamilies({u"Noto Sans CJK KR"_s});
        return makePapers(kind, order, preset, facts, font);
    }
    /// The file that \a papers become.
    QString printed(const Papers &papers, const QPointF &offsetMm = {})
    {
        PrintTarget target;
        target.printer = u"bench"_s;
        target.offsetMm = offsetMm;
        if (printPapers(papers, target, m_tray) != PrintTrouble::None)
            return {};
        QStringList all = m_tray.papers();
        std::ranges::sort(all, {}, [](const QString &name) {
            return name.section(u'-', 1).section(u'.', 0, 0).toInt();
        });
        return m_tray.path(all.last());
    }
    static QString ask(const QString &program, const QStringList &arguments)
    {
        QProcess process;
        process.start(program, arguments);
        return process.waitForFinished() ? QString::fromUtf8(process.readAllStandardOutput())
                                         : QString();
    }
    /// The first page in \a dpi, without smoothing.
    QImage picture(const QString &file, int dpi)
    {
        const QString to = m_dir.filePath(u"page"_s);
        ask(u"pdftoppm"_s, {u"-r"_s, QString::number(dpi), u"-aa"_s, u"no"_s, u"-aaVector"_s,
                            u"no"_s, u"-singlefile"_s, u"-png"_s, file, to});
        return QImage(to + u".png"_s);
    }
    /// Where the ink begins, in pixels.
    static QPoint inkBegin(const QImage &page)
    {
        QPoint first(page.width(), page.height());
        for (int y = 0; y < page.height(); ++y) {
            for (int x = 0; x < page.width(); ++x) {
                if (qGray(page.pixel(x, y)) < 128)
                    first = {std::min(first.x(), x), std::min(first.y(), y)};
            }
        }
        return first;
    }

    QTemporaryDir m_dir;
    PaperTray m_tray;
};

void TestPapers::initTestCase()
{
    for (const QString &program : {u"pdfinfo"_s, u"pdffonts"_s, u"pdftotext"_s, u"pdftoppm"_s})
        QVERIFY2(!QStandardPaths::findExecutable(program).isEmpty(),
                 "poppler-utils is not installed");
}

void TestPapers::pagesHaveTheirSize()
{
    QFETCH(PrintKind, kind);
    constexpr qreal mmInPoint = 25.4 / 72;
    constexpr qreal nearMm = 0.25; // a PDF's pages have whole points here
    const Papers papers = papersOf(kind, order());
    const QString told = ask(u"pdfinfo"_s, {u"-l"_s, u"9"_s, printed(papers)});
    static const QRegularExpression size(u"Page +\\d+ size: +([\\d.]+) x ([\\d.]+) pts"_s);
    auto found = size.globalMatch(told);
    for (const auto &sheet : papers.sheets) {
        QVERIFY2(found.hasNext(), qPrintable(told));
        const auto page = found.next();
        QVERIFY(qAbs(page.captured(1).toDouble() * mmInPoint - sheet->sizeMm().width()) <= nearMm);
        QVERIFY(qAbs(page.captured(2).toDouble() * mmInPoint - sheet->sizeMm().height()) <= nearMm);
    }
    QVERIFY(!found.hasNext());
    QCOMPARE(papers.sheets.size(), kind == PrintKind::Ribbon ? 2u : 1u);
}

void TestPapers::blackOnly()
{
    QFETCH(PrintKind, kind);
    const QImage page = picture(printed(papersOf(kind, order())), 100);
    QVERIFY(!page.isNull());
    int black = 0;
    for (int y = 0; y < page.height(); ++y) {
        for (int x = 0; x < page.width(); ++x) {
            const QRgb ink = page.pixel(x, y) & RGB_MASK;
            black += int(ink == 0);
            QVERIFY2(ink == 0 || ink == RGB_MASK, qPrintable(QString::number(ink, 16)));
        }
    }
    QVERIFY(black > 100);
}

void TestPapers::fontsAreEmbedded()
{
    QFETCH(PrintKind, kind);
    const QString told = ask(u"pdffonts"_s, {printed(papersOf(kind, order()))});
    const QStringList fonts = told.split(u'\n', Qt::SkipEmptyParts).mid(2); // below the heading
    QVERIFY2(!fonts.isEmpty(), qPrintable(told));
    // name, type, encoding, and whether it is embedded
    static const QRegularExpression embedded(u" yes (yes|no) +(yes|no) +\\d+ +\\d+$"_s);
    for (const QString &font : fonts)
        QVERIFY2(embedded.match(font.trimmed()).hasMatch(), qPrintable(font));
}

void TestPapers::aLongMessageStaysOnOnePage()
{
    Order longest = order();
    QString message;
    while (message.size() < bounds::cardMessage)
        message += u"언제나 고맙고 사랑해요. "_s;
    longest.cardMessage = message.left(bounds::cardMessage - 1) + u'끝';
    for (const PrintKind kind : {PrintKind::Ticket, PrintKind::Card}) {
        const Papers papers = papersOf(kind, longest);
        QVERIFY(papers.fit());
        const QString file = printed(papers);
        QVERIFY(ask(u"pdfinfo"_s, {file}).contains(QRegularExpression(u"Pages: +1\n"_s)));
        QVERIFY(ask(u"pdftotext"_s, {file, u"-"_s}).contains(u'끝'));
    }
}

void TestPapers::rareSyllablesAndHanjaArePrinted()
{
    const Papers card = papersOf(PrintKind::Card, order());
    QCOMPARE(card.missing, QString());
    const QString text = ask(u"pdftotext"_s, {printed(card), u"-"_s});
    for (const QString &letter : {u"뷁"_s, u"펲"_s, u"쫓"_s, u"祝"_s, u"開"_s, u"業"_s})
        QVERIFY2(text.contains(letter), qPrintable(text));
    const QString ribbon =
        ask(u"pdftotext"_s, {printed(papersOf(PrintKind::Ribbon, order())), u"-"_s});
    QVERIFY2(ribbon.contains(u"業"_s) && ribbon.contains(u"표"_s), qPrintable(ribbon));
}

void TestPapers::whatCannotBePrintedIsNamedOnce()
{
    const char32_t nobody = 0x10FFFE; // a noncharacter is in no font
    const QString odd = QString::fromUcs4(&nobody, 1);
    Order odder = order();
    odder.cardMessage += odd;
    odder.ribbonText += odd;
    odder.productName += odd;
    odder.request = odd + u"로비"_s + odd;
    for (const auto &[kind, name] : printKindWords)
        QCOMPARE(papersOf(kind, odder).missing, odd);
    odder.cardMessage = odd; // nothing remains
    QVERIFY(papersOf(PrintKind::Card, odder).sheets.empty());
}

void TestPapers::anOffsetMovesEverything()
{
    constexpr int dpi = 254; // ten pixels in a millimetre
    Papers papers;
    papers.sheets.push_back(std::make_unique<TestSheet>(u"bench"_s, QPointF(), QFont()));
    const QPoint before = inkBegin(picture(printed(papers), dpi));
    const QPoint moved = inkBegin(picture(printed(papers, {3, -2}), dpi)) - before;
    QVERIFY2(qAbs(before.x() - 100) <= 3 && qAbs(before.y() - 100) <= 3, "the frame is at 10 mm");
    QVERIFY(qAbs(moved.x() - 30) <= 1 && qAbs(moved.y() + 20) <= 1);
}

void TestPapers::theTitleReachesThePrinter()
{
    PrintTarget target;
    target.file = m_dir.filePath(u"titled.pdf"_s);
    target.title = u"#1046 주문서"_s;
    QCOMPARE(printPapers(papersOf(PrintKind::Ticket, order()), target, m_tray), PrintTrouble::None);
    QVERIFY(ask(u"pdfinfo"_s, {target.file}).contains(target.title));
}

QTEST_MAIN(TestPapers)
#include "tst_papers.moc"
