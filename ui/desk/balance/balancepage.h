// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/desk/balance/balancepresenter.h"
#include "ui/desk/style/page.h"

#include <vector>

class QHBoxLayout;
class QLabel;
class QPushButton;
class QScrollArea;
class QTableView;
class QVBoxLayout;

namespace petalpost::desk {

class DifferenceCard;
class Icons;
class NoteLabel;
class SidesModel;
class SumsModel;
class SumsTable;
class Theme;

/// The screen 정산: whether a day's orders, ledger, providers and texts agree, and what to do where
/// they do not.
class BalancePage : public Page
{
    Q_OBJECT

public:
    /// So many differences are named at once; they come with the most urgent first.
    static constexpr int maxCards = 50;

    /// Everything handed in must outlive the page.
    BalancePage(sync::Engine &engine, const Theme &theme, Icons &icons, QWidget *parent = nullptr);

    void focusContent() override;
    void holdBanners(QWidget *banners) override;
    int leastWidthPx() const override;
    /// There is a detail pane from when an order is opened until closeOrder().
    std::optional<qint64> chosenOrder() const override { return m_order; }
    void openOrder(qint64 orderId);
    void closeOrder() { m_order.reset(); }

    /// The day that is looked at; an invalid one follows today.
    QDate day() const;
    void setDay(const QDate &day) { m_presenter->showDay(day); }
    void stepDay(int days) { m_presenter->stepDay(days); }
    void reload() { m_presenter->reload(); }

Q_SIGNALS:
    /// A person wants to see that order.
    void orderOpened(qint64 orderId);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void buildHeader();
    void buildBody();
    void addCard(QVBoxLayout &column);
    void refresh();
    void refreshHeader();
    void refreshNotice();
    void refreshBalance();
    void refreshCards();
    void press(const Difference &difference);
    void keepFocus();
    void dress();
    QString noticeText() const;

    const Theme &m_theme;
    Icons &m_icons;
    BalancePresenter *m_presenter;
    QVBoxLayout *m_column;
    QLabel *m_heading = nullptr;
    QLabel *m_readAt = nullptr;
    QPushButton *m_before = nullptr;
    QPushButton *m_today = nullptr;
    QPushButton *m_after = nullptr;
    QPushButton *m_reload = nullptr;
    QWidget *m_notice = nullptr; ///< instead of a balance: why there is none (yet)
    NoteLabel *m_noticeText = nullptr;
    QPushButton *m_retry = nullptr;
    QScrollArea *m_scroll = nullptr;
    NoteLabel *m_news = nullptr;
    QLabel *m_summaryIcon = nullptr;
    QLabel *m_summary = nullptr;
    QLabel *m_orders = nullptr;
    SumsModel *m_sums = nullptr;
    SumsTable *m_table = nullptr;
    SidesModel *m_sides = nullptr;
    SumsTable *m_sidesTable = nullptr;
    QVBoxLayout *m_rows = nullptr;
    QLabel *m_more = nullptr;
    std::vector<DifferenceCard *> m_cards;
    std::optional<qint64> m_order;
    std::optional<Difference> m_pressed; ///< its card gets the focus back
};

} // namespace petalpost::desk
