// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/shop/plainpages.h"

#include <qcorofuture.h>

using namespace Qt::Literals::StringLiterals;

namespace petalpost::server {

namespace {

/// What an error page says.
struct ErrorText
{
    QString heading;
    QString paragraph;
};

ErrorText errorText(int status, const Words &words)
{
    switch (status) {
    case 403:
        return {words.text("이 요청은 받을 수 없어요"),
                words.text("다른 사이트에서 왔거나 오래된 화면이에요. 처음부터 다시 해 주세요.")};
    case 404:
    case 405:
    case 410:
        return {words.text("찾는 페이지가 없어요"),
                words.text("주소가 바뀌었거나 잘못 적혔을 수 있어요.")};
    case 408:
        return {words.text("시간 안에 받지 못했어요"),
                words.text("연결을 확인하고 다시 보내 주세요.")};
    case 413:
    case 431:
        return {words.text("보낸 내용이 너무 커요"), words.text("내용을 줄여서 다시 보내 주세요.")};
    case 429:
        return {words.text("요청이 너무 많아요"), words.text("잠시 뒤에 다시 해 주세요.")};
    case 503:
        return {words.text("잠시 점검 중이에요"),
                words.text("조금 뒤에 다시 열어 주세요. 결제됐다면 주문은 안전해요.")};
    default:
        break;
    }
    if (status < 500)
        return {words.text("보낸 내용을 읽을 수 없어요"),
                words.text("앞 화면으로 돌아가 다시 보내 주세요.")};
    return {words.text("저희 쪽 문제예요"),
            words.text("결제됐다면 주문은 안전해요. 잠시 뒤에 다시 해 주세요.")};
}

} // namespace

QCoro::Task<http::Response> PlainPages::my(const Language &language, http::Request)
{
    const auto shop = co_await m_site.shop();
    if (!shop)
        co_return Site::problem(shop.error());
    Frame frame;
    frame.title = language.words.text("주문 조회");
    frame.path = u"/my"_s;
    frame.section = u"my"_s;
    co_return m_site.message(
        language, *shop, frame,
        language.words.text("결제한 뒤 보내 드린 문자에 주문을 볼 수 있는 주소가 있어요. "
                            "문자를 찾을 수 없으면 전화해 주세요."));
}

QCoro::Task<http::Response> PlainPages::privacy(const Language &language, http::Request)
{
    const auto shop = co_await m_site.shop();
    if (!shop)
        co_return Site::problem(shop.error());
    Frame frame;
    frame.title = language.words.text("개인정보처리방침");
    frame.path = u"/privacy"_s;
    const Words &words = language.words;
    const QStringList paragraphs{
        words.text("보내는 분과 받는 분의 이름·전화번호·주소를 꽃을 만들고 배송하고 주문 상황을 "
                   "알려 드리는 데에만 써요."),
        words.text("문자를 보내는 회사와 결제 회사에는 그 일에 필요한 것만 전해요."),
        words.text("법이 정한 기간이 지나면 이름·전화번호·주소·카드 글을 지워요. 그 전에 보거나 "
                   "고치거나 지우고 싶으면 전화해 주세요."),
    };
    co_return m_site.message(language, *shop, frame, paragraphs.join(u'\n'));
}

QCoro::Task<http::Response> PlainPages::refunds(const Language &language, http::Request)
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

QCoro::Task<http::Response> PlainPages::robots(http::Request)
{
    http::Response response;
    response.contentType = "text/plain; charset=utf-8"_ba;
    response.body = "User-agent: *\nDisallow: /t/\nDisallow: /r/\nDisallow: /d\nDisallow: "
                    "/shop/order\nDisallow: "
                    "/shop/return/\n"
                    "Disallow: /sandbox/\nDisallow: /en/d\nDisallow: /en/t/\nDisallow: "
                    "/en/r/\nDisallow: /en/shop/order\n"
                    "Disallow: /en/shop/return/\nDisallow: /en/sandbox/\n"_ba;
    co_return response;
}

/// Where the same error shows in the other language. What was posted cannot be asked for again, and
/// a path of two slashes would lead to another host.
QString PlainPages::switchPath(const http::Request &request, const Language &language)
{
    const QByteArray path = request.path.mid(language.prefix.size());
    const bool readable =
        request.method == http::Method::Get || request.method == http::Method::Head;
    if (!readable || !path.startsWith('/') || path.startsWith("//"))
        return u"/"_s;
    return QString::fromLatin1(path.toPercentEncoding("/"));
}

http::Response PlainPages::error(const http::Request &request, http::Response problem) const
{
    const Language &language = m_site.languageOf(request.path);
    const ErrorText text = errorText(problem.status, language.words);
    Frame frame;
    frame.status = problem.status;
    frame.title = text.heading;
    frame.isPrivate = true;
    frame.noReferrer = true;
    frame.path = switchPath(request, language);
    View view;
    view.flag("withMy", true);
    http::Response page =
        m_site.message(language, m_site.lastShop(), frame, text.paragraph, std::move(view));
    for (auto &[name, value] : problem.headers) {
        if (name == "Allow" || name == "Retry-After")
            page.headers.emplace_back(name, value);
    }
    return page;
}

} // namespace petalpost::server
