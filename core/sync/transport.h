// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/protocol/balance.h"
#include "core/protocol/documents.h"
#include "core/protocol/message.h"
#include "core/protocol/operation.h"
#include "core/sync/request.h"
#include "core/sync/serverclock.h"
#include "core/sync/settings.h"

#include <QtCore/QUrlQuery>
#include <QtNetwork/QNetworkAccessManager>

namespace petalpost::sync {

/// Makes the calls of this desk: address, token and headers are set here and nowhere else.
class Transport : public QObject
{
    Q_OBJECT

public:
    Transport(const Settings &settings, ServerClock &clock, QObject *parent = nullptr);

    /// Sends \a operation with its id as the idempotency key.
    Request *send(const Operation &operation);
    /// Reports that everything up to \a cursor is stored here.
    Request *report(const FeedCursor &cursor);
    /// Asks for the balance of \a date; without one, of the shop's today.
    Request *askBalance(std::optional<QDate> date, int deadlineMs);
    /// Asks the server to do what \a wish says; it does nothing the second time.
    /// The sales of the days from \a from to \a to.
    Request *askFigures(QDate from, QDate to);
    /// A page of the text messages of all orders.
    Request *askTexts(MessageChoice choice, qint64 beforeId, int limit);
    Request *askRepair(const RepairWish &wish, int deadlineMs);
    /// Asks to give back what the provider refused to give back.
    Request *retryRefund(qint64 orderId);
    /// Asks what an edit would do, or has it done or undone; \a key unless it is only asked.
    Request *editLines(qint64 orderId, const QJsonObject &body, const QByteArray &key);
    /// Reads \a path, posts \a body to it, or removes it.
    Request *get(const QString &path);
    Request *post(const QString &path, const QJsonObject &body);
    Request *remove(const QString &path);
    /// Opens the change feed after \a cursor; an empty epoch asks for everything. The caller owns
    /// it.
    QNetworkReply *openFeed(const FeedCursor &cursor);

Q_SIGNALS:
    /// Headers came back from the server; its clock has been read.
    void contact();
    /// The server showed another certificate than the one this desk was paired with. Nothing was
    /// sent.
    void otherCertificate();

private:
    QNetworkRequest request(const QString &path) const;
    Request *ask(const QString &path, const QUrlQuery &query, int deadlineMs);
    Request *patch(const QNetworkRequest &call, const QJsonObject &body);
    Request *send(const QByteArray &method, QNetworkRequest call, const QJsonObject &body);
    void watch(QNetworkReply *reply);
    void readClock(const QNetworkReply &reply);

    Settings m_settings;
    ServerClock &m_clock;
    bool m_exactTime = false; ///< the server has told its time to the millisecond
    QNetworkAccessManager m_network;
};

} // namespace petalpost::sync
