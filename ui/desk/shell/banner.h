// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtWidgets/QWidget>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace petalpost::desk {

class Icons;
class Theme;

/// One inline message: what happened, what is safe, and a button where there is something to do.
class Banner : public QWidget
{
    Q_OBJECT

public:
    enum class Kind {
        News, ///< somebody should look: new orders
        Offline,
        Outage, ///< something elsewhere fails; it will pass
        Question, ///< somebody has to decide
        Danger
    };

    Banner(const Theme &theme, Icons &icons, QWidget *parent = nullptr);

    /// Announced to assistive technology only when the kind changes or it was hidden, for the
    /// minutes of an outage would chatter; news is announced whenever it differs.
    /// An empty \a button hides it.
    void showMessage(Kind kind, const QString &text, const QString &button);
    QString text() const;

Q_SIGNALS:
    void pressed();

protected:
    void showEvent(QShowEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void dress();
    QColor ink() const;
    QColor ground() const;
    QString icon() const;

    const Theme &m_theme;
    Icons &m_icons;
    Kind m_kind = Kind::Offline;
    QLabel *m_icon;
    QLabel *m_text;
    QPushButton *m_button;
};

} // namespace petalpost::desk
