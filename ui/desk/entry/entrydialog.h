// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/order.h"
#include "core/domain/refusal.h"

#include <QtCore/QTimer>
#include <QtWidgets/QDialog>

class QLabel;
class QPushButton;

namespace petalpost::desk {

class EntryForm;
class NoteLabel;
class Theme;
struct EditFacts;

/// Takes an order down while the customer is on the phone or at the counter. Every pause in typing
/// is told, so that nothing typed is lost; closing it loses nothing either.
class EntryDialog : public QDialog
{
    Q_OBJECT

public:
    static constexpr int draftMs = 200; ///< after the last key

    EntryDialog(const EditFacts &facts, const Theme &theme, QWidget *parent = nullptr);

    /// Goes on with what was typed before.
    void resume(const DeskOrder &order);
    /// The order was not taken: says why, beside what was typed.
    void showRefused(const Refusal &refusal);

    void done(int result) override;

Q_SIGNALS:
    /// What is typed by now, to be kept.
    void typed(const petalpost::DeskOrder &order);
    /// Nothing of it is wanted any more.
    void cleared();
    void placeWanted(const petalpost::DeskOrder &order);

private:
    void buildFoot(QLayout *column);
    void follow();
    void keep();
    void clear();
    void place();
    void fitWindow();
    QString warning() const;

    const Theme &m_theme;
    EntryForm *m_form;
    NoteLabel *m_note;
    NoteLabel *m_problem;
    QLabel *m_total;
    QPushButton *m_place = nullptr;
    QTimer m_pause;
    bool m_resumed = false;
};

} // namespace petalpost::desk
