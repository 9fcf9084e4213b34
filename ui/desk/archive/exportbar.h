// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/desk/archive/csvexport.h"

#include <QtWidgets/QWidget>

class QLabel;
class QProgressBar;

namespace petalpost::desk {

/// How far an export has come, with a way to stop it; hidden while there is none.
class ExportBar : public QWidget
{
    Q_OBJECT

public:
    explicit ExportBar(QWidget *parent = nullptr);

    bool isBusy() const { return m_export != nullptr; }
    /// Starts \a csv and owns it.
    void follow(std::unique_ptr<CsvExport> csv);

Q_SIGNALS:
    /// What came of it, in a sentence.
    void ended(const QString &sentence);

private:
    void finish(CsvExport::End end, int orders, const QString &error);

    CsvExport *m_export = nullptr;
    QLabel *m_text;
    QProgressBar *m_progress;
};

} // namespace petalpost::desk
