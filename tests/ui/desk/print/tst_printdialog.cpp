// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/demoorders.h"
#include "ui/desk/print/printdialog.h"
#include "ui/desk/style/theme.h"

#include <QtCore/QRegularExpression>
#include <QtCore/QStandardPaths>
#include <QtCore/QTemporaryDir>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>

using namespace Qt::Literals::StringLiterals;
using namespace petalpost;
using namespace petalpost::desk;

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
    void theBookForgetsOldOrders();

private:
    void open(PrintJob job)
    {
        m_dialog = std::make_unique<PrintDialog>(m_order, job, m_shop, demo::now, *m_book, m_theme);
        choose("printPrinter", {});
    }
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
    std::unique_ptr<PrintBook> m_book;
    Order m_order;
    Shop m_shop;
    Theme m_theme;
    std::unique_ptr<PrintDialog> m_dialog;
};

void TestPrintDialog::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
    m_documents = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    m_shop.zone = demo::zone;
}

void TestPrintDialog::init()
{
    // What the plugin without a screen says of itself is no fault of ours.
    QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)"_s));
    m_dialog.reset();
    m_dir = std::make_unique<QTemporaryDir>();
    m_book = std::make_unique<PrintBook>(m_dir->filePath(u"printing.ini"_s));
    m_order = demo::orders()[0];
    QFile::remove(pdf(u"1048 주문서.pdf"_s));
    QFile::remove(pdf(u"1048 카드.pdf"_s));
}

void TestPrintDialog::aTicketBecomesAPdf()
{
    open(PrintJob::Ticket);
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
    QCOMPARE(m_book->copies(PrintJob::Ticket, 1048), 0);
    for (int copy = 1; copy <= 2; ++copy) {
        open(PrintJob::Ticket);
        act()->click();
        QCOMPARE(m_book->copies(PrintJob::Ticket, 1048), copy);
    }
    QCOMPARE(m_book->copies(PrintJob::Card, 1048), 0);
    // Also by the next start.
    m_book.reset();
    QCOMPARE(PrintBook(m_dir->filePath(u"printing.ini"_s)).copies(PrintJob::Ticket, 1048), 2);
}

void TestPrintDialog::theCardOfLastTimeIsOffered()
{
    open(PrintJob::Card);
    QCOMPARE(find<QComboBox>("printCardSize")->currentData().toInt(), int(CardSize::Small));
    choose("printCardSize", int(CardSize::A6));
    choose("printCardHand", int(CardHand::Handwriting));
    act()->click();
    QCOMPARE(head(pdf(u"1048 카드.pdf"_s)), "%PDF-");
    open(PrintJob::Card);
    QCOMPARE(find<QComboBox>("printCardSize")->currentData().toInt(), int(CardSize::A6));
    QCOMPARE(find<QComboBox>("printCardHand")->currentData().toInt(), int(CardHand::Handwriting));
}

void TestPrintDialog::aCardThatIsTooSmallIsRefused()
{
    m_order.cardMessage = QString(u"축하해요\n"_s).repeated(18);
    open(PrintJob::Card);
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
    open(PrintJob::Card);
    QVERIFY(find<QLabel>("printNote")->text().startsWith(u"이 글자는 인쇄되지 않아요: "_s));
    QCOMPARE(act()->text(), u"빼고 인쇄"_s);
    act()->click();
    QCOMPARE(m_book->copies(PrintJob::Card, 1048), 1);
}

void TestPrintDialog::aFolderThatCannotBeWrittenIsSaid()
{
    // A file lies where the folder would be.
    QDir(m_documents + u"/Petalpost"_s).removeRecursively();
    QVERIFY(QDir().mkpath(m_documents));
    QFile inTheWay(m_documents + u"/Petalpost"_s);
    QVERIFY(inTheWay.open(QIODevice::WriteOnly));
    inTheWay.close();
    open(PrintJob::Ticket);
    act()->click();
    QVERIFY(inTheWay.remove());
    QCOMPARE(find<QLabel>("printNote")->text(),
             u"PDF를 저장하지 못했어요. 문서 폴더를 확인해 주세요."_s);
    QCOMPARE(m_book->copies(PrintJob::Ticket, 1048), 0);
}

void TestPrintDialog::theBookForgetsOldOrders()
{
    for (int id = 1; id <= PrintBook::mostRemembered + 1; ++id)
        m_book->note(PrintJob::Ticket, id);
    QCOMPARE(m_book->copies(PrintJob::Ticket, 1), 0);
    QCOMPARE(m_book->copies(PrintJob::Ticket, 2), 1);
    QCOMPARE(m_book->copies(PrintJob::Ticket, PrintBook::mostRemembered + 1), 1);
}

QTEST_MAIN(TestPrintDialog)
#include "tst_printdialog.moc"
