// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/storage/desk/orderfilter.h"

#include <QtCore/QTimeZone>
#include <QtWidgets/QWidget>

class QComboBox;
class QDateEdit;
class QLabel;
class QLineEdit;
class QPushButton;

namespace petalpost::desk {

class Icons;
class Theme;

/// The field and boxes that say which orders are looked for.
class ArchiveFilters : public QWidget
{
    Q_OBJECT

public:
    enum Period { AnyTime, Today, Week, Month, Year, FromTo };

    /// Both must outlive the widget.
    ArchiveFilters(const Theme &theme, Icons &icons, QWidget *parent = nullptr);

    /// What is chosen, on the day \a today in \a zone.
    OrderFilter filter(const QTimeZone &zone, const QDate &today) const;
    QString text() const;
    void setText(const QString &text);
    /// Where the dates begin when somebody wants to choose them.
    void setToday(const QDate &today);
    void focusSearch();
    /// The field, for a row of its own.
    QLineEdit *search() const { return m_search; }

Q_SIGNALS:
    void changed();
    /// Down or Enter in the field: on to what was found.
    void left();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void build();
    void reset();
    void refresh();
    void dress();

    const Theme &m_theme;
    Icons &m_icons;
    QLineEdit *m_search;
    QComboBox *m_period;
    QDateEdit *m_from;
    QLabel *m_dash;
    QDateEdit *m_until;
    QComboBox *m_state;
    QComboBox *m_payment;
    QPushButton *m_reset;
};

} // namespace petalpost::desk
