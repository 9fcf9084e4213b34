// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/sync/engine.h"

#include <QtCore/QJsonObject>

class QWidget;

namespace petalpost::desk {

class Theme;

/// Asks before money moves: opens the dialogs for cancelling, claims and edits, keeps them told
/// whether the server answers, and says what was decided in them.
class MoneyDialogs : public QObject
{
    Q_OBJECT

public:
    /// Dialogs lie over \a window. Everything handed in must outlive this.
    MoneyDialogs(sync::Engine &engine, const Theme &theme, QWidget &window);

    /// \a verb: Cancel, AcceptCancel or DeclineCancel. Nothing for an order that is not there.
    void askCancel(qint64 orderId, Verb verb);
    /// Money back for a delivered order, or flowers again.
    void askClaim(qint64 orderId);
    /// Changes in a paid order; the server is asked, and the dialog stays until it has done it.
    void askEdit(qint64 orderId);

Q_SIGNALS:
    void decided(qint64 orderId, petalpost::Verb verb, const QJsonObject &details);
    /// A dialog has closed, whatever was decided.
    void closed();

private:
    template<class Dialog>
    void open(Dialog *dialog);
    template<class Dialog>
    void openDeciding(Dialog *dialog, qint64 orderId);

    sync::Engine &m_engine;
    const Theme &m_theme;
    QWidget &m_window;
};

} // namespace petalpost::desk
