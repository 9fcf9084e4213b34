// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/sync/engine.h"

#include <QtCore/QObject>

class QWidget;

namespace petalpost::desk {

class EntryDialog;
class Theme;
struct EditFacts;

/// Orders by phone and over the counter: opens the form with what was typed before, keeps what is
/// typed, and hands the order over.
class OrderTaking : public QObject
{
    Q_OBJECT

public:
    /// The form lies over \a window. Everything handed in must outlive this.
    OrderTaking(sync::Engine &engine, const Theme &theme, QWidget &window);

    /// A new order, or the one that was begun.
    void open();
    /// The form once more with what the server refused, as its \a details.
    void reopen(qint64 provisional, const QJsonObject &details);

Q_SIGNALS:
    /// \a sentence says what was done.
    void placed(qint64 orderId, const QString &sentence);

private:
    void openDraft(qint64 subject, const QJsonObject &draft);
    void place(EntryDialog *dialog, qint64 subject, const DeskOrder &order);

    sync::Engine &m_engine;
    const Theme &m_theme;
    QWidget &m_window;
};

} // namespace petalpost::desk
