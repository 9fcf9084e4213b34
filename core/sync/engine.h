// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/clock.h"
#include "core/domain/providerhealth.h"
#include "core/protocol/documents.h"
#include "core/protocol/operation.h"
#include "core/storage/desk/orderfilter.h"
#include "core/sync/settings.h"

#include <QtCore/QObject>

#include <map>
#include <memory>

namespace petalpost {
class LocalStore;
class DraftStore;
class PrintStore;
struct QueuedOperation;
} // namespace petalpost

namespace petalpost::sync {

class Balances;
class SalesReader;
class TextsReader;
class OrderEdits;
class Decisions;
class ShopDevices;

/// Keeps the local copy of the shop in step with the server and sends what the florist did. What it
/// shows is always copy + queue: an operation changes the shown order at once, is stored before
/// anything is sent, and becomes a decision for the florist if the server refuses it.
///
/// Lives in the thread that made it; never blocks on the network.
class Engine : public QObject
{
    Q_OBJECT

public:
    using Settings = sync::Settings;

    Engine(LocalStore &store, Settings settings, const Clock &clock, QObject *parent = nullptr);
    ~Engine() override;

    /// Shows the local copy (one signal for each document), then connects and keeps connected until
    /// stop(). Refuses with StorageFailed, and connects to nothing, when the copy cannot be read.
    Result<void> start();
    void stop();
    /// What becomes of operations that were not sent when the copy is emptied.
    enum class Unsent { Keep, Forget };
    /// Ends syncing and empties the local copy, because this desk may not hold it any more. Answers
    /// how many operations and decisions were not done with; they are kept for a later pairing, or
    /// forgotten with the rest, for what people typed into them is personal.
    Result<int> wipe(Unsent unsent);
    /// Drops any waiting and tries again at once, also after the token was refused.
    void syncNow();

    /// Orders as shown (copy + queue), by id: the unfinished ones, and those finished within a
    /// week; older ones are in the store. References stay valid until the next signal.
    const std::map<qint64, Order> &orders() const;
    /// One order as shown, also one that orders() does not hold any more. Refuses with NotFound or
    /// StorageFailed.
    Result<Order> order(qint64 orderId) const;
    /// At most \a limit orders of any age that \a filter matches, newest first, with numbers below
    /// \a beforeId; 0 begins at the newest. As shown. Refuses with StorageFailed.
    Result<OrderPage> findOrders(const OrderFilter &filter, qint64 beforeId, int limit) const;
    const std::map<qint64, Review> &reviews() const;
    const std::map<qint64, Product> &products() const;
    const Shop &shop() const;
    SyncStatus status() const;
    const QUrl &server() const;
    /// What the server lets this desk do; the server has the last word.
    DeviceRole role() const;
    /// How the payment providers fare, as the server said last; empty while there is no contact and
    /// with a server that does not say it.
    const std::vector<ProviderHealth> &paymentHealth() const;
    /// What the server has not answered for good, in the order it was done. Valid until the next
    /// signal.
    const std::vector<QueuedOperation> &unsent() const;
    /// Server time as well as it is known: the clock plus the last offset seen.
    qint64 nowMs() const;
    /// Whether a move of \a orderId waits for the server's answer.
    bool isUnsent(qint64 orderId) const;
    /// What the server refused and a person has to decide.
    Decisions &decisions() const;
    /// The balance of a day, asked of the server itself.
    Balances &balances() const;
    /// What was sold; the same.
    SalesReader &sales() const;
    /// The text messages; the same.
    TextsReader &texts() const;
    /// What changes in a paid order; it needs the server too.
    OrderEdits &edits() const;
    /// The computers and phones that speak for the shop; for an owner's desk.
    ShopDevices &devices() const;
    /// What this computer prints, in the local copy's file: it goes when the copy is wiped.
    PrintStore &prints() const;
    /// What was typed and not saved, there too.
    DraftStore &drafts() const;

    /// Does \a verb to an order. Answers the operation's id, or refuses at once: NotFound,
    /// IllegalMove when the state table says so, StorageFailed. Claims reach orders of any age. A
    /// later refusal of the server arrives as refused().
    Result<QString> move(qint64 orderId, Verb verb, QJsonObject details = {});
    /// Takes down \a order, which is shown at once with a negative id until the server has numbered
    /// it (see orderNumbered()). Answers the operation's id; refuses at once as checkDraft(),
    /// checkTakenWindow() and deskOrderFromBody() do, with UnknownProduct, or StorageFailed. A
    /// later refusal of the server arrives as refused().
    Result<QString> placeOrder(const DeskOrder &order);
    /// Asks at once for the refunds of \a orderId that the provider refused; never queued. Answered
    /// by refundAskedAgain() or refundNotAskedAgain(); a second call before that does nothing.
    void retryRefund(qint64 orderId);
    /// Stamps the order as seen by a florist; does nothing when it was seen before.
    void markSeen(qint64 orderId);
    Result<QString> replyToReview(qint64 reviewId, const QString &text);
    /// Sets the shop's \a settings, named as on the wire; the others stay. Refuses at once as
    /// changedShop() does, or with StorageFailed. A later refusal of the server arrives as
    /// refused(); nothing of another desk is written over without a person deciding it.
    Result<QString> changeShop(const QJsonObject &settings);
    /// Changes the fields that \a fields names of a product; 0 adds one, which has a negative id
    /// until the server has numbered it. Answers the operation's id; refuses at once as
    /// changedProduct() does, with NotFound, or with StorageFailed. A later refusal arrives as
    /// refused().
    Result<QString> changeProduct(qint64 productId, const QJsonObject &fields);
    /// Undoes the last operation of the order: withdrawn when it never left this computer (answers
    /// the withdrawn id), else sent as an operation of its own (answers the new id).
    Result<QString> undo(qint64 orderId);

Q_SIGNALS:
    /// The order looks different, or its isUnsent() changed.
    void orderChanged(const petalpost::Order &order);
    void orderRemoved(qint64 id);
    /// What placeOrder() showed as \a provisional goes by \a id from now on; comes before the
    /// orderRemoved() of the one and the orderChanged() of the other.
    void orderNumbered(qint64 provisional, qint64 id);
    /// As orderChanged(), for an order that orders() does not hold any more.
    void olderOrderChanged(const petalpost::Order &order);
    void reviewChanged(const petalpost::Review &review);
    void reviewRemoved(qint64 id);
    void productChanged(const petalpost::Product &product);
    void productRemoved(qint64 id);
    void shopChanged();
    void statusChanged(const petalpost::sync::SyncStatus &status);
    void paymentHealthChanged(const std::vector<petalpost::ProviderHealth> &health);
    /// A paid order that this desk had not stored before; comes after its orderChanged(). A first
    /// sync is no news.
    void orderArrived(const petalpost::Order &order);
    /// The server said no: the order shows its state again, and a decision waits (see decisions()).
    /// Moves of the same order that were made on top go with it, each announced with the same
    /// refusal. Being seen is no decision: its refusal is only announced.
    void refused(const petalpost::Operation &operation, const petalpost::Refusal &refusal);
    /// The server has taken it on; the order changes when the provider has answered.
    void refundAskedAgain(qint64 orderId);
    /// No answer is Busy: the refund stands as it stood, or the order will tell.
    void refundNotAskedAgain(qint64 orderId, const petalpost::Refusal &refusal);
    /// The owner revoked this desk. The copy is empty now; \a lostOperations were never sent.
    void revoked(int lostOperations);
    /// The server showed another certificate than the one that was compared at pairing. Nothing was
    /// sent, and nothing is until start().
    void certificateChanged();
    /// Older orders can be found by a filter now: a file of an earlier version was indexed.
    void searchCompleted();
    /// The server accepted \a operation.
    void accepted(const petalpost::Operation &operation);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace petalpost::sync
