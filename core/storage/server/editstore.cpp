// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/server/editstore.h"

#include "core/protocol/edit.h"

#include <QtCore/QJsonDocument>

using namespace Qt::Literals::StringLiterals;

namespace petalpost::store {

namespace {

constexpr SqlText requestSelect =
    "SELECT order_id, number, operation, difference_minor, unit_minor, based_total_minor, state, "
    "edit, created_ms, expires_ms, closed_ms FROM charge_requests ";

std::vector<ChargeRequest> readRequests(Rows rows)
{
    std::vector<ChargeRequest> requests;
    while (rows.next()) {
        const auto state = fromWord(chargeRequestStateWords, rows.text(6));
        auto edit = orderEditFromJson(QJsonDocument::fromJson(rows.text(7).toUtf8()).object());
        if (!state || !edit)
            throw StorageError("a stored request for an extra charge is damaged");
        requests.push_back({rows.number(0), int(rows.number(1)), rows.text(2), rows.number(3),
                            rows.number(4), rows.number(5), *state, std::move(*edit),
                            rows.number(8), rows.number(9), rows.number(10)});
    }
    return requests;
}

std::optional<ChargeRequest> oneRequest(Rows rows)
{
    auto requests = readRequests(std::move(rows));
    if (requests.empty())
        return std::nullopt;
    return std::move(requests.front());
}

QString textOf(const OrderEdit &edit)
{
    return QString::fromUtf8(QJsonDocument(toJson(edit)).toJson(QJsonDocument::Compact));
}

} // namespace

int insertChargeRequest(Database &database, const ChargeRequest &request)
{
    Rows rows = database.query(
        "SELECT COALESCE(MAX(number), 0) + 1 FROM charge_requests WHERE order_id = ?",
        request.orderId);
    const int number = rows.next() ? int(rows.number(0)) : 1;
    database.run("INSERT INTO charge_requests (order_id, number, operation, difference_minor, "
                 "unit_minor, based_total_minor, state, edit, created_ms, expires_ms, closed_ms) "
                 "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)",
                 request.orderId, number, request.operation, request.differenceMinor,
                 request.unitMinor, request.basedTotalMinor,
                 wordOf(chargeRequestStateWords, request.state), textOf(request.edit),
                 request.createdAtMs, request.expiresAtMs);
    return number;
}

void updateChargeRequest(Database &database, const ChargeRequest &request)
{
    const bool open = request.state == ChargeRequestState::Open;
    database.run("UPDATE charge_requests SET state = ?, edit = ?, expires_ms = ?, closed_ms = ? "
                 "WHERE order_id = ? AND number = ?",
                 wordOf(chargeRequestStateWords, request.state),
                 open ? textOf(request.edit) : u"{}"_s, request.expiresAtMs, request.closedAtMs,
                 request.orderId, request.number);
}

std::optional<ChargeRequest> findChargeRequest(Database &database, qint64 orderId, int number)
{
    static constexpr auto sql = requestSelect + "WHERE order_id = ? AND number = ?";
    return oneRequest(database.query(sql, orderId, number));
}

std::optional<ChargeRequest> openChargeRequest(Database &database, qint64 orderId)
{
    static constexpr auto sql = requestSelect + "WHERE order_id = ? AND state = 'open'";
    return oneRequest(database.query(sql, orderId));
}

std::vector<ChargeRequest> overdueChargeRequests(Database &database, qint64 nowMs, int limit)
{
    static constexpr auto sql =
        requestSelect + "WHERE state = 'open' AND expires_ms < ? ORDER BY expires_ms LIMIT ?";
    return readRequests(database.query(sql, nowMs, limit));
}

void insertEdit(Database &database, const EditRow &edit)
{
    database.run("UPDATE edits SET before = '' WHERE order_id = ? AND before <> ''", edit.orderId);
    database.run("INSERT INTO edits (id, order_id, number, device_id, charge_request, "
                 "difference_minor, at_ms, undone_ms, refunds, before) VALUES (?, ?, (SELECT "
                 "COALESCE(MAX(number), 0) + 1 FROM edits WHERE order_id = ?), ?, ?, ?, ?, 0, ?, "
                 "?)",
                 edit.id, edit.orderId, edit.orderId, edit.deviceId, edit.chargeRequest,
                 edit.differenceMinor, edit.atMs, edit.refunds.join(u' '), edit.before);
}

std::optional<EditRow> lastEdit(Database &database, qint64 orderId)
{
    Rows rows = database.query(
        "SELECT id, order_id, device_id, charge_request, difference_minor, at_ms, undone_ms, "
        "refunds, before FROM edits WHERE order_id = ? AND undone_ms = 0 ORDER BY number DESC "
        "LIMIT 1",
        orderId);
    if (!rows.next())
        return std::nullopt;
    return EditRow{rows.text(0),   rows.number(1),
                   rows.number(2), int(rows.number(3)),
                   rows.number(4), rows.number(5),
                   rows.number(6), rows.text(7).split(u' ', Qt::SkipEmptyParts),
                   rows.text(8)};
}

void markEditUndone(Database &database, const QString &id, qint64 atMs)
{
    database.run("UPDATE edits SET undone_ms = ?, before = '' WHERE id = ?", atMs, id);
}

bool hasEditCopies(Database &database, qint64 beforeMs)
{
    Rows rows =
        database.query("SELECT 1 FROM edits WHERE before <> '' AND at_ms < ? LIMIT 1", beforeMs);
    return rows.next();
}

void forgetEditCopies(Database &database, qint64 beforeMs)
{
    database.run("UPDATE edits SET before = '' WHERE before <> '' AND at_ms < ?", beforeMs);
}

} // namespace petalpost::store
