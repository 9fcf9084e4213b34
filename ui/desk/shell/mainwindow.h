// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/sync/engine.h"
#include "ui/desk/shell/syncstage.h"
#include "ui/desk/shell/windowstate.h"
#include "ui/desk/words/sound.h"

#include <QtCore/QTimer>
#include <QtWidgets/QWidget>

#include <functional>
#include <set>

namespace petalpost::desk {

class Alarm;
class Banner;
class BannerStack;
class ArchivePage;
class BalancePage;
class BoardController;
class BoardPage;
class DecisionPage;
class Icons;
class MoneyDialogs;
class OrderActions;
class OrderTaking;
class Preferences;
class Printing;
class RefundBanner;
class CataloguePage;
class FiguresPage;
class ReviewPage;
class Screens;
class SettingsPage;
class TextsPage;
class StatusStrip;
class Theme;
class Toast;
class Tray;

/// The desk's window: the screens above the line that tells the state of the connection. Wires the
/// pages to the engine and holds the keys.
class MainWindow : public QWidget
{
    Q_OBJECT

public:
    /// Undecided has no place in the sidebar: a banner leads there while something waits.
    enum Screen { Orders, Archive, Reviews, Settings, Undecided, DayBalance, Menu, Figures, Texts };

    /// Everything handed in must outlive the window. Text grows with the width, so \a theme
    /// changes.
    MainWindow(sync::Engine &engine, Theme &theme, Icons &icons, Preferences &preferences,
               QWidget *parent = nullptr);

    void showScreen(Screen screen);
    /// Shows the order in the detail pane without counting it as seen by a person.
    void showOrder(qint64 orderId);
    /// Cancelled orders that were acknowledged in an earlier run.
    void setAcknowledged(std::set<qint64> orderIds);
    /// What is looked at and typed, for a window that takes this one's place.
    WindowState state() const;
    void resume(const WindowState &state);
    BoardPage &board() const { return *m_board; }
    SettingsPage &settings() const { return *m_settings; }
    Printing &printing() const { return *m_printing; }
    /// Paid orders that nobody has opened.
    int newOrders() const;
    /// Whether anybody can hear soundWanted(); the status line says so when not.
    void setAudible(bool audible);

Q_SIGNALS:
    /// The florist took note of a cancelled order; to be remembered over a restart.
    void orderAcknowledged(qint64 orderId);
    /// The contact to the server has become better or worse.
    void syncStageChanged(petalpost::desk::SyncStage stage);
    /// A sound is due, or somebody wants to hear it.
    void soundWanted(petalpost::desk::Sound sound);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void buildScreens();
    void addOfficeScreens();
    void buildBanners();
    void buildKeys();
    void connectEngine();
    void connectActions();
    void connectMoney();
    void connectTaking();
    void followNumber(qint64 provisional, qint64 id);
    void connectEdits();
    void connectPrinting();
    void offerUndo(const QString &text, qint64 leftMs, std::function<void()> undo);
    void connectDecisions();
    void connectBalance();
    void connectMenu();
    void connectAlarm();
    void fitWidth();
    void refreshDetail();
    void refreshSync();
    void refreshTitle();
    void refreshUndecided();
    void refreshAlarm();
    void openOrder(qint64 orderId);
    void openInArchive(qint64 orderId);
    void goTo(Screen screen);
    void stepDay(int days);
    void stepTextSize(int steps);
    void sayRefused(qint64 subject, const QString &what, const Refusal &refusal);
    void pressNextStep();
    void pressStraightMade();
    void pressUndo();
    void goBack();

    sync::Engine &m_engine;
    Theme &m_theme;
    Icons &m_icons;
    Preferences &m_preferences;
    qint64 m_startedMs;
    sync::SyncStatus m_status;
    SyncStage m_stage = SyncStage::Connecting;
    BoardController *m_boardController;
    OrderActions *m_actions;
    MoneyDialogs *m_money;
    OrderTaking *m_taking;
    Printing *m_printing;
    Alarm *m_alarm;
    Tray *m_tray;
    BannerStack *m_banners;
    Banner *m_newOrders;
    Banner *m_offline;
    Banner *m_refusal;
    Banner *m_undecided;
    RefundBanner *m_refunds;
    Screens *m_screens;
    StatusStrip *m_strip;
    BoardPage *m_board = nullptr;
    ArchivePage *m_archive = nullptr;
    CataloguePage *m_menu = nullptr;
    FiguresPage *m_figures = nullptr;
    TextsPage *m_texts = nullptr;
    ReviewPage *m_reviews = nullptr;
    BalancePage *m_balance = nullptr;
    DecisionPage *m_decisions = nullptr;
    SettingsPage *m_settings = nullptr;
    qint64 m_placed = 0; ///< the order that was taken down last
    Toast *m_toast = nullptr;
    std::function<void()> m_toastUndo; ///< what the toast's button does
    QTimer m_clock;
};

} // namespace petalpost::desk
