// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/shop/plainpages.h"

using namespace Qt::Literals::StringLiterals;

namespace petalpost::server {

namespace {

/// What an error page says.
struct ErrorText
{
    QString heading;
    QString paragraph;
};

/// "30초" or "2분", rounded up: how long the sender of Retry-After wants to be left alone.
QString waitText(qint64 seconds, const Words &words)
{
    constexpr qint64 shownAsSeconds = 90;
    constexpr qint64 minuteSeconds = 60;
    if (seconds <= shownAsSeconds)
        return words.text("%1초").arg(seconds);
    return words.text("%1분").arg((seconds + minuteSeconds - 1) / minuteSeconds);
}

QString whenAgain(const http::Response &problem, const Words &words)
{
    for (const auto &[name, value] : problem.headers) {
        if (const qint64 seconds = value.toLongLong(); name == "Retry-After" && seconds > 0)
            return words.text("%1 뒤에 다시 해 주세요.").arg(waitText(seconds, words));
    }
    return words.text("잠시 뒤에 다시 해 주세요.");
}

ErrorText errorText(const http::Response &problem, const Words &words)
{
    switch (problem.status) {
    case 403:
        return {words.text("이 요청은 받을 수 없어요"),
                words.text("다른 사이트에서 왔거나 오래된 화면이에요. 처음부터 다시 해 주세요.")};
    case 404:
    case 405:
        return {words.text("찾는 페이지가 없어요"),
                words.text("주소가 바뀌었거나 잘못 적혔을 수 있어요.")};
    case 410:
        return {words.text("이제 없는 페이지예요"),
                words.text("기한이 지났거나 꽃집이 내린 페이지예요.")};
    case 408:
        return {words.text("시간 안에 받지 못했어요"),
                words.text("연결을 확인하고 다시 보내 주세요.")};
    case 413:
    case 431:
        return {words.text("보낸 내용이 너무 커요"), words.text("내용을 줄여서 다시 보내 주세요.")};
    case 422:
        return {words.text("쓸 수 없는 내용이 있어요"),
                words.text("앞 화면으로 돌아가 적은 것을 확인하고 다시 보내 주세요.")};
    case 429:
        return {words.text("요청이 너무 많아요"), whenAgain(problem, words)};
    case 503:
        return {words.text("잠시 점검 중이에요"), QString(words.text("결제됐다면 주문은 안전해요.")
                                                          + u' ' + whenAgain(problem, words))};
    default:
        break;
    }
    if (problem.status < 500)
        return {words.text("보낸 내용을 읽을 수 없어요"),
                words.text("앞 화면으로 돌아가 다시 보내 주세요.")};
    return {words.text("저희 쪽 문제예요"),
            words.text("결제됐다면 주문은 안전해요. 잠시 뒤에 다시 해 주세요.")};
}

} // namespace

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
    const ErrorText text = errorText(problem, language.words);
    Frame frame;
    frame.status = problem.status;
    frame.title = text.heading;
    frame.isPrivate = true;
    frame.noReferrer = true;
    frame.path = switchPath(request, language);
    View view;
    view.flag("withMy", true);
    http::Response page =
        m_site.message(language, m_site.shopNow(), frame, text.paragraph, std::move(view));
    for (auto &[name, value] : problem.headers) {
        if (name == "Allow" || name == "Retry-After")
            page.headers.emplace_back(name, value);
    }
    return page;
}

} // namespace petalpost::server
