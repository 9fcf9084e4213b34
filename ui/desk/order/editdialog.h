// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/edit.h"
#include "core/sync/orderedits.h"

#include <QtCore/QTimer>
#include <QtWidgets/QDialog>

class QPushButton;

namespace petalpost::desk {

class EditForm;
class NoteLabel;
class Theme;
struct EditFacts;

/// Changes a paid order. Every change is quoted by the server first: the button names what would
/// come of it, and cannot be pressed before that is known. Stays open until the change is made.
class EditDialog : public QDialog
{
    Q_OBJECT

public:
    EditDialog(const Order &order, const EditFacts &facts, const Theme &theme,
               QWidget *parent = nullptr);

    /// The answer to the newest quoteWanted(); one that came for what was typed before is ignored.
    void showQuote(const Result<EditQuote> &quote);
    /// The answer to applyWanted(); closes the dialog when the change was made.
    void showApplied(const Result<sync::EditedAnswer> &answer);
    /// Orders change only while the server answers; otherwise the button says why they do not.
    void setOnline(bool online);

    /// Not while the server is making the change.
    void reject() override;

protected:
    void showEvent(QShowEvent *event) override;

Q_SIGNALS:
    /// Something was typed, and nothing for a moment since.
    void quoteWanted(const petalpost::OrderEdit &edit);
    void applyWanted(const petalpost::OrderEdit &edit, const petalpost::EditQuote &quote);

private:
    void followForm();
    void askQuote();
    void apply();
    void refresh();
    void makeRoom();
    QString actText() const;
    QString effectText() const;
    QString noteText() const;
    QString sum(qint64 minor) const;

    Order m_order;
    OrderEdit m_edit; ///< as typed
    std::optional<Refusal> m_refusal; ///< why m_edit cannot be made, or was not
    std::optional<EditQuote> m_quote; ///< what m_edit would do
    bool m_online = true;
    bool m_applying = false;
    QTimer m_pause;
    EditForm *m_form;
    NoteLabel *m_note;
    QPushButton *m_close;
    QPushButton *m_act;
};

} // namespace petalpost::desk
