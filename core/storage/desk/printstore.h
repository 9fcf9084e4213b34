// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/result.h"
#include "core/domain/words.h"

#include <array>
#include <optional>
#include <vector>

namespace petalpost {

class Database;

/// What is printed of an order. Words never change once released.
enum class PrintKind { Ticket, Card, Ribbon, Receipt };

inline constexpr std::array<Word<PrintKind>, 4> printKindWords{{
    {PrintKind::Ticket, QLatin1StringView("ticket")},
    {PrintKind::Card, QLatin1StringView("card")},
    {PrintKind::Ribbon, QLatin1StringView("ribbon")},
    {PrintKind::Receipt, QLatin1StringView("receipt")},
}};

inline QLatin1StringView word(PrintKind kind)
{
    return wordOf(printKindWords, kind);
}

/// How far a paper has come on its way to the printer.
enum class PrintState {
    Waiting, ///< certainly not handed over
    InHand, ///< the printer is being told
    Failed, ///< the printer did not take it
    Unclear, ///< the program ended while it was in hand: only a person can see whether it came out
};

inline constexpr std::array<Word<PrintState>, 4> printStateWords{{
    {PrintState::Waiting, QLatin1StringView("waiting")},
    {PrintState::InHand, QLatin1StringView("in-hand")},
    {PrintState::Failed, QLatin1StringView("failed")},
    {PrintState::Unclear, QLatin1StringView("unclear")},
}};

inline QLatin1StringView word(PrintState state)
{
    return wordOf(printStateWords, state);
}

/// Why a paper did not reach the printer.
enum class PrintTrouble {
    None,
    PrinterAbsent,
    PrinterRefused,
    FileNotWritten,
    OrderAbsent,
    NoRoom, ///< the order was changed, and its text does not fit any more
};

inline constexpr std::array<Word<PrintTrouble>, 6> printTroubleWords{{
    {PrintTrouble::None, QLatin1StringView("none")},
    {PrintTrouble::PrinterAbsent, QLatin1StringView("printer-absent")},
    {PrintTrouble::PrinterRefused, QLatin1StringView("printer-refused")},
    {PrintTrouble::FileNotWritten, QLatin1StringView("file-not-written")},
    {PrintTrouble::OrderAbsent, QLatin1StringView("order-absent")},
    {PrintTrouble::NoRoom, QLatin1StringView("no-room")},
}};

inline QLatin1StringView word(PrintTrouble trouble)
{
    return wordOf(printTroubleWords, trouble);
}

/// One paper of an order that is to be printed. What is on it is read from the order when it is.
struct PrintJob
{
    qint64 id = 0; ///< given by the store
    qint64 orderId = 0;
    PrintKind kind = PrintKind::Ticket;
    QString preset{}; ///< how it is laid out, in the words of the desk
    QString printer{}; ///< empty: a PDF
    int copies = 1;
    qint64 madeAtMs = 0; ///< by the server's clock
    PrintState state = PrintState::Waiting;
    PrintTrouble trouble = PrintTrouble::None;

    bool operator==(const PrintJob &) const = default;
};

/// The papers on their way to the printers of this computer, and how often each was printed. Every
/// call is one transaction, on disk when it returns, and refuses with StorageFailed leaving the
/// file as it was.
class PrintStore
{
public:
    static constexpr int mostJobs = 200;
    /// For so many orders of each kind it is remembered how often they were printed; the newest.
    static constexpr int mostRemembered = 20'000;

    explicit PrintStore(Database &database)
        : m_database(database)
    {
    }

    /// Oldest first.
    Result<std::vector<PrintJob>> jobs();
    /// Stores \a job as Waiting and answers it with its id. Refuses with TooMany when full.
    Result<PrintJob> add(const PrintJob &job);
    /// As add(), but only for a paper that was neither printed nor added before, whatever became of
    /// it. Answers nothing when it was.
    Result<std::optional<PrintJob>> addOnce(const PrintJob &job);
    /// Notes how far the job \a id has come.
    Result<void> setState(qint64 id, PrintState state, PrintTrouble trouble = PrintTrouble::None);
    /// The printer has it: removes the job \a id and counts it as printed, if it is there.
    Result<void> finish(qint64 id);
    /// Forgets the job \a id.
    Result<void> remove(qint64 id);
    /// To be called once at a start: what was in hand when the program ended becomes Unclear. It
    /// counts as printed, so that another print of it is marked as one.
    Result<void> recover();

    /// How often \a kind was printed of the order.
    Result<int> timesPrinted(PrintKind kind, qint64 orderId);
    /// Whether this computer has ever printed \a kind.
    Result<bool> isUsed(PrintKind kind);

private:
    PrintJob insert(PrintJob job);
    void count(QLatin1StringView kind, qint64 orderId, int more);
    bool isFull();

    Database &m_database;
};

} // namespace petalpost
