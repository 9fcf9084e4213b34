// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/sync/engine.h"
#include "core/sync/shopdevices.h"
#include "ui/desk/settings/settingssection.h"
#include "ui/desk/style/notelabel.h"

#include <QtCore/QTimer>

class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace petalpost::desk {

/// 기기: which computers and phones speak for the shop, a code for another one, and letting one go.
/// For an owner's desk: the server tells nobody else.
class DeviceSection : public SettingsSection
{
    Q_OBJECT

public:
    /// Everything handed in must outlive the section.
    DeviceSection(sync::Engine &engine, const Theme &theme, QWidget *parent = nullptr);

protected:
    void showEvent(QShowEvent *event) override;
    void dress() override;

private:
    void buildList();
    void buildEntry();
    void ask();
    void askForCode(DeviceRole role);
    void showDevices(const sync::DeviceList &devices);
    void showCode(const sync::CodeAnswer &answer);
    void endCode();
    void addDevice(const sync::ShopDevice &device);
    QString factsOf(const sync::ShopDevice &device) const;
    void say(const sync::NoAnswer &answer);

    sync::Engine &m_engine;
    QWidget *m_list;
    QVBoxLayout *m_rows;
    NoteLabel *m_problem;
    QLineEdit *m_name;
    QPushButton *m_addPhone;
    QPushButton *m_addComputer;
    NoteLabel *m_code;
    QPushButton *m_copy;
    QString m_link; ///< what m_copy copies
    DeviceRole m_asked = DeviceRole::Driver; ///< what the code is for
    QTimer m_codeEnd;
};

} // namespace petalpost::desk
