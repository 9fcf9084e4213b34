// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/order.h"

#include <QtWidgets/QWidget>

class QLabel;
class QMenu;
class QPushButton;
class QScrollArea;
class QVBoxLayout;

namespace petalpost::desk {

class Icons;
class StatePill;
class TextBlock;
class Theme;

/// What the pane needs to know besides the order.
struct DetailFacts
{
    qint64 nowMs = 0; ///< server time
    QTimeZone zone = QTimeZone::utc();
    bool online = true; ///< money moves only while the server answers
    bool needsAcknowledgement = false; ///< cancelled by the customer, not confirmed here yet
    bool undecided = false; ///< a decision waits, see the screen 확인 필요
    bool readOnly = false; ///< too old for anything to be done to it from here

    bool operator==(const DetailFacts &) const = default;
};

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
    /// Puts the focus on the big button, or on the text of a finished order.
    void focusActions();

Q_SIGNALS:
    void moveRequested(qint64 orderId, petalpost::Verb verb);
    /// A move that needs a reason or an amount first: cancel, or the answer to a cancel request.
    void cancelRequested(qint64 orderId, petalpost::Verb verb);
    void undoRequested(qint64 orderId);
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
        History
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
    void fillMenu();
    void addMove(const QString &text, Verb verb);
    void addSeparator();
    void dress();
    QString historyText() const;
    QStringList hopLines() const;
    QString deliveryText() const;

    const Theme &m_theme;
    Icons &m_icons;
    QWidget *m_empty = nullptr;
    QWidget *m_content = nullptr;
    QScrollArea *m_scroll = nullptr;
    QLabel *m_number = nullptr;
    StatePill *m_state = nullptr;
    QLabel *m_item = nullptr;
    QLabel *m_price = nullptr;
    std::array<Field, 10> m_fields;
    QPushButton *m_close = nullptr;
    QPushButton *m_more = nullptr;
    QPushButton *m_next = nullptr;
    QMenu *m_menu = nullptr;
    bool m_closable = false;
    Order m_order;
    DetailFacts m_facts;
};

} // namespace petalpost::desk
