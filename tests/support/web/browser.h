// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtCore/QHash>
#include <QtCore/QUrl>
#include <QtNetwork/QNetworkAccessManager>

namespace petalpost::test {

using Fields = QHash<QString, QString>;

/// A text or value of a page as people see it.
QString unescaped(QString text);

/// What a server answered.
struct Page
{
    int status = 0;
    QByteArray body;
    QHash<QByteArray, QByteArray> headers; ///< lower-case names

    QString text() const { return QString::fromUtf8(body); }
    bool says(const QString &part) const { return text().contains(part); }
    QString title() const;
    QString location() const { return QString::fromUtf8(headers.value("location")); }
    /// Every hidden field, unescaped.
    Fields hidden() const;
    /// The links and sentences of the error summary.
    QHash<QString, QString> errors() const;
    /// The value that the field \a name shows again.
    QString shownValue(const QString &name) const;
};

/// A browser without JavaScript: it keeps cookies, says where a form was, and follows nothing.
class Browser
{
public:
    explicit Browser(quint16 port);

    Page get(const QString &path, const QHash<QByteArray, QByteArray> &headers = {});
    Page post(const QString &path, const Fields &fields,
              const QHash<QByteArray, QByteArray> &headers = {});
    /// A body as it is, for what no form can send.
    Page postRaw(const QString &path, const QByteArray &body,
                 const QHash<QByteArray, QByteArray> &headers = {});

    QString origin() const { return m_origin; }
    void forgetCookies();

private:
    QNetworkRequest request(const QString &path,
                            const QHash<QByteArray, QByteArray> &headers) const;
    static Page wait(QNetworkReply *reply);

    QString m_origin;
    QNetworkAccessManager m_network;
};

} // namespace petalpost::test
