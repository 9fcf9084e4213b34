// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/desk/shell/statusstrip.h"

#include "ui/desk/style/icons.h"
#include "ui/desk/style/theme.h"

#include <QtGui/QPainter>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QProgressBar>
#include <QtWidgets/QPushButton>

using namespace Qt::Literals::StringLiterals;

namespace petalpost::desk {

StatusStrip::StatusStrip(const Theme &theme, Icons &icons, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_icons(icons)
    , m_icon(new QLabel(this))
    , m_line(new QLabel(this))
    , m_progress(new QProgressBar(this))
    , m_sound(new QLabel(this))
    , m_printing(new QPushButton(this))
    , m_clock(new QLabel(this))
{
    setObjectName(u"statusStrip"_s);
    m_line->setObjectName(u"syncStatus"_s);
    m_sound->setObjectName(u"soundStatus"_s);
    m_printing->setObjectName(u"printStatus"_s);
    m_printing->setToolTip(tr("기다리는 인쇄 보기"));
    setButtonKind(*m_printing, ButtonKind::Quiet);
    m_clock->setObjectName(u"clock"_s);
    m_clock->setAccessibleName(tr("지금 시각"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(12, 1, 12, 0);
    row->setSpacing(6);
    row->addWidget(m_icon);
    row->addWidget(m_line);
    m_progress->setObjectName(u"syncProgress"_s);
    m_progress->setAccessibleName(tr("동기화"));
    m_progress->setRange(0, 100);
    m_progress->setTextVisible(false);
    m_progress->hide();
    row->addWidget(m_progress);
    row->addStretch(1);
    row->addWidget(m_sound);
    row->addWidget(m_printing);
    row->addSpacing(8);
    row->addWidget(m_clock);
    connect(m_printing, &QPushButton::clicked, this, &StatusStrip::printingPressed);
    showPrinting(0);
    connect(&m_theme, &Theme::changed, this, &StatusStrip::dress);
    dress();
}

void StatusStrip::showSync(SyncStage stage, const QString &line, const QString &clock)
{
    const bool another = stage != m_stage;
    m_stage = stage;
    m_line->setText(line);
    m_line->setAccessibleName(line);
    m_clock->setText(clock);
    if (another)
        dress();
}

void StatusStrip::showSound(const QString &line, bool silent)
{
    m_sound->setText(line);
    if (std::exchange(m_silent, silent) != silent)
        dress();
}

void StatusStrip::showProgress(int percent)
{
    m_progress->setVisible(percent >= 0);
    m_progress->setValue(percent);
}

void StatusStrip::showPrinting(int waiting)
{
    const bool another = (waiting > 0) != (m_waiting > 0);
    m_waiting = waiting;
    m_printing->setText(tr("인쇄 대기 %1").arg(waiting));
    m_printing->setAccessibleName(m_printing->text());
    if (another)
        dress();
}

QString StatusStrip::line() const
{
    return m_line->text();
}

void StatusStrip::dress()
{
    const Palette &palette = m_theme.palette();
    const bool calm = m_stage == SyncStage::Synced || m_stage == SyncStage::Sending;
    const bool loud = m_stage == SyncStage::Checking || m_stage == SyncStage::Offline;
    const bool alarming = m_stage == SyncStage::SignedOut || m_stage == SyncStage::Missed;
    const QColor ink = alarming ? palette.dangerFg : loud ? palette.warnFg : palette.text2;
    const QString icon = m_stage == SyncStage::Synced       ? u"cloud-check"_s
                         : m_stage == SyncStage::Sending    ? u"cloud-upload"_s
                         : m_stage == SyncStage::Connecting ? u"cloud"_s
                                                            : u"cloud-off"_s;
    m_icon->setPixmap(m_icons.pixmap(icon, calm ? palette.link : ink, qRound(m_theme.scaled(16)),
                                     devicePixelRatioF()));
    m_line->setFont(m_theme.font(TypeRole::Caption));
    m_sound->setFont(m_theme.font(TypeRole::Caption));
    m_printing->setFont(m_theme.font(TypeRole::Caption));
    m_printing->setIcon(m_icons.icon(u"printer"_s, m_waiting > 0 ? palette.warnFg : palette.text2,
                                     qRound(m_theme.scaled(14))));
    QFont bold = m_theme.font(TypeRole::Caption);
    bold.setWeight(QFont::Bold);
    m_clock->setFont(bold);
    setInk(*m_line, ink);
    setInk(*m_sound, m_silent ? palette.warnFg : palette.text2);
    setInk(*m_clock, palette.text);
    m_progress->setFixedSize(qRound(m_theme.scaled(160)), qRound(m_theme.scaled(10)));
    setFixedHeight(qRound(m_theme.scaled(23)));
    update();
}

void StatusStrip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.palette().surface);
    painter.fillRect(QRect(0, 0, width(), 1), m_theme.palette().line);
}

} // namespace petalpost::desk
