// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/protocol/documents.h"
#include "core/protocol/operation.h"
#include "core/storage/desk/decisionstore.h"
#include "core/storage/desk/draftstore.h"
#include "core/storage/desk/ordersearch.h"
#include "core/storage/desk/printstore.h"

#include <memory>
#include <set>

namespace petalpost {

/// How far an operation of the desk has come. Words never change once released.
enum class OperationState {
    Queued, ///< never left this computer: it can still be withdrawn
    Sent, ///< sent at least once; only the server knows whether it happened
};

inline constexpr std::array<Word<OperationState>, 2> operationStateWords{{
    {OperationState::Queued, QLatin1StringView("queued")},
    {OperationState::Sent, QLatin1StringView("sent")},
}};

inline QLatin1StringView word(OperationState state)
{
    return wordOf(operationStateWords, state);
}

/// An operation that the server has not answered for good.
struct QueuedOperation
{
    Operation operation;
    OperationState state = OperationState::Queued;

    bool operator==(const QueuedOperation &) const = default;
};

/// Where the local copy stands. Times are milliseconds since the epoch.
struct CopyState
{
    FeedCursor cursor; ///< an empty epoch when nothing was ever stored
    bool complete = false; ///< false until the first sync of this epoch reached the newest change
    qint64 clockOffsetMs = 0; ///< server clock minus this computer's, as last seen
    qint64 lastContactMs = 0; ///< by this computer's clock; 0 = never

    bool operator==(const CopyState &) const = default;
};

/// One document that a page really changed in the copy; no document when it was removed.
struct CopyChange
{
    DocumentType type = DocumentType::Order;
    qint64 id = 0;
    bool known = false; ///< the copy held this document before
    Document document;

    bool operator==(const CopyChange &) const = default;
};

/// The desk's own file: a copy of the shop's documents, how far it reaches, and the operations that
/// the server has not answered yet. Every call is one transaction, on disk when it returns, and
/// refuses with StorageFailed (value: the driver's message) leaving the file as it was.
///
/// Used by the thread that opened it.
class LocalStore
{
public:
    /// Opens or creates the file \a path. Refuses also a file written by a newer version.
    static Result<std::unique_ptr<LocalStore>> open(const QString &path);
    ~LocalStore();
    Q_DISABLE_COPY_MOVE(LocalStore)

    Result<CopyState> state();

    /// Stores the documents of \a page and its cursor together; answers what changed. A document
    /// older than the stored one changes nothing and the cursor never goes back. A page of another
    /// epoch than the copy's is refused with StaleVersion: call resetCopy() first. Only a page that
    /// is not the last, and has no order whose receipt is waited for, may reach the disk with the
    /// next call: after a power cut it is fetched again.
    Result<std::vector<CopyChange>> apply(const FeedPage &page);
    /// Begins the copy afresh at \a epoch, number 0. The old documents stay readable until a
    /// complete page of the new epoch is applied, which removes those that it did not bring. Keeps
    /// operations.
    Result<void> resetCopy(const QString &epoch);
    /// Deletes every document, what was acknowledged, and where the copy stood; unless
    /// \a keepOperations also the queue, the decisions that wait and what is printed. What was
    /// deleted is overwritten in the file and its log.
    Result<void> wipe(bool keepOperations);
    /// Remembers what the last answer of the server told about time, in milliseconds.
    Result<void> noteContact(qint64 clockOffsetMs, qint64 lastContactMs);

    /// Unfinished orders, and those finished since \a finishedSinceMs; 0 answers every order.
    Result<std::vector<Order>> loadOrders(qint64 finishedSinceMs);
    /// At most \a limit orders of any age below \a beforeId (0: from the newest), newest first.
    Result<std::vector<Order>> ordersBefore(qint64 beforeId, int limit);
    /// Refuses with NotFound when the copy does not hold \a orderId.
    Result<Order> order(qint64 orderId);
    Result<std::vector<Review>> loadReviews();
    Result<std::vector<Product>> loadProducts();
    /// The shop, or defaults when it was never stored.
    Result<Shop> loadShop();

    /// Puts \a operation at the end of the queue.
    Result<void> enqueue(const Operation &operation);
    /// Notes how far \a operationId has come: Sent before it leaves, Queued again only when it
    /// certainly did not.
    Result<void> setState(const QString &operationId, OperationState state);
    /// Takes \a operationId off the queue and merges the server's \a answer into the copy, in one
    /// transaction. Answers the document as it now is in the copy, if the answer changed it.
    Result<std::optional<Document>> finish(const QString &operationId, const Document &answer);
    /// Takes operations off the queue that were withdrawn.
    Result<void> drop(const QStringList &operationIds);
    /// Operations that the server refused, until a person has decided.
    DecisionStore &decisions() { return m_decisions; }
    /// Orders of any age, by what is known of them.
    OrderSearch &search() { return m_search; }
    /// What was typed and not saved.
    DraftStore &drafts() { return m_drafts; }
    /// What this computer prints, and has printed.
    PrintStore &prints() { return m_prints; }
    /// Every operation not answered for good, in the order it was made.
    Result<std::vector<QueuedOperation>> pending();

    /// Notes that a person acknowledged the alarm or the cancelled card of \a orderId at \a atMs.
    Result<void> acknowledge(qint64 orderId, qint64 atMs);
    Result<std::set<qint64>> acknowledged();

private:
    explicit LocalStore(const QString &path);

    std::unique_ptr<Database> m_database;
    DecisionStore m_decisions;
    OrderSearch m_search;
    PrintStore m_prints;
    DraftStore m_drafts;
};

} // namespace petalpost
