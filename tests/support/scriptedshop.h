// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/protocol/documents.h"
#include "tests/support/scriptedserver.h"

#include <map>

namespace petalpost::test {

/// The least server that a desk can be in step with: orders with versions, a feed with numbers, and
/// operations with keys. What goes wrong on the way is scripted from outside.
class ScriptedShop
{
public:
    ScriptedShop();

    QUrl url() const { return server.url(); }
    FeedCursor cursor() const { return {epoch, number}; }

    /// Changes a document and tells the open streams.
    void put(const Order &order);
    void put(const Review &review);
    void remove(qint64 orderId);
    /// As put(), but the streams hear nothing until pushPage().
    void putQuietly(DocumentType type, qint64 id, const Document &document);
    /// As if the document had never been: another life does not know it.
    void forget(DocumentType type, qint64 id) { m_documents.erase({type, id}); }
    /// Begins another life with the present documents, and cuts the streams.
    void renewEpoch(const QString &name);

    /// The page after \a afterNumber, and the event that carries it.
    FeedPage pageAfter(qint64 afterNumber) const;
    static QByteArray event(const FeedPage &page);
    void pushPage(qint64 afterNumber);

    const Order &order(qint64 id) const;
    /// Operations that took effect, by key; a repeated call does not count again.
    std::vector<QByteArray> effects;
    /// How the next PATCH calls fare after they took effect; empty: they are answered.
    std::vector<ScriptedReply::Fault> replyFaults;
    /// Answers of the next PATCH calls in place of any effect.
    std::vector<ScriptedReply> insteadOfEffect;
    /// Receipts of desks, oldest first; with stampsReceipts the orders then get their stamp.
    std::vector<FeedCursor> receipts;
    bool stampsReceipts = false;
    int receiptStatus = 200; ///< what a receipt is answered with
    bool knowsToken = true;
    bool tellsStreams = true; ///< false: an operation's effect is not pushed to the streams
    bool withholdsPages = false; ///< true: a stream begins without any page
    int pageSize = 500;
    qint64 nowMs = 0; ///< sent as the server's time when not 0

    QString epoch = QStringLiteral("spring");
    qint64 number = 0;
    ScriptedServer server;

private:
    ScriptedReply answer(const SeenRequest &request);
    ScriptedReply openStream(const SeenRequest &request);
    ScriptedReply patch(const SeenRequest &request);
    ScriptedReply takeReceipt(const SeenRequest &request);
    ScriptedReply move(const QByteArray &key, qint64 id, const QJsonObject &body);
    ScriptedReply reply(const QByteArray &key, qint64 id, const QJsonObject &body);

    std::map<std::pair<DocumentType, qint64>, FeedEntry> m_documents;
    std::map<QByteArray, ScriptedReply> m_answered;
};

} // namespace petalpost::test
