// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/web/browser.h"

#include <QtCore/QEventLoop>
#include <QtCore/QRegularExpression>
#include <QtCore/QTimer>
#include <QtNetwork/QNetworkCookieJar>
#include <QtNetwork/QNetworkReply>

using namespace Qt::Literals::StringLiterals;

namespace petalpost::test {

namespace {

constexpr int replyDeadlineMs = 20'000;

QHash<QString, QString> pairs(const QString &text, const QString &pattern)
{
    QHash<QString, QString> found;
    const QRegularExpression expression(pattern, QRegularExpression::DotMatchesEverythingOption);
    for (auto matches = expression.globalMatch(text); matches.hasNext();) {
        const auto match = matches.next();
        found.insert(match.captured(1), unescaped(match.captured(2)));
    }
    return found;
}

} // namespace

QString unescaped(QString text)
{
    return text.replace(u"&nbsp;"_s, QString(QChar::Nbsp))
        .replace(u"&lt;"_s, u"<"_s)
        .replace(u"&gt;"_s, u">"_s)
        .replace(u"&quot;"_s, u"\""_s)
        .replace(u"&apos;"_s, u"'"_s)
        .replace(u"&amp;"_s, u"&"_s);
}

QString Page::title() const
{
    return text().section(u"<title>"_s, 1, 1).section(u"</title>"_s, 0, 0);
}

Fields Page::hidden() const
{
    return pairs(text(), u"<input type=\"hidden\" name=\"(\\w+)\" value=\"([^\"]*)\""_s);
}

QHash<QString, QString> Page::errors() const
{
    return pairs(text(), u"<li><a href=\"#(\\w+)\">([^<]*)</a>"_s);
}

QString Page::shownValue(const QString &name) const
{
    const auto inputs = pairs(text(), u"<input id=\"(\\w+)\" name=\"\\w+\" value=\"([^\"]*)\""_s);
    const auto areas = pairs(text(), u"<textarea id=\"(\\w+)\"[^>]*>\\n?([^<]*)</textarea>"_s);
    return inputs.contains(name) ? inputs.value(name) : areas.value(name);
}

Browser::Browser(quint16 port)
    : m_origin(u"http://127.0.0.1:%1"_s.arg(port))
{
    m_network.setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
    m_network.setTransferTimeout(replyDeadlineMs);
}

void Browser::forgetCookies()
{
    m_network.setCookieJar(new QNetworkCookieJar);
}

QNetworkRequest Browser::request(const QString &path,
                                 const QHash<QByteArray, QByteArray> &headers) const
{
    QNetworkRequest made(QUrl(QString(m_origin + path)));
    made.setRawHeader("Accept", "text/html");
    for (auto header = headers.cbegin(); header != headers.cend(); ++header)
        made.setRawHeader(header.key(), header.value());
    return made;
}

Page Browser::wait(QNetworkReply *reply)
{
    QEventLoop loop;
    QObject::connect(reply, &QNetworkReply::finished, &loop, &QEventLoop::quit);
    if (!reply->isFinished())
        loop.exec();
    Page page;
    page.status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    page.body = reply->readAll();
    for (const auto &[name, value] : reply->rawHeaderPairs())
        page.headers.insert(name.toLower(), value);
    delete reply;
    return page;
}

Page Browser::get(const QString &path, const QHash<QByteArray, QByteArray> &headers)
{
    return wait(m_network.get(request(path, headers)));
}

Page Browser::post(const QString &path, const Fields &fields,
                   const QHash<QByteArray, QByteArray> &headers)
{
    QByteArray body;
    for (auto field = fields.cbegin(); field != fields.cend(); ++field) {
        body += (body.isEmpty() ? "" : "&") + QUrl::toPercentEncoding(field.key()) + '='
                + QUrl::toPercentEncoding(field.value());
    }
    return postRaw(path, body, headers);
}

Page Browser::postRaw(const QString &path, const QByteArray &body,
                      const QHash<QByteArray, QByteArray> &headers)
{
    QNetworkRequest made = request(path, headers);
    made.setHeader(QNetworkRequest::ContentTypeHeader, u"application/x-www-form-urlencoded"_s);
    if (!headers.contains("Origin"))
        made.setRawHeader("Origin", m_origin.toUtf8());
    return wait(m_network.post(made, body));
}

} // namespace petalpost::test
