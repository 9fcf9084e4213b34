// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/desk/decisions/decisionpage.h"

#include "ui/desk/decisions/decisioncard.h"
#include "ui/desk/style/theme.h"

#include <QtGui/QClipboard>
#include <QtGui/QGuiApplication>
#include <QtWidgets/QApplication>
#include <QtWidgets/QLabel>
#include <QtWidgets/QScrollArea>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace petalpost::desk {

DecisionPage::DecisionPage(sync::Engine &engine, const Theme &theme, QWidget *parent)
    : Page(parent)
    , m_engine(engine)
    , m_theme(theme)
    , m_column(new QVBoxLayout(this))
    , m_heading(new QLabel(tr("확인 필요"), this))
    , m_hint(new QLabel(this))
{
    setObjectName(u"decisionPage"_s);
    setAccessibleName(tr("확인 필요"));
    m_column->setContentsMargins(16, 12, 16, 12);
    m_column->setSpacing(10);
    m_column->addWidget(m_heading);
    m_hint->setWordWrap(true);
    m_column->addWidget(m_hint);
    auto *scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *body = new QWidget;
    scroll->setWidget(body);
    scroll->viewport()->setAutoFillBackground(false);
    body->setAutoFillBackground(false);
    m_rows = new QVBoxLayout(body);
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setSpacing(10);
    m_rows->addStretch(1);
    m_column->addWidget(scroll, 1);
    connect(&m_engine.decisions(), &sync::Decisions::changed, this, &DecisionPage::rebuild);
    const auto refreshAll = [this] {
        for (DecisionCard *card : m_cards)
            refresh(*card);
    };
    connect(&m_engine, &sync::Engine::orderChanged, this, refreshAll);
    connect(&m_engine, &sync::Engine::orderRemoved, this, refreshAll);
    connect(&m_engine, &sync::Engine::reviewChanged, this, refreshAll);
    connect(&m_engine, &sync::Engine::reviewRemoved, this, refreshAll);
    connect(&m_engine, &sync::Engine::shopChanged, this, refreshAll);
    connect(&m_theme, &Theme::changed, this, &DecisionPage::dress);
    dress();
    rebuild();
}

const Decision *DecisionPage::find(const QString &id) const
{
    const auto &all = m_engine.decisions().all();
    const auto found = std::ranges::find(all, id, &Decision::id);
    return found == all.end() ? nullptr : &*found;
}

DecisionSubject DecisionPage::subjectOf(const Decision &decision) const
{
    DecisionSubject subject{nullptr, nullptr, m_engine.nowMs(), m_engine.shop().zone, false};
    if (decision.isOfShop()) {
        subject.shop = true;
    } else if (decision.placesOrder()) {
        subject.entry = true;
    } else if (decision.isOfProduct()) {
        const auto found = m_engine.products().find(decision.subject());
        subject.product = found == m_engine.products().end() ? nullptr : &found->second;
    } else if (decision.isOfOrder()) {
        const auto found = m_engine.orders().find(decision.subject());
        subject.order = found == m_engine.orders().end() ? nullptr : &found->second;
    } else {
        const auto found = m_engine.reviews().find(decision.subject());
        subject.review = found == m_engine.reviews().end() ? nullptr : &found->second;
    }
    return subject;
}

DecisionCard *DecisionPage::addCard()
{
    auto *card = new DecisionCard(m_theme, this);
    m_rows->insertWidget(m_rows->count() - 1, card);
    m_cards.push_back(card);
    connect(card, &DecisionCard::kept, this, [this, card] {
        if (const auto done = m_engine.decisions().keepServers(card->id()); !done)
            Q_EMIT refusedAtOnce(done.error());
    });
    connect(card, &DecisionCard::secondChosen, this,
            [this, card](SecondChoice choice) { choose(*card, choice); });
    return card;
}

/// Cards are filled again, never deleted while one of their buttons is being pressed.
void DecisionPage::rebuild()
{
    const auto &all = m_engine.decisions().all();
    const bool focused = std::ranges::any_of(m_cards, [](DecisionCard *card) {
        return card->isAncestorOf(QApplication::focusWidget());
    });
    const bool had =
        std::ranges::any_of(m_cards, [](DecisionCard *card) { return !card->isHidden(); });
    while (m_cards.size() < all.size())
        addCard();
    for (std::size_t i = 0; i < m_cards.size(); ++i) {
        m_cards[i]->setVisible(i < all.size());
        if (i < all.size())
            m_cards[i]->show(all[i], subjectOf(all[i]), m_engine.decisions().again(all[i]));
    }
    m_hint->setText(all.empty() ? tr("확인할 것이 없어요.")
                                : tr("서버가 받아들이지 않은 일이에요. 어떻게 할지 골라 주세요. "
                                     "고르기 전에는 아무것도 바뀌지 않아요."));
    if (focused)
        focusContent();
    if (had && all.empty())
        Q_EMIT emptied();
}

void DecisionPage::refresh(DecisionCard &card)
{
    if (const Decision *decision = find(card.id()); decision && !card.isHidden())
        card.show(*decision, subjectOf(*decision), m_engine.decisions().again(*decision));
}

void DecisionPage::choose(DecisionCard &card, SecondChoice choice)
{
    const Decision *decision = find(card.id());
    if (!decision)
        return;
    const bool ofOrder = decision->isOfOrder();
    const bool ofShop = decision->isOfShop();
    const qint64 subject = decision->subject();
    const bool entered = decision->placesOrder();
    const QJsonObject details = decision->refused().details;
    if (choice == SecondChoice::Open && entered)
        Q_EMIT entryOpened(subject, details); // what was typed is kept before the decision goes
    if (choice == SecondChoice::Copy)
        QGuiApplication::clipboard()->setText(card.text());
    auto &decisions = m_engine.decisions();
    const auto done =
        choice == SecondChoice::Redo ? decisions.redo(card.id()) : decisions.keepServers(card.id());
    if (!done)
        Q_EMIT refusedAtOnce(done.error());
    else if (choice == SecondChoice::Open && ofShop)
        Q_EMIT settingsOpened();
    else if (choice == SecondChoice::Open && ofOrder)
        Q_EMIT orderOpened(subject);
    else if (choice == SecondChoice::Open && !entered)
        Q_EMIT reviewOpened(subject);
}

void DecisionPage::focusContent()
{
    if (!m_cards.empty() && !m_cards.front()->isHidden())
        m_cards.front()->focusFirst();
}

void DecisionPage::holdBanners(QWidget *banners)
{
    m_column->insertWidget(1, banners);
}

void DecisionPage::dress()
{
    m_heading->setFont(m_theme.font(TypeRole::Page));
    m_hint->setFont(m_theme.font(TypeRole::Body));
    QPalette soft = m_hint->palette();
    soft.setColor(QPalette::WindowText, m_theme.palette().text2);
    m_hint->setPalette(soft);
}

} // namespace petalpost::desk
