// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/shots/screens.h"
#include "tests/support/pseudolanguage.h"

#include <QtCore/QRegularExpression>
#include <QtTest/QTest>
#include <QtWidgets/QAbstractButton>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QPushButton>

using namespace petalpost;
using namespace Qt::Literals::StringLiterals;

namespace {

/// What people wrote, and what is the same in every language: names of keys, languages and
/// licences, addresses, fingerprints.
bool isData(const QString &text, const QString &data)
{
    static const QRegularExpression letters(u"\\p{L}"_s);
    static const QRegularExpression separators(u"  | · |, | – "_s);
    static const QRegularExpression same(
        u"^(Ctrl|Shift|Alt|Enter|Esc|F\\d+|\\b[A-Z]\\b|[^\\p{L}])+$"
        u"|^(한국어|English|https?://[\\w.:/?=]+|onbom\\.kr|([0-9A-F]{4} ?)+)$"_s);
    static const QRegularExpression licence(u"^.+ – (L?GPL|CC0|OFL|ISC|Public Domain)"_s);
    if (licence.match(text).hasMatch() || text.trimmed() == "Petalpost"_L1)
        return true;
    const QStringList parts = text.split(separators, Qt::SkipEmptyParts);
    return std::ranges::all_of(parts, [&](const QString &part) {
        const QString bare = part.trimmed();
        return !bare.contains(letters) || same.match(bare).hasMatch() || data.contains(bare);
    });
}

/// Every line of \a text is bracketed, or data.
bool isTranslated(const QString &text, const QString &data)
{
    static const QRegularExpression lineBreaks(u"[\\n\\x{2028}]"_s);
    const QStringList lines =
        QString(text).replace(QChar::Nbsp, u' ').split(lineBreaks, Qt::SkipEmptyParts);
    return std::ranges::all_of(
        lines, [&](const QString &line) { return line.contains(u'⟦') || isData(line, data); });
}

/// The texts of the sample orders and reviews, one a line.
QString sampleTexts()
{
    QStringList all = shots::deviceNames;
    for (const Order &order : demo::orders()) {
        all << order.productName << u"× %1"_s.arg(order.qty) << order.recipient.name
            << order.sender.name << order.address.line << order.address.detail
            << order.address.neighbourhood << order.cardMessage << order.request
            << order.cancelReason << shots::brokenStem
            << u"(%1) %2"_s.arg(order.address.postalCode, order.address.neighbourhood)
            << order.productName + u" × %1"_s.arg(order.qty)
            << u"#%1 · %2 × %3"_s.arg(QString::number(order.id), order.productName,
                                      QString::number(order.qty));
    }
    all << shots::printerName;
    for (const Review &review : demo::reviews())
        all << review.text << review.reply << review.author << review.productName;
    all << shots::closedBecause;
    return all.join(u'\n');
}

} // namespace

/// Every screen in a made-up language.
class TestPseudo : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(QCoreApplication::installTranslator(&m_language)); }
    void screens_data();
    void screens();

private:
    void look(const QWidget &window);
    void lookAtButton(const QAbstractButton &button);
    void lookAtLabel(const QLabel &label);

    test::PseudoLanguage m_language;
    const QString m_data = sampleTexts();
    QStringList m_faults;
};

void TestPseudo::screens_data()
{
    QTest::addColumn<int>("index");
    int index = 0;
    for (const shots::DeskScreen &screen : shots::deskScreens())
        QTest::newRow(screen.name) << index++;
}

void TestPseudo::screens()
{
    QFETCH(int, index);
    const auto desk = shots::stillDesk();
    const auto overlay = shots::deskScreens()[size_t(index)].open(*desk);
    if (overlay)
        overlay->show();
    QVERIFY(QTest::qWaitForWindowExposed(overlay ? overlay.get() : desk->window.get()));
    m_faults.clear();
    look(overlay ? *overlay : *desk->window);
    QVERIFY2(m_faults.isEmpty(), qUtf8Printable(m_faults.join(u'\n')));
}

void TestPseudo::look(const QWidget &window)
{
    QCoreApplication::processEvents(); // layouts settle
    for (const QWidget *widget : window.findChildren<QWidget *>()) {
        if (!widget->isVisible())
            continue;
        if (!isTranslated(widget->accessibleName(), m_data))
            m_faults << u"name: "_s + widget->accessibleName();
        if (!isTranslated(widget->toolTip(), m_data))
            m_faults << u"tip: "_s + widget->toolTip();
        if (const auto *button = qobject_cast<const QAbstractButton *>(widget))
            lookAtButton(*button);
        else if (const auto *label = qobject_cast<const QLabel *>(widget))
            lookAtLabel(*label);
        else if (const auto *line = qobject_cast<const QLineEdit *>(widget);
                 line && !isTranslated(line->placeholderText(), m_data))
            m_faults << u"placeholder: "_s + line->placeholderText();
        else if (const auto *area = qobject_cast<const QPlainTextEdit *>(widget);
                 area && !isTranslated(area->placeholderText(), m_data))
            m_faults << u"placeholder: "_s + area->placeholderText();
    }
}

void TestPseudo::lookAtButton(const QAbstractButton &button)
{
    if (!isTranslated(button.text(), m_data))
        m_faults << u"button: "_s + button.text();
    // Some of our buttons ask for a size of their own and paint the text in it.
    const bool wide = button.fontMetrics().horizontalAdvance(button.text()) > button.width();
    const bool standard = qobject_cast<const QPushButton *>(&button);
    if (wide || (standard && button.sizeHint().width() > button.width()))
        m_faults << u"cut off: "_s + button.text();
}

void TestPseudo::lookAtLabel(const QLabel &label)
{
    if (!isTranslated(label.text(), m_data))
        m_faults << u"label: "_s + label.text();
    const bool wide = !label.wordWrap() && label.sizeHint().width() > label.width();
    const bool high = label.wordWrap() && label.heightForWidth(label.width()) > label.height();
    if (wide || high)
        m_faults << u"cut off: "_s + label.text();
}

QTEST_MAIN(TestPseudo)
#include "tst_pseudo.moc"
