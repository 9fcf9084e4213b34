// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/desk/settings/textssection.h"

#include "core/protocol/shopsettings.h"
#include "ui/desk/words/shopwords.h"

#include <QtWidgets/QCheckBox>
#include <QtWidgets/QGridLayout>

using namespace Qt::Literals::StringLiterals;

namespace petalpost::desk {

namespace {

constexpr int columns = 3;

} // namespace

TextsSection::TextsSection(sync::Engine &engine, const Theme &theme, QWidget *parent)
    : ShopSection(tr("고객 문자"), engine, theme, parent)
    , m_box(addField(tr("문자를 보낼 때")))
{
    setObjectName(u"settingsTexts"_s);
    auto *list = new QWidget(m_box);
    auto *grid = new QGridLayout(list);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(20);
    for (const MessageEvent event : mutableTexts()) {
        auto *check = new QCheckBox(textEventName(event), list);
        check->setObjectName(u"text-"_s + word(event));
        check->setAccessibleName(check->text());
        check->setMinimumHeight(32);
        const int place = int(m_events.size());
        grid->addWidget(check, place / columns, place % columns);
        m_events.emplace(event, check);
        connect(check, &QCheckBox::clicked, this,
                [this, event](bool texted) { set(event, texted); });
    }
    grid->setColumnStretch(columns, 1);
    m_box->add(list, 1);
    addNote(tr("취소와 환불, 결제와 변경 요청은 언제나 문자로 알려요."));
    finish();
}

void TextsSection::set(MessageEvent event, bool texted)
{
    QStringList muted = shop().mutedTexts;
    muted.removeAll(QString(word(event)));
    if (!texted)
        muted.append(QString(word(event)));
    change(m_box, {{u"mutedTexts"_s, QJsonArray::fromStringList(muted)}});
}

void TextsSection::refresh()
{
    ShopSection::refresh();
    for (const auto &[event, check] : m_events)
        check->setChecked(!shop().mutedTexts.contains(word(event)));
}

} // namespace petalpost::desk
