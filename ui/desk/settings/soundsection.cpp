// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/desk/settings/soundsection.h"

#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QPushButton>

using namespace Qt::Literals::StringLiterals;

namespace petalpost::desk {

SoundSection::SoundSection(const Theme &theme, QWidget *parent)
    : SettingsSection(tr("알림·소리"), theme, parent)
{
    setObjectName(u"settingsSound"_s);
    const std::pair<Sound, QString> sounds[] = {
        {Sound::NewOrder, u"try-newOrder"_s},
        {Sound::Cancelled, u"try-cancelled"_s},
        {Sound::Late, u"try-late"_s},
        {Sound::Offline, u"try-offline"_s},
    };
    for (const auto &[sound, name] : sounds) {
        const QString text = soundName(sound);
        auto *row = new QWidget(this);
        auto *line = new QHBoxLayout(row);
        line->setContentsMargins(0, 0, 0, 0);
        auto *button = new QPushButton(tr("들어보기"), row);
        button->setObjectName(name);
        //: which sound, what the button does
        button->setAccessibleName(tr("%1 %2").arg(text, button->text()));
        line->addWidget(button);
        line->addStretch(1);
        addRow(text, row)->setBuddy(button);
        connect(button, &QPushButton::clicked, this,
                [this, sound = sound] { Q_EMIT soundTestRequested(sound); });
    }
    dress();
}

} // namespace petalpost::desk
