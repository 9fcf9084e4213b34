// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/desk/settings/businesssection.h"

#include <QtWidgets/QLineEdit>

using namespace Qt::Literals::StringLiterals;

namespace petalpost::desk {

BusinessSection::BusinessSection(sync::Engine &engine, const Theme &theme, QWidget *parent)
    : ShopSection(tr("사업자 정보"), engine, theme, parent)
{
    setObjectName(u"settingsBusiness"_s);
    const std::pair<QString, QString> fields[] = {
        {u"company"_s, tr("상호")},
        {u"representative"_s, tr("대표자")},
        {u"address"_s, tr("주소")},
        {u"email"_s, tr("이메일")},
        {u"registrationNumber"_s, tr("사업자등록번호")},
        {u"mailOrderNumber"_s, tr("통신판매업 신고번호")},
        {u"mailOrderAuthority"_s, tr("신고기관")},
        {u"hosting"_s, tr("호스팅 제공자")},
        {u"privacyOfficer"_s, tr("개인정보 보호책임자")},
    };
    for (const auto &[wire, title] : fields)
        addText(u"business-"_s + wire, title, u"business."_s + wire);
    addNote(tr("웹페이지 맨 아래에 보여요. 비운 것은 빠져요."));
    finish();
}

} // namespace petalpost::desk
