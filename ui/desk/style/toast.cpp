// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/style/toast.h"

#include <algorithm>

#include <QAccessible>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QPushButton>

#include "ui/desk/style/theme.h"

namespace petalpost::desk {

namespace {

constexpr int marginPx = 24;
constexpr int widestPx = 560;
constexpr qreal radiusPx = 8;

} // namespace

Toast::Toast(const Theme &theme, QWidget *parent, std::chrono::milliseconds duration)
    : QWidget(parent)
    , m_theme(theme)
    , m_duration(duration)
    , m_label(new QLabel(this))
    , m_action(new QPushButton(this))
{
    Q_ASSERT(parent);
    setFocusPolicy(Qt::NoFocus);
    setCursor(Qt::ArrowCursor);
    m_label->setTextFormat(Qt::PlainText);
    m_action->setAutoDefault(false);
    setButtonKind(*m_action, ButtonKind::Toast);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(16, 8, 8, 8);
    row->setSpacing(12);
    row->addWidget(m_label, 1);
    row->addWidget(m_action);
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &Toast::dismiss);
    connect(m_action, &QPushButton::clicked, this, &Toast::trigger);
    connect(&m_theme, &Theme::changed, this, &Toast::dress);
    m_action->installEventFilter(this);
    parent->installEventFilter(this);
    dress();
    hide();
}

void Toast::showMessage(const QString &text, const QString &actionText,
                        std::optional<std::chrono::milliseconds> duration)
{
    if (isVisibleTo(parentWidget())) {
        m_timer.stop();
        Q_EMIT dismissed();
    }
    m_label->setText(text);
    m_action->setText(actionText);
    m_action->setVisible(!actionText.isEmpty());
    m_action->setAccessibleName(actionText);
    setAccessibleName(text);
    m_left = duration.value_or(m_duration);
    show();
    place();
    raise();
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
    resumeIfLeft();
}

void Toast::dismiss()
{
    if (!isVisibleTo(parentWidget())) {
        return;
    }
    m_timer.stop();
    m_left = std::chrono::milliseconds{0};
    m_hovered = false;
    hide();
    Q_EMIT dismissed();
}

QString Toast::text() const
{
    return m_label->text();
}

std::chrono::milliseconds Toast::remaining() const
{
    if (!m_timer.isActive()) {
        return m_left;
    }
    // A coarse timer may answer a little more than it was given.
    return std::clamp(m_timer.remainingTimeAsDuration(), std::chrono::milliseconds{0}, m_left);
}

void Toast::trigger()
{
    m_timer.stop();
    m_left = std::chrono::milliseconds{0};
    m_hovered = false;
    hide();
    Q_EMIT actionTriggered();
}

void Toast::pause()
{
    m_left = remaining();
    m_timer.stop();
}

void Toast::resumeIfLeft()
{
    if (isVisibleTo(parentWidget()) && !m_hovered && !m_action->hasFocus()) {
        m_timer.start(m_left);
    }
}

void Toast::enterEvent(QEnterEvent *event)
{
    m_hovered = true;
    pause();
    QWidget::enterEvent(event);
}

void Toast::leaveEvent(QEvent *event)
{
    m_hovered = false;
    resumeIfLeft();
    QWidget::leaveEvent(event);
}

void Toast::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape) {
        dismiss();
        return;
    }
    QWidget::keyPressEvent(event);
}

bool Toast::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize) {
        place();
    } else if (watched == m_action && event->type() == QEvent::FocusIn) {
        pause();
    } else if (watched == m_action && event->type() == QEvent::FocusOut) {
        // hasFocus() still answers for the moment before: ask again once the focus has moved.
        QMetaObject::invokeMethod(this, &Toast::resumeIfLeft, Qt::QueuedConnection);
    }
    return QWidget::eventFilter(watched, event);
}

void Toast::dress()
{
    const QFont font = m_theme.font(TypeRole::Body);
    m_label->setFont(font);
    QFont bold = font;
    bold.setWeight(QFont::DemiBold);
    m_action->setFont(bold);
    QPalette colours = m_label->palette();
    colours.setColor(QPalette::WindowText, m_theme.palette().toastText);
    m_label->setPalette(colours);
    place();
    update();
}

void Toast::place()
{
    const QRect room = parentWidget()->rect();
    const int widest =
        std::max(1, std::min<int>(qRound(m_theme.scaled(widestPx)), room.width() - 2 * marginPx));
    m_label->setWordWrap(false);
    if (sizeHint().width() > widest) {
        m_label->setWordWrap(true);
    }
    const int width = std::min(sizeHint().width(), widest);
    const int height = m_label->wordWrap() ? heightForWidth(widest) : sizeHint().height();
    const QSize size(m_label->wordWrap() ? widest : width, std::max(height, sizeHint().height()));
    setGeometry(QRect(
        QPoint(room.center().x() - size.width() / 2, room.bottom() - marginPx - size.height()),
        size));
}

void Toast::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.palette().toastBg);
    painter.drawRoundedRect(rect(), radiusPx, radiusPx);
}

} // namespace petalpost::desk
