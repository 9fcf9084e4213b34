// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/sync/pairedshop.h"
#include "core/sync/pairing.h"

#include <QtWidgets/QWidget>

class QLabel;
class QLineEdit;
class QPushButton;
class QStackedWidget;
class QVBoxLayout;

namespace petalpost::desk {

class Icons;
class Theme;

/// The window before there is a board: ① address and code, ② is this the shop, ③ sound and start.
/// Every step works from the keyboard; what went wrong stands beside the fields with what to do
/// about it.
class FirstRun : public QWidget
{
    Q_OBJECT

public:
    enum class Step { Address, Shop, Ready };

    /// Everything must outlive the window.
    FirstRun(sync::Pairing &pairing, const Theme &theme, Icons &icons, QWidget *parent = nullptr);

    /// What this desk knows from before: its address, and why it has to be paired again.
    void setEarlier(const sync::PairedShop &earlier);
    /// The keychain that holds the token does not answer.
    void showLocked();
    /// The token is kept: goes on to the last step. \a plain: in a file, because no keychain runs.
    void showReady(bool plain);
    /// The token could not be kept anywhere; the code is used up.
    void showNotKept();
    Step step() const;

Q_SIGNALS:
    /// The server gave this desk a token; whoever keeps it calls showReady() or showNotKept().
    void paired(const petalpost::sync::PairedDevice &device);
    /// [소리 들어보기] was pressed.
    void soundRequested();
    /// [시작] was pressed.
    void startRequested();

private:
    QWidget *makeAddressStep();
    QWidget *makeShopStep();
    QWidget *makeReadyStep();
    /// A page of the card: its column, its title, the line under it.
    QWidget *makeStep(QLabel *&title, const QString &text, QVBoxLayout *&column);
    QLabel *addText(QVBoxLayout &column, const QString &name);
    void go(Step step, QWidget *focus);
    void ask();
    void connectNow();
    void groupTyped(const QString &text);
    void showShop(const sync::ShopIdentity &shop);
    void showFailure(sync::PairingFailure failure);
    void showProblem(const QString &what, const QString &remedy, QLineEdit *field);
    void setBusy(bool busy);
    void dress();

    sync::Pairing &m_pairing;
    const Theme &m_theme;
    Icons &m_icons;
    sync::PairedShop m_earlier;
    QLabel *m_mark;
    QLabel *m_stepWord;
    QStackedWidget *m_steps;
    QLabel *m_notice = nullptr;
    QLineEdit *m_address = nullptr;
    QLineEdit *m_code = nullptr;
    QLabel *m_problem = nullptr;
    QPushButton *m_next = nullptr;
    QLabel *m_shopTitle = nullptr;
    QLabel *m_shopAddress = nullptr;
    QLabel *m_security = nullptr;
    QLabel *m_fingerprint = nullptr;
    QPushButton *m_back = nullptr;
    QPushButton *m_connect = nullptr;
    QLabel *m_ready = nullptr;
    QLabel *m_plain = nullptr;
    QPushButton *m_sound = nullptr;
    QPushButton *m_start = nullptr;
};

} // namespace petalpost::desk
