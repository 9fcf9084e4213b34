// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/sync/engine.h"
#include "ui/desk/settings/settingssection.h"
#include "ui/desk/style/fieldbox.h"

#include <QtCore/QTimer>

#include <functional>

class QLineEdit;
class QSpinBox;

namespace petalpost::desk {

/// A section whose fields are the shop's settings: what is chosen goes to the engine at once, and
/// what it refuses goes back with the reason below the field. Only the owner may change them; the
/// others read them and are told so.
class ShopSection : public SettingsSection
{
    Q_OBJECT

public:
    /// Everything handed in must outlive the section.
    ShopSection(const QString &title, sync::Engine &engine, const Theme &theme, QWidget *parent);

protected:
    /// A value that is stepped through is set once it rests.
    static constexpr int restMs = 700;

    sync::Engine &engine() const { return m_engine; }
    const Shop &shop() const { return m_engine.shop(); }
    bool mayChange() const { return m_engine.role() == DeviceRole::Owner; }

    FieldBox *addField(const QString &title);
    /// \a wire is the setting's name, or "business.company" for a part of one.
    QLineEdit *addText(const QString &name, const QString &title, const QString &wire);
    QSpinBox *addNumber(const QString &name, const QString &title, const QString &wire,
                        const std::pair<int, int> &bounds, const QString &suffix);
    /// Sets \a settings; a refusal is said in \a box and the fields show the shop again. Answers
    /// whether it was taken.
    bool change(FieldBox *box, const QJsonObject &settings);
    /// Calls \a set when \a field has rested for restMs, when another field is used, when the page
    /// goes, or at setNow().
    void setSoon(const QObject *field, std::function<void()> set);
    void setNow();
    /// Something was stepped to and not set yet: what the fields show is newer than the shop.
    bool isChoosing() const { return bool(m_set); }
    /// Shows the shop; a field that somebody is typing in is left alone.
    virtual void refresh();
    /// To be called at the end of the constructor of what derives from this.
    void finish();
    void hideEvent(QHideEvent *event) override;

private:
    struct Text
    {
        QLineEdit *edit;
        QString wire;
    };
    struct Number
    {
        QSpinBox *box;
        QString wire;
    };

    QJsonValue valueOf(const QString &wire) const;
    QString textOf(const QString &wire) const;
    QJsonObject changeOf(const QString &wire, const QJsonValue &value) const;

    sync::Engine &m_engine;
    std::vector<Text> m_texts;
    std::vector<Number> m_numbers;
    std::function<void()> m_set;
    const QObject *m_chosenField = nullptr; ///< which m_set belongs to; only compared
    QTimer m_rest;
};

} // namespace petalpost::desk
