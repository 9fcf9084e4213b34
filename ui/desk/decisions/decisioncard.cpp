// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/desk/decisions/decisioncard.h"

#include "ui/desk/style/theme.h"

#include <QtGui/QPainter>
#include <QtWidgets/QGridLayout>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>

using namespace Qt::Literals::StringLiterals;

namespace petalpost::desk {

namespace {

QLabel *words(QWidget *parent, const char *name)
{
    auto *label = new QLabel(parent);
    label->setObjectName(QString::fromLatin1(name));
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

} // namespace

DecisionCard::DecisionCard(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_title(words(this, "decisionTitle"))
    , m_ownHead(words(this, "decisionOwnHead"))
    , m_own(words(this, "decisionOwn"))
    , m_serverHead(words(this, "decisionServerHead"))
    , m_server(words(this, "decisionServer"))
    , m_keep(new QPushButton(tr("서버 상태 그대로 두기"), this))
    , m_second(new QPushButton(this))
{
    setObjectName(u"decisionCard"_s);
    m_keep->setObjectName(u"decisionKeep"_s);
    m_second->setObjectName(u"decisionSecond"_s);
    m_ownHead->setText(tr("이 컴퓨터에서 한 일"));
    m_serverHead->setText(tr("서버에서 일어난 일"));
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(16, 14, 16, 14);
    grid->setHorizontalSpacing(24);
    grid->setVerticalSpacing(6);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    grid->addWidget(m_title, 0, 0, 1, 2);
    grid->addWidget(m_ownHead, 1, 0);
    grid->addWidget(m_serverHead, 1, 1);
    grid->addWidget(m_own, 2, 0);
    grid->addWidget(m_server, 2, 1);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addStretch(1);
    buttons->addWidget(m_keep);
    buttons->addWidget(m_second);
    grid->addLayout(buttons, 3, 0, 1, 2);
    connect(m_keep, &QPushButton::clicked, this, &DecisionCard::kept);
    connect(m_second, &QPushButton::clicked, this, [this] { Q_EMIT secondChosen(m_choice); });
    connect(&m_theme, &Theme::changed, this, &DecisionCard::dress);
    dress();
}

void DecisionCard::show(const Decision &decision, const DecisionSubject &subject,
                        const std::vector<Operation> &again)
{
    m_id = decision.id();
    m_choice = secondChoice(subject, again);
    m_title->setText(decisionTitle(decision, subject));
    m_own->setText(ownFact(decision, subject));
    m_server->setText(serverFact(decision, subject));
    m_second->setText(secondButton(m_choice, again, subject));
    setAccessibleName(text());
    // Several cards stand in a row: each button says whose it is, and the facts before it.
    m_keep->setAccessibleName(m_title->text() % u": "_s % m_keep->text());
    m_keep->setAccessibleDescription(text());
    m_second->setAccessibleName(m_title->text() % u": "_s % m_second->text());
    m_second->setAccessibleDescription(text());
}

QString DecisionCard::text() const
{
    return m_title->text() % u'\n' % m_ownHead->text() % u'\n' % m_own->text() % u'\n'
           % m_serverHead->text() % u'\n' % m_server->text();
}

void DecisionCard::focusFirst()
{
    m_keep->setFocus(Qt::OtherFocusReason);
}

void DecisionCard::dress()
{
    const Palette &palette = m_theme.palette();
    m_title->setFont(m_theme.font(TypeRole::CardTitle));
    QFont head = m_theme.font(TypeRole::Caption);
    head.setWeight(QFont::Medium);
    for (QLabel *label : {m_ownHead, m_serverHead}) {
        label->setFont(head);
        setInk(*label, palette.text2);
    }
    for (QLabel *label : {m_own, m_server}) {
        label->setFont(m_theme.font(TypeRole::Body));
        setInk(*label, palette.text);
    }
    setInk(*m_title, palette.text);
    update();
}

void DecisionCard::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(m_theme.palette().line, 1));
    painter.setBrush(m_theme.palette().surface);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.palette().warnBar);
    painter.drawRoundedRect(QRectF(1, 10, 4, height() - 20), 2, 2);
}

} // namespace petalpost::desk
