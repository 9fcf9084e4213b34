// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/api/problems.h"

#include "core/protocol/documents.h"

using namespace Qt::Literals::StringLiterals;

namespace petalpost::server {

namespace {

struct Meaning
{
    int status;
    const char *detail; ///< for the programmer at the other end: what is wrong and what to do
};

Meaning meaningOf(RefusalCode code)
{
    switch (code) {
    case RefusalCode::MissingField:
        return {422, "The named field is required: send it."};
    case RefusalCode::WrongType:
        return {422, "The named field has the wrong type: numbers are whole, texts are strings."};
    case RefusalCode::OutOfRange:
        return {422,
                "The named field is outside its range; `value` says the limit where there is one."};
    case RefusalCode::TooLong:
        return {422,
                "The named field is longer than the `value` characters that are kept: shorten it."};
    case RefusalCode::InvalidText:
        return {422, "The named field holds control characters or broken Unicode: remove them."};
    case RefusalCode::InvalidPhone:
        return {422, "The named field is no telephone number: 9 to 12 digits that start with 0."};
    case RefusalCode::UnknownProduct:
        return {422, "The shop sells no such flower: GET /catalogue lists what it sells."};
    case RefusalCode::SoldOut:
        return {409, "This flower is sold out: choose another."};
    case RefusalCode::DailyLimitReached:
        return {409, "The day's limit for this flower is reached: choose another day or fewer."};
    case RefusalCode::UnknownWindow:
        return {422, "The shop has no such delivery window: GET /windows lists them."};
    case RefusalCode::PastDate:
        return {422, "The delivery date is over: choose a later one."};
    case RefusalCode::ClosedDay:
        return {422, "The shop is closed on that day: choose another."};
    case RefusalCode::CutOffPassed:
        return {409, "Orders for this window have closed: choose a later one."};
    case RefusalCode::WindowFull:
        return {409, "This window is full; `value` names the nearest free one."};
    case RefusalCode::PriceOverflow:
        return {422, "The total is more than one order can be: order fewer."};
    case RefusalCode::ConsentMissing:
        return {422, "The customer has not agreed to the terms."};
    case RefusalCode::IllegalMove:
        return {409, "The order's present `orderStatus` does not allow this; `legalVerbs` lists "
                     "what it allows."};
    case RefusalCode::StaleVersion:
        return {409, "The order has changed since `basedOn`: read it again and decide anew."};
    case RefusalCode::NotFound:
        return {404, "There is nothing at this address."};
    case RefusalCode::NotAllowed:
        return {403, "This token does not allow that."};
    case RefusalCode::SignInRequired:
        return {401, "Send `Authorization: Bearer` with the token of the order or of a device."};
    case RefusalCode::KeyReused:
        return {422, "This Idempotency-Key came with another body before: use a fresh key."};
    case RefusalCode::InProgress:
        return {409, "An earlier call or payment of this caller is still running: ask again "
                     "shortly."};
    case RefusalCode::TooMany:
        return {429,
                "Too many calls or unpaid orders from this address: wait as Retry-After says."};
    case RefusalCode::Busy:
        return {503, "The server has more work than it can queue: nothing was stored, try again."};
    case RefusalCode::PaymentDeclined:
        return {402, "The payment was declined: the order waits unpaid until it expires."};
    case RefusalCode::ProviderUnavailable:
        return {503, "The payment provider does not answer: the outcome is being looked up."};
    case RefusalCode::ProviderNotAsked:
        return {503, "The payment provider has not been answering and was not asked: no money "
                     "moved, try again after `value` seconds."};
    case RefusalCode::ReviewExists:
        return {409, "This order has its review already."};
    case RefusalCode::ReviewClosed:
        return {409, "Reviews are open from delivery for 30 days."};
    case RefusalCode::PairingCodeWrong:
        return {403, "There is no such pairing code: `value` says how many tries are left."};
    case RefusalCode::PairingCodeExpired:
        return {410, "This pairing code was used or is older than ten minutes: issue another."};
    case RefusalCode::PairingTriesUsed:
        return {429, "Five wrong codes were tried: issue another code."};
    case RefusalCode::DeviceRevoked:
        return {401, "This device was revoked: delete what it holds and pair it again."};
    case RefusalCode::QuoteChanged:
        return {409, "The edit would not cost what was quoted; `value` says the quoted difference "
                     "and the present one: quote it again."};
    case RefusalCode::UndoClosed:
        return {409, "The undo time of the edit is over: make the reverse edit, which asks for its "
                     "own difference."};
    case RefusalCode::NameTaken:
        return {409, "Another product is called that: its Korean name is how it is known."};
    case RefusalCode::ShopPaused:
        return {503, "The shop takes no orders until `value` (milliseconds since the epoch)."};
    case RefusalCode::InvalidPhoto:
        return {422, "No picture can be kept of this. `value` says why: `format` (send a whole "
                     "JPEG, PNG or WebP file), `pixels` (make it smaller) or `unknown` (POST it to "
                     "/photos first)."};
    case RefusalCode::StorageFailed:
        return {500, "The database failed: nothing was stored, try again."};
    }
    Q_UNREACHABLE();
}

constexpr auto shortWaitSeconds = "1";
constexpr auto limitWaitSeconds = "60";

} // namespace

http::Response problemFor(const Refusal &refusal)
{
    const Meaning meaning = meaningOf(refusal.code);
    const QString title = QString(word(refusal.code)).replace(u'-', u' ');
    auto response =
        http::Response::problem(meaning.status, QByteArray(word(refusal.code).data()), title,
                                QString::fromUtf8(meaning.detail), toJson(refusal));
    if (meaning.status == 401)
        response.headers.emplaceBack("WWW-Authenticate", "Bearer");
    if (meaning.status == 429) {
        const bool says = refusal.code == RefusalCode::TooMany && !refusal.value.isEmpty();
        response.headers.emplaceBack("Retry-After", says ? refusal.value.toLatin1()
                                                         : QByteArray(limitWaitSeconds));
    }
    if (refusal.code == RefusalCode::ProviderNotAsked)
        response.headers.emplaceBack("Retry-After", refusal.value.toLatin1());
    else if (refusal.code == RefusalCode::ShopPaused)
        response.headers.emplaceBack("Retry-After", limitWaitSeconds);
    else if (meaning.status == 503 || refusal.code == RefusalCode::InProgress)
        response.headers.emplaceBack("Retry-After", shortWaitSeconds);
    return response;
}

} // namespace petalpost::server
