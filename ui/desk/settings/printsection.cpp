// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/desk/settings/printsection.h"

#include "ui/desk/print/printchoices.h"
#include "ui/desk/print/printwords.h"

#include <QtCore/QDir>
#include <QtCore/QSignalBlocker>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QDoubleSpinBox>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>

using namespace Qt::Literals::StringLiterals;

namespace petalpost::desk {

namespace {

constexpr int choiceHeightPx = 34;

/// Without telling anybody.
void select(QComboBox &box, const QVariant &value)
{
    const QSignalBlocker quiet(&box);
    box.setCurrentIndex(box.findData(value));
}

} // namespace

PrintSection::PrintSection(PrintQueue &queue, const sync::Engine &engine, const Theme &theme,
                           QWidget *parent)
    : SettingsSection(tr("인쇄"), theme, parent)
    , m_queue(queue)
    , m_preferences(queue.preferences())
    , m_engine(engine)
{
    setObjectName(u"settingsPrint"_s);
    addPrinters();
    addPresets();
    addOffsets();
    addAuto();
    connect(&m_preferences, &PrintPreferences::changed, this, &PrintSection::refresh);
    refresh();
    dress();
}

QComboBox *PrintSection::addBox(const QString &name, const QString &objectName)
{
    auto *box = new QComboBox(this);
    box->setObjectName(objectName);
    box->setAccessibleName(name);
    box->setMinimumHeight(choiceHeightPx);
    box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    return box;
}

/// Beside each other, no wider than they need.
QWidget *PrintSection::line(std::initializer_list<QWidget *> widgets)
{
    auto *row = new QWidget(this);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    for (QWidget *widget : widgets)
        layout->addWidget(widget);
    layout->addStretch(1);
    return row;
}

void PrintSection::addPrinters()
{
    for (const auto &[kind, name] : printKindWords) {
        //: a paper such as the ticket; the row of its printer in the settings
        const QString title = tr("%1 프린터").arg(printKindText(kind));
        QComboBox *box = addBox(title, u"printer-"_s % name);
        m_printers[size_t(kind)] = box;
        addRow(title, line({box}))->setBuddy(box);
        connect(box, &QComboBox::activated, this, [this, kind = kind, box] {
            m_preferences.setPrinter(kind, box->currentData().toString());
        });
    }
}

void PrintSection::addPresets()
{
    m_cardSize = addBox(tr("카드 크기"), u"cardSize"_s);
    fillCardSizes(*m_cardSize);
    m_cardHand = addBox(tr("카드 글씨"), u"cardHand"_s);
    fillCardHands(*m_cardHand);
    addRow(tr("카드"), line({m_cardSize, m_cardHand}))->setBuddy(m_cardSize);
    m_ribbonWidth = addBox(tr("리본 폭"), u"ribbonWidth"_s);
    fillRibbonWidths(*m_ribbonWidth);
    m_ribbonLength = addBox(tr("리본 길이"), u"ribbonLength"_s);
    fillRibbonLengths(*m_ribbonLength);
    addRow(tr("리본"), line({m_ribbonWidth, m_ribbonLength}))->setBuddy(m_ribbonWidth);
    for (const QComboBox *box : {m_cardSize, m_cardHand, m_ribbonWidth, m_ribbonLength})
        connect(box, &QComboBox::activated, this, &PrintSection::storePreset);
}

QDoubleSpinBox *PrintSection::offsetBox(const QString &objectName, const QString &name)
{
    auto *box = new QDoubleSpinBox(this);
    box->setObjectName(objectName);
    box->setAccessibleName(name);
    box->setMinimumHeight(choiceHeightPx);
    box->setDecimals(1);
    box->setKeyboardTracking(false); // a half-typed number moves nothing
    box->setSingleStep(0.5);
    box->setRange(-PrintPreferences::mostOffsetMm, PrintPreferences::mostOffsetMm);
    box->setPrefix(name % u' ');
    box->setSuffix(u" mm"_s);
    connect(box, &QDoubleSpinBox::valueChanged, this, &PrintSection::storeOffset);
    return box;
}

void PrintSection::addOffsets()
{
    m_measured = addBox(tr("위치를 맞출 프린터"), u"measuredPrinter"_s);
    auto *test = new QPushButton(tr("시험 인쇄"), this);
    test->setObjectName(u"testPrint"_s);
    test->setAccessibleName(test->text());
    addRow(tr("인쇄 위치"), line({m_measured, test}))->setBuddy(m_measured);
    m_right = offsetBox(u"offsetRight"_s, tr("가로"));
    m_down = offsetBox(u"offsetDown"_s, tr("세로"));
    addRow(QString(), line({m_right, m_down}));
    addNote(tr("오른쪽과 아래로 옮기는 만큼이에요. 시험 인쇄의 테두리를 재어 맞춰 주세요."));
    connect(m_measured, &QComboBox::activated, this, &PrintSection::refreshOffsets);
    connect(test, &QPushButton::clicked, this, &PrintSection::printTest);
}

void PrintSection::addAuto()
{
    m_auto = new QCheckBox(tr("새 주문의 주문서를 바로 인쇄"), this);
    m_auto->setObjectName(u"autoTickets"_s);
    m_auto->setAccessibleName(m_auto->text());
    m_auto->setMinimumHeight(32);
    addRow(tr("자동 인쇄"), m_auto);
    addNote(
        tr("컴퓨터가 여러 대면 한 대에서만 켜 주세요. 켠 뒤에 결제된 주문부터 한 번씩 인쇄해요."));
    connect(m_auto, &QCheckBox::clicked, this, [this](bool on) {
        m_preferences.setAutoTicketsSinceMs(on ? std::optional(m_engine.nowMs()) : std::nullopt);
    });
}

/// Printers come and go while the desk runs.
void PrintSection::showEvent(QShowEvent *event)
{
    refresh();
    SettingsSection::showEvent(event);
}

void PrintSection::refresh()
{
    for (const auto &[kind, name] : printKindWords) {
        QComboBox &box = *m_printers[size_t(kind)];
        const QSignalBlocker quiet(&box);
        box.clear();
        fillPrinters(box, m_queue.printers(), m_queue.jobFor(kind, 0).printer);
    }
    const PrintPreset preset = m_preferences.preset();
    select(*m_cardSize, int(preset.cardSize));
    select(*m_cardHand, int(preset.cardHand));
    select(*m_ribbonWidth, preset.ribbon.widthMm);
    select(*m_ribbonLength, preset.ribbon.lengthMm);
    const QString before = m_measured->count() > 0 ? measured() : m_queue.printers().usual();
    {
        const QSignalBlocker quiet(m_measured);
        m_measured->clear();
        fillPrinters(*m_measured, m_queue.printers(), before);
    }
    m_auto->setChecked(m_preferences.autoTicketsSinceMs().has_value());
    refreshOffsets();
}

QString PrintSection::measured() const
{
    return m_measured->currentData().toString();
}

/// A PDF has no edges to miss.
void PrintSection::refreshOffsets()
{
    const QPointF offset = m_preferences.offsetMm(measured());
    for (const auto &[box, value] :
         {std::pair(m_right, offset.x()), std::pair(m_down, offset.y())}) {
        const QSignalBlocker quiet(box);
        box->setValue(value);
        box->setEnabled(!measured().isEmpty());
    }
}

void PrintSection::storePreset()
{
    PrintPreset preset;
    preset.cardSize = CardSize(m_cardSize->currentData().toInt());
    preset.cardHand = CardHand(m_cardHand->currentData().toInt());
    preset.ribbon = {m_ribbonWidth->currentData().toInt(), m_ribbonLength->currentData().toInt()};
    m_preferences.setPreset(preset);
}

void PrintSection::storeOffset()
{
    m_preferences.setOffsetMm(measured(), {m_right->value(), m_down->value()});
}

void PrintSection::printTest()
{
    const PrintOutcome outcome = m_queue.printTest(measured());
    if (outcome.trouble != PrintTrouble::None)
        Q_EMIT said(printTroubleText(outcome.trouble));
    else if (!outcome.file.isEmpty())
        Q_EMIT said(tr("PDF로 저장했어요: %1").arg(QDir::toNativeSeparators(outcome.file)));
    else
        Q_EMIT said(tr("시험 인쇄를 프린터로 보냈어요"));
}

} // namespace petalpost::desk
