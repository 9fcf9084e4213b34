// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/shop/legalpages.h"

#include "core/domain/draft.h"
#include "core/server/shop/banks.h"

#include <qcorofuture.h>

using namespace Qt::Literals::StringLiterals;

namespace petalpost::server {

namespace {

const QString textsDate = u"2026-11-26"_s; ///< raised with a change of what the pages say

View section(const QString &heading, const QStringList &paragraphs, bool withRules = false)
{
    View view;
    view.set("heading", heading).setLines("paragraphs", paragraphs.join(u'\n'));
    view.flag("withRules", withRules);
    return view;
}

/// What of \a parts is known, in a line.
QString told(QStringList parts)
{
    parts.removeAll(QString());
    return parts.join(u" · "_s);
}

/// Who sells, as far as the shop's settings say so.
QString seller(const Texts &texts)
{
    const Shop &shop = texts.shop();
    const BusinessDetails &business = shop.business;
    return told({texts.shopName(), business.company, business.representative, business.address,
                 displayPhone(shop.phone), business.email});
}

QString privacyOfficer(const Texts &texts)
{
    const Shop &shop = texts.shop();
    const QString &named = shop.business.privacyOfficer;
    return told({named.isEmpty() ? shop.business.representative : named, displayPhone(shop.phone),
                 shop.business.email});
}

std::vector<View> termsSections(const Texts &texts)
{
    const Words &words = texts.words();
    std::vector<View> all;
    all.push_back(section(
        words.text("누가 파나요?"),
        {words.text("이 페이지의 꽃은 아래 꽃집이 직접 팔고 보내 드려요: %1").arg(seller(texts))}));
    all.push_back(section(
        words.text("주문과 계약"),
        {words.text("내용 확인 화면에서 결제까지 마치면 계약이 이루어지고, 문자로 알려 드려요."),
         words.text("고른 시간은 결제하는 20분 동안 비워 둬요. 그 안에 결제하지 않으면 주문은 "
                    "없던 일이 되고 돈은 나가지 않아요."),
         words.text("계좌로 입금하는 주문은 안내한 입금 기한까지 기다려요.")}));
    all.push_back(section(words.text("가격과 배송"),
                          {words.text("보이는 가격에는 배송비가 들어 있어요. 내용 확인 화면의 총 "
                                      "금액만 결제해요."),
                           words.text("고른 날짜와 시간대 안에 보내 드려요. 늦어지거나 전할 수 "
                                      "없으면 전화나 문자로 알려 드려요.")}));
    all.push_back(section(
        words.text("주문이 바뀔 때"),
        {words.text("꽃이 없어 다른 꽃으로 바꾸거나 금액이 달라져야 하면 먼저 여쭤봐요. 괜찮다고 "
                    "답하지 않으시면 주문은 그대로예요.")}));
    all.push_back(section(words.text("취소와 환불"),
                          {words.text("주문이 어디까지 왔는지에 따라 이렇게 해 드려요.")}, true));
    all.push_back(section(
        words.text("후기"),
        {words.text("후기는 배송 뒤 30일 동안, 주문마다 한 번 남길 수 있고 이름은 가려져요."),
         words.text("다른 사람의 개인정보나 욕설이 든 후기는 꽃집이 이유를 적어 두고 숨길 수 "
                    "있어요.")}));
    all.push_back(section(
        words.text("다툼이 생기면"),
        {words.text("먼저 꽃집과 이야기해 주세요. 나머지는 전자상거래 등에서의 소비자보호에 관한 "
                    "법률과 소비자분쟁해결기준을 따라요.")}));
    return all;
}

View storedSection(const Words &words)
{
    return section(
        words.text("무엇을 왜 저장하나요?"),
        {words.text(
             "주문: 보내는 분과 받는 분의 이름과 전화번호, 받을 주소, 카드와 리본 글, 꽃집에 "
             "남긴 말, 고른 시간. 꽃을 만들고 배송하고 주문 상황을 알려 드리는 데에만 써요."),
         words.text("결제: 금액과 결제사의 거래 번호, 입금할 계좌. 카드 번호는 결제사만 알고 "
                    "꽃집에는 오지 않아요."),
         words.text("문자: 받은 번호와 내용, 보낸 시각."), words.text("후기: 가린 이름, 별점, 글."),
         words.text("주문 조회: 인증번호를 받은 휴대폰 번호와 시각은 하루, 로그인은 12시간 동안만 "
                    "남아요. 인증번호는 저장하지 않아요."),
         words.text("인터넷 주소: 결제를 기다리는 동안과 인증번호를 받은 뒤 하루 동안, 알아볼 수 "
                    "없게 바꾸어 요청 수를 세는 데에만 써요."),
         words.text("쿠키: 쓰던 주문(하루), 인증번호 요청(5분), 로그인(12시간). 광고와 방문 통계 "
                    "쿠키는 없어요.")});
}

View processorSection(const Words &words, const Gateways &gateways)
{
    QStringList names;
    for (const PaymentGateway *gateway : gateways.all())
        names.append(payMethodText(words, gateway->name()));
    return section(
        words.text("누가 함께 다루나요?"),
        {words.text("결제: %1. 금액과 주문 번호, 결제에 필요한 것만 전해요.")
             .arg(names.join(u", "_s)),
         words.text("문자를 보내는 회사: 받는 번호와 문자 내용만 전해요."),
         words.text("배송 기사님: 그날 배송에 필요한 것만 보고, 결제와 카드 글은 보지 않아요."),
         words.text("그 밖의 누구에게도 팔거나 넘기지 않아요.")});
}

std::vector<View> privacySections(const Texts &texts, const Gateways &gateways)
{
    const Words &words = texts.words();
    std::vector<View> all;
    all.push_back(storedSection(words));
    all.push_back(section(
        words.text("얼마나 보관하나요?"),
        {words.text("전자상거래 등에서의 소비자보호에 관한 법률에 따라 계약과 결제 기록은 5년, "
                    "불만과 분쟁 기록은 3년 동안 보관해요. 그 뒤에는 꽃집이 이름과 전화번호, 주소, "
                    "카드 글을 지워요."),
         words.text("기록은 꽃집의 서버와 꽃집 컴퓨터에만 있어요.")}));
    all.push_back(processorSection(words, gateways));
    all.push_back(section(
        words.text("내 정보를 보거나 고치려면"),
        {words.text("보기, 고치기, 지우기, 그만 쓰게 하기를 언제든 부탁할 수 있어요. 법이 "
                    "보관하라고 정한 것은 그 기간이 지난 뒤에 지워요."),
         words.text("개인정보 보호책임자: %1").arg(privacyOfficer(texts)),
         words.text("꽃집의 답이 충분하지 않으면 개인정보침해신고센터(국번 없이 118)에 물어볼 수 "
                    "있어요.")}));
    return all;
}

} // namespace

QCoro::Task<http::Response> LegalPages::terms(const Language &language, http::Request)
{
    const auto shop = co_await m_site.shop();
    if (!shop)
        co_return Site::problem(shop.error());
    const Texts texts(language.words, *shop, m_site.deps.clock.nowMs());
    Frame frame;
    frame.title = language.words.text("이용약관");
    frame.path = u"/terms"_s;
    View view;
    view.set("pageHeading", frame.title).set("textsDate", textsDate);
    view.set("sections", termsSections(texts));
    co_return m_site.page(language, *shop, frame, "legal", std::move(view));
}

QCoro::Task<http::Response> LegalPages::privacy(const Language &language, http::Request)
{
    const auto shop = co_await m_site.shop();
    if (!shop)
        co_return Site::problem(shop.error());
    const Texts texts(language.words, *shop, m_site.deps.clock.nowMs());
    Frame frame;
    frame.title = language.words.text("개인정보처리방침");
    frame.path = u"/privacy"_s;
    View view;
    view.set("pageHeading", frame.title).set("textsDate", textsDate);
    view.set("sections", privacySections(texts, m_site.deps.payments.gateways()));
    co_return m_site.page(language, *shop, frame, "legal", std::move(view));
}

QCoro::Task<http::Response> LegalPages::refunds(const Language &language, http::Request)
{
    const auto shop = co_await m_site.shop();
    if (!shop)
        co_return Site::problem(shop.error());
    Frame frame;
    frame.title = language.words.text("취소·환불 안내");
    frame.path = u"/refunds"_s;
    View view;
    view.flag("withRules", true);
    co_return m_site.message(language, *shop, frame,
                             language.words.text("주문이 어디까지 왔는지에 따라 이렇게 해 드려요."),
                             std::move(view));
}

} // namespace petalpost::server
