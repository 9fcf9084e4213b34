// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <optional>

#include <QTimer>
#include <QWidget>

class QLabel;
class QPushButton;

namespace petalpost::desk {

class Theme;

/// A short message with at most one action, at the bottom centre of its parent. It leaves by
/// itself, but never while it is pointed at or holds the focus. One widget serves every message:
/// a new one replaces the last, which then counts as dismissed.
class Toast : public QWidget
{
    Q_OBJECT

public:
    static constexpr std::chrono::milliseconds defaultDuration{10'000};

    /// `theme` and `parent` must outlive the toast.
    Toast(const Theme &theme, QWidget *parent,
          std::chrono::milliseconds duration = defaultDuration);

    /// Without an action text there is no button; without \a duration it shows as long as others.
    void showMessage(const QString &text, const QString &actionText = {},
                     std::optional<std::chrono::milliseconds> duration = {});
    /// Hides the toast; emits dismissed() if one was showing.
    void dismiss();

    QString text() const;
    /// False while paused and while nothing shows.
    bool isCountingDown() const { return m_timer.isActive(); }
    /// What is left of the duration; while counting down, at this moment.
    std::chrono::milliseconds remaining() const;

Q_SIGNALS:
    /// The action was pressed. The toast hides first, so a slot may show the next message.
    void actionTriggered();
    /// Gone without its action: time, Esc, or a newer message.
    void dismissed();

protected:
    void paintEvent(QPaintEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void dress();
    void place();
    void pause();
    void resumeIfLeft();
    void trigger();

    const Theme &m_theme;
    const std::chrono::milliseconds m_duration;
    std::chrono::milliseconds m_left{0};
    QTimer m_timer;
    QLabel *m_label;
    QPushButton *m_action;
    bool m_hovered = false;
};

} // namespace petalpost::desk
