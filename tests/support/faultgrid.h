// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtCore/QMap>
#include <QtCore/QString>
#include <QtCore/QStringList>

#include <array>

namespace petalpost::test {

/// What goes wrong: the words of the table, and what the stand-in calls it where it is a call that
/// goes wrong.
struct FaultRow
{
    const char *title;
    const char *fault; ///< null for a matter of order rather than of one call
    int once = 1; ///< Qt may send a request again by itself after a reset
    int lasting = 4; ///< as many go wrong in a row when it lasts: more than one call has tries
};

inline constexpr std::array faultRows{
    FaultRow{"time-out before", "timeout-before"},
    FaultRow{"time-out after", "timeout-after"},
    FaultRow{"500 before", "500-before"},
    FaultRow{"500 after", "500-after"},
    FaultRow{"connection reset", "reset-after", 2, 6},
    FaultRow{"answer cut off", "cut-after"},
    FaultRow{"malformed JSON", "malformed"},
    FaultRow{"wrong amount", "wrong-amount", 1, 3},
    FaultRow{"duplicate webhook", nullptr},
    FaultRow{"webhook before return", nullptr},
    FaultRow{"webhook with the return", nullptr},
    FaultRow{"webhook after cancel", nullptr},
    FaultRow{"restart in between", nullptr},
};

inline constexpr std::array faultProviders{"toss", "stripe"};
inline constexpr std::array faultOperations{"create", "confirm", "refund", "lookup"};

/// How each cell ended, and the table of it as it stands in docs/reliability.md.
class FaultGrid
{
public:
    static QString column(const QString &provider, const QString &operation)
    {
        return provider + u' ' + operation;
    }
    void set(const QString &title, const QString &column, const QString &ending)
    {
        m_endings[title][column] = ending;
    }
    QString at(const QString &title, const QString &column) const
    {
        return m_endings.value(title).value(column);
    }
    /// Whether every cell has been driven.
    bool isComplete() const
    {
        qsizetype cells = 0;
        for (const auto &row : m_endings)
            cells += row.size();
        return cells
               == qsizetype(faultRows.size() * faultProviders.size() * faultOperations.size());
    }

    QString table() const
    {
        QStringList head{QStringLiteral("fault")};
        for (const char *provider : faultProviders) {
            for (const char *operation : faultOperations)
                head.append(column(QString::fromLatin1(provider), QString::fromLatin1(operation)));
        }
        QString text = line(head) + u'|' + QStringLiteral("---|").repeated(head.size()) + u'\n';
        for (const FaultRow &row : faultRows) {
            QStringList cells{QString::fromLatin1(row.title)};
            for (qsizetype i = 1; i < head.size(); ++i)
                cells.append(at(cells.first(), head.at(i)));
            text += line(cells);
        }
        return text;
    }

private:
    static QString line(const QStringList &cells)
    {
        return QStringLiteral("| ") + cells.join(QStringLiteral(" | ")) + QStringLiteral(" |\n");
    }

    QMap<QString, QMap<QString, QString>> m_endings;
};

} // namespace petalpost::test
