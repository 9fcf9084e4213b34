// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/desk/deskmigrations.h"

#include <array>

namespace petalpost {

namespace {

// number and version are -1 for rows of an earlier epoch that the new one has not brought yet.
// finished_at_ms is the largest number while work remains, so that one range finds the board.
constexpr std::array step1{
    "CREATE TABLE documents ("
    " type TEXT NOT NULL,"
    " id {id} NOT NULL,"
    " number {id} NOT NULL,"
    " version {id} NOT NULL,"
    " seen_at_ms {id} NOT NULL,"
    " finished_at_ms {id} NOT NULL,"
    " body TEXT NOT NULL,"
    " PRIMARY KEY (type, id))",
    "CREATE INDEX documents_by_finish ON documents (type, finished_at_ms)",
    "CREATE INDEX documents_by_number ON documents (number)",
    "CREATE TABLE copy_state ("
    " id INTEGER PRIMARY KEY CHECK (id = 1),"
    " epoch TEXT NOT NULL,"
    " number {id} NOT NULL,"
    " complete INTEGER NOT NULL,"
    " clock_offset_ms {id} NOT NULL,"
    " last_contact_ms {id} NOT NULL)",
    "INSERT INTO copy_state (id, epoch, number, complete, clock_offset_ms, last_contact_ms)"
    " VALUES (1, '', 0, 0, 0, 0)",
    "CREATE TABLE operations ("
    " seq INTEGER PRIMARY KEY,"
    " id TEXT NOT NULL UNIQUE,"
    " kind TEXT NOT NULL,"
    " subject {id} NOT NULL,"
    " verb TEXT NOT NULL,"
    " based_on {id} NOT NULL,"
    " pressed_at_ms {id} NOT NULL,"
    " details TEXT NOT NULL,"
    " state TEXT NOT NULL)",
    "CREATE TABLE acknowledged ("
    " order_id {id} PRIMARY KEY,"
    " at_ms {id} NOT NULL)",
};

// former_orders: orders with queued operations as they were in the server's earlier life.
constexpr std::array step2{
    "CREATE TABLE decisions ("
    " seq INTEGER PRIMARY KEY,"
    " id TEXT NOT NULL UNIQUE,"
    " operations TEXT NOT NULL,"
    " refusal TEXT NOT NULL,"
    " refused_at_ms {id} NOT NULL)",
    "CREATE TABLE former_orders ("
    " id {id} PRIMARY KEY,"
    " body TEXT NOT NULL)",
};

// order_facts beside order_texts: a filter without a text reads a tenth of the pages.
// order_grams keeps neither texts nor places, only which order has which gram.
// Orders from indexed_below on are indexed: those of an older file follow in steps.
constexpr std::array step3{
    "CREATE TABLE order_facts ("
    " id INTEGER PRIMARY KEY,"
    " received_at_ms {id} NOT NULL,"
    " state TEXT NOT NULL,"
    " payment TEXT NOT NULL)",
    "CREATE TABLE order_texts ("
    " id INTEGER PRIMARY KEY,"
    " text TEXT NOT NULL)",
    "CREATE VIRTUAL TABLE order_grams USING fts5 ("
    " grams, content = '', detail = none, columnsize = 0, tokenize = ascii)",
    "CREATE TABLE search_state ("
    " id INTEGER PRIMARY KEY CHECK (id = 1),"
    " indexed_below {id} NOT NULL,"
    " tidiness INTEGER NOT NULL)",
    "INSERT INTO search_state (id, indexed_below, tidiness)"
    " SELECT 1, COALESCE(MAX(id) + 1, 0), 0 FROM documents WHERE type = 'order'",
};

// print_counts: also of papers that were asked for and never came out, with none.
constexpr std::array step4{
    "CREATE TABLE print_jobs ("
    " id {id} PRIMARY KEY,"
    " order_id {id} NOT NULL,"
    " kind TEXT NOT NULL,"
    " preset TEXT NOT NULL,"
    " printer TEXT NOT NULL,"
    " copies INTEGER NOT NULL,"
    " made_at_ms {id} NOT NULL,"
    " state TEXT NOT NULL,"
    " trouble TEXT NOT NULL)",
    "CREATE TABLE print_counts ("
    " kind TEXT NOT NULL,"
    " order_id {id} NOT NULL,"
    " times INTEGER NOT NULL,"
    " PRIMARY KEY (kind, order_id))",
    "CREATE TABLE print_state ("
    " id INTEGER PRIMARY KEY CHECK (id = 1),"
    " last_id {id} NOT NULL)",
    "INSERT INTO print_state (id, last_id) VALUES (1, 0)",
};

// subject: 0 is what is not there yet.
constexpr std::array step5{
    "CREATE TABLE drafts ("
    " kind TEXT NOT NULL,"
    " subject {id} NOT NULL,"
    " body TEXT NOT NULL,"
    " PRIMARY KEY (kind, subject))",
};

constexpr std::array steps{Migration{1, step1}, Migration{2, step2}, Migration{3, step3},
                           Migration{4, step4}, Migration{5, step5}};

} // namespace

std::span<const Migration> deskMigrations()
{
    return steps;
}

} // namespace petalpost
