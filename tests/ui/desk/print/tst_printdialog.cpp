// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/ui/desk/print/printbench.h"
#include "ui/desk/print/printdialog.h"

#include <QtCore/QRegularExpression>
#include <QtCore/QStandardPaths>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QSpinBox>

using namespace Qt::Literals::StringLiterals;
using namespace petalpost;
using namespace petalpost::desk;
using namespace petalpost::test;

/// Printing without a printer: what comes out is a PDF.
class TestPrintDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void aTicketBecomesAPdf();
    void aReprintIsCounted();
    void theCardOfLastTimeIsOffered();
    void aCardThatIsTooSmallIsRefused();
    void whatCannotBePrintedIsLeftOut();
    void aFolderThatCannotBeWrittenIsSaid();
    void aRibbonThatIsTooShortIsRefused();
    void anAbsentPrinterIsKeptInTheQueue();
    void copiesAreForPrinters();

private:
    void open(PrintKind kind)
    {
        m_bench->tell(m_order);
        m_dialog = std::make_unique<PrintDialog>(m_order, kind, *m_bench->queue, m_bench->theme);
        choose("printPrinter", {});
    }
    int timesPrinted(PrintKind kind) const { return m_bench->queue->timesPrinted(kind, 1048); }
    template<class Widget>
    Widget *find(const char *name) const
    {
        return m_dialog->findChild<Widget *>(QString::fromLatin1(name));
    }
    void choose(const char *name, const QVariant &data) const
    {
        auto *box = find<QComboBox>(name);
        box->setCurrentIndex(box->findData(data.isValid() ? data : QVariant(QString())));
    }
    QPushButton *act() const { return find<QPushButton>("printAct"); }
    QString pdf(const QString &name) const { return m_documents + u"/Petalpost/"_s + name; }
    QByteArray head(const QString &file) const
    {
        QFile pdf(file);
        return pdf.open(QIODevice::ReadOnly) ? pdf.read(5) : QByteArray();
    }

    QString m_documents;
    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<PrintBench> m_bench;
    Order m_order;
    std::unique_ptr<PrintDialog> m_dialog;
};

void TestPrintDialog::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
    m_documents = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
}

void TestPrintDialog::init()
{
    // What the plugin without a screen says of itself is no fault of ours.
    QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)"_s));
    m_dialog.reset();
    m_bench.reset();
    m_dir = std::make_unique<QTemporaryDir>();
    m_bench = std::make_unique<PrintBench>(m_dir->path());
    m_order = demo::orders()[0];
    m_order.version = 2; // newer than what the bench has
    QFile::remove(pdf(u"1048 주문서.pdf"_s));
    QFile::remove(pdf(u"1048 카드.pdf"_s));
}

void TestPrintDialog::aTicketBecomesAPdf()
{
    open(PrintKind::Ticket);
    QCOMPARE(act()->text(), u"PDF로 저장"_s);
    QVERIFY(find<QLabel>("printNote")->isHidden());
    const QSignalSpy printed(m_dialog.get(), &PrintDialog::printed);
    act()->click();
    QCOMPARE(printed.size(), 1);
    QVERIFY(printed.first().first().toString().startsWith(u"#1048 · 주문서 · PDF로 저장했어요"_s));
    QCOMPARE(head(pdf(u"1048 주문서.pdf"_s)), "%PDF-");
    QCOMPARE(m_dialog->result(), int(QDialog::Accepted));
}

void TestPrintDialog::aReprintIsCounted()
{
    QCOMPARE(timesPrinted(PrintKind::Ticket), 0);
    for (int time = 1; time <= 2; ++time) {
        open(PrintKind::Ticket);
        act()->click();
        QCOMPARE(timesPrinted(PrintKind::Ticket), time);
    }
    QCOMPARE(timesPrinted(PrintKind::Card), 0);
}

void TestPrintDialog::theCardOfLastTimeIsOffered()
{
    open(PrintKind::Card);
    QCOMPARE(find<QComboBox>("printCardSize")->currentData().toInt(), int(CardSize::Small));
    choose("printCardSize", int(CardSize::A6));
    choose("printCardHand", int(CardHand::Handwriting));
    act()->click();
    QCOMPARE(head(pdf(u"1048 카드.pdf"_s)), "%PDF-");
    open(PrintKind::Card);
    QCOMPARE(find<QComboBox>("printCardSize")->currentData().toInt(), int(CardSize::A6));
    QCOMPARE(find<QComboBox>("printCardHand")->currentData().toInt(), int(CardHand::Handwriting));
}

void TestPrintDialog::aCardThatIsTooSmallIsRefused()
{
    m_order.cardMessage = QString(u"축하해요\n"_s).repeated(18);
    open(PrintKind::Card);
    QVERIFY(!act()->isEnabled());
    QVERIFY(find<QLabel>("printNote")->text().contains(u"더 큰 카드"_s));
    choose("printCardSize", int(CardSize::A6));
    QVERIFY(act()->isEnabled());
    QVERIFY(find<QLabel>("printNote")->isHidden());
}

void TestPrintDialog::whatCannotBePrintedIsLeftOut()
{
    const char32_t nobody = 0x10FFFE;
    m_order.cardMessage += QString::fromUcs4(&nobody, 1);
    open(PrintKind::Card);
    QVERIFY(find<QLabel>("printNote")->text().startsWith(u"이 글자는 인쇄되지 않아요: "_s));
    QCOMPARE(act()->text(), u"빼고 인쇄"_s);
    act()->click();
    QCOMPARE(timesPrinted(PrintKind::Card), 1);
}

void TestPrintDialog::aFolderThatCannotBeWrittenIsSaid()
{
    // A file lies where the folder would be.
    QDir(m_documents + u"/Petalpost"_s).removeRecursively();
    QVERIFY(QDir().mkpath(m_documents));
    QFile inTheWay(m_documents + u"/Petalpost"_s);
    QVERIFY(inTheWay.open(QIODevice::WriteOnly));
    inTheWay.close();
    open(PrintKind::Ticket);
    const QSignalSpy printed(m_dialog.get(), &PrintDialog::printed);
    act()->click();
    QVERIFY(inTheWay.remove());
    QVERIFY(printed.first().first().toString().contains(u"PDF를 저장하지 못했어요"_s));
    QCOMPARE(timesPrinted(PrintKind::Ticket), 0);
    QCOMPARE(m_bench->queue->jobs().size(), 1u); // and can be tried again
}

void TestPrintDialog::aRibbonThatIsTooShortIsRefused()
{
    m_order.ribbonText = QString(30, u'축');
    m_order.ribbonSender = u"김하늘"_s;
    open(PrintKind::Ribbon);
    choose("printRibbonWidth", 70);
    choose("printRibbonLength", 450);
    QVERIFY(!act()->isEnabled());
    QVERIFY(find<QLabel>("printNote")->text().contains(u"더 긴 리본"_s));
    choose("printRibbonLength", 2200);
    QVERIFY(act()->isEnabled());
    QVERIFY(find<QLabel>("printNote")->isHidden());
    act()->click();
    QCOMPARE(m_bench->preferences.preset().ribbon, (RibbonSize{70, 2200}));
}

void TestPrintDialog::anAbsentPrinterIsKeptInTheQueue()
{
    open(PrintKind::Ticket);
    choose("printPrinter", u"bench"_s);
    QCOMPARE(act()->text(), u"인쇄"_s);
    m_bench->tray.plugged.clear();
    const QSignalSpy printed(m_dialog.get(), &PrintDialog::printed);
    act()->click();
    QVERIFY(printed.first().first().toString().contains(u"인쇄 대기에 남겨 뒀어요"_s));
    QCOMPARE(m_bench->queue->jobs().front().trouble, PrintTrouble::PrinterAbsent);
    // It is still the one that was chosen.
    open(PrintKind::Ticket);
    QVERIFY(find<QComboBox>("printPrinter")->findData(u"bench"_s) >= 0);
}

void TestPrintDialog::copiesAreForPrinters()
{
    open(PrintKind::Ticket);
    auto *copies = find<QSpinBox>("printCopies");
    QVERIFY(!copies->isEnabled());
    choose("printPrinter", u"bench"_s);
    QVERIFY(copies->isEnabled());
    copies->setValue(3);
    int asked = 0;
    m_bench->tray.onAim = [&](const QString &) {
        asked = m_bench->store->prints().jobs()->front().copies;
    };
    act()->click();
    QCOMPARE(asked, 3);
}

QTEST_MAIN(TestPrintDialog)
#include "tst_printdialog.moc"
