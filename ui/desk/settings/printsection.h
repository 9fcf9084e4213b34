// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/desk/print/printqueue.h"
#include "ui/desk/settings/settingssection.h"

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QPushButton;

namespace petalpost::desk {

/// 인쇄: which paper comes out where, how it is laid out, and what is printed without being asked.
class PrintSection : public SettingsSection
{
    Q_OBJECT

public:
    /// Everything handed in must outlive the section.
    PrintSection(PrintQueue &queue, const sync::Engine &engine, const Theme &theme,
                 QWidget *parent = nullptr);

Q_SIGNALS:
    /// What came of a test page, in one sentence.
    void said(const QString &sentence);

protected:
    void showEvent(QShowEvent *event) override;

private:
    QComboBox *addBox(const QString &name, const QString &objectName);
    QWidget *line(std::initializer_list<QWidget *> widgets);
    QDoubleSpinBox *offsetBox(const QString &objectName, const QString &name);
    void addPrinters();
    void addPresets();
    void addOffsets();
    void addAuto();
    void refresh();
    void refreshOffsets();
    void storePreset();
    void storeOffset();
    void printTest();
    QString measured() const;

    PrintQueue &m_queue;
    PrintPreferences &m_preferences;
    const sync::Engine &m_engine;
    std::array<QComboBox *, printKindWords.size()> m_printers{};
    QComboBox *m_cardSize = nullptr;
    QComboBox *m_cardHand = nullptr;
    QComboBox *m_ribbonWidth = nullptr;
    QComboBox *m_ribbonLength = nullptr;
    QComboBox *m_measured = nullptr;
    QDoubleSpinBox *m_right = nullptr;
    QDoubleSpinBox *m_down = nullptr;
    QCheckBox *m_auto = nullptr;
};

} // namespace petalpost::desk
