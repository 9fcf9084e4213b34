// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/order.h"
#include "ui/desk/order/detailfacts.h"

#include <QtWidgets/QWidget>

class QLabel;
class QPushButton;
class QScrollArea;
class QVBoxLayout;

namespace petalpost::desk {

class Icons;
class OrderMenu;
class PaymentFacts;
class StatePill;
class TextBlock;
class Theme;

/// Everything about one order, and the buttons for what may be done to it now.
class DetailPane : public QWidget
{
    Q_OBJECT

public:
    /// Both must outlive the pane.
    DetailPane(const Theme &theme, Icons &icons, QWidget *parent = nullptr);

    void showOrder(const Order &order, const DetailFacts &facts);
    void showNothing();
    /// 0 while nothing is shown.
    qint64 orderId() const { return m_order.id; }
    /// Whether the pane lies over something that shows again when it is closed.
    void setClosable(bool closable);
    /// Presses the big button, if there is one.
    void pressNextStep();
    /// Puts the focus on the big button; where there is none, on the refund to be tried again, or
    /// on what else can be done.
    void focusActions();
    /// The server answered retryRequested(), or did not.
    void noteRetried(qint64 orderId);

Q_SIGNALS:
    void moveRequested(qint64 orderId, petalpost::Verb verb);
    /// A move that needs a reason or an amount first: cancel, or the answer to a cancel request.
    void cancelRequested(qint64 orderId, petalpost::Verb verb);
    /// Something went wrong with delivered flowers: money back, or flowers again.
    void claimRequested(qint64 orderId);
    void editRequested(qint64 orderId);
    /// What the customer was asked is not wanted any more.
    void editTakenBack(qint64 orderId, qint64 version);
    /// The provider refused to give money back: it is to be asked again.
    void moneyReceived(qint64 orderId, petalpost::DeskMethod method);
    void retryRequested(qint64 orderId);
    void undoRequested(qint64 orderId);
    void ticketRequested(qint64 orderId);
    void cardRequested(qint64 orderId);
    void ribbonRequested(qint64 orderId);
    void receiptRequested(qint64 orderId);
    void acknowledgeRequested(qint64 orderId);
    void closeRequested();

protected:
    void paintEvent(QPaintEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    enum FieldId {
        Undecided,
        Delivery,
        Recipient,
        AddressText,
        Message,
        Ribbon,
        Request,
        Sender,
        CancelNote,
        Claim,
        Edit,
        History,
        FieldCount
    };
    struct Field
    {
        QLabel *title = nullptr; ///< nothing for fields that belong to the one above
        TextBlock *text = nullptr;
    };

    void buildBody(QVBoxLayout *column);
    void buildActions(QVBoxLayout *column);
    void addField(QVBoxLayout *column, FieldId id, const QString &name, const QString &title);
    void setField(FieldId id, const QString &text);
    void fillTexts();
    void fillActions();
    void dress();

    const Theme &m_theme;
    Icons &m_icons;
    QWidget *m_empty = nullptr;
    QWidget *m_content = nullptr;
    QScrollArea *m_scroll = nullptr;
    QLabel *m_number = nullptr;
    StatePill *m_state = nullptr;
    QLabel *m_item = nullptr;
    QLabel *m_price = nullptr;
    PaymentFacts *m_payment = nullptr;
    std::array<Field, FieldCount> m_fields;
    QPushButton *m_close = nullptr;
    QPushButton *m_ticket = nullptr;
    QPushButton *m_card = nullptr;
    QPushButton *m_ribbon = nullptr;
    QPushButton *m_more = nullptr;
    QPushButton *m_next = nullptr;
    OrderMenu *m_menu = nullptr;
    bool m_closable = false;
    Order m_order;
    DetailFacts m_facts;
};

} // namespace petalpost::desk
