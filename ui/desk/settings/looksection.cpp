// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/desk/settings/looksection.h"

#include "ui/desk/settings/preferences.h"
#include "ui/desk/words/words.h"

#include <QtCore/QSignalBlocker>
#include <QtWidgets/QButtonGroup>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QRadioButton>

using namespace Qt::Literals::StringLiterals;

namespace petalpost::desk {

namespace {

constexpr int percentStep = 10;
constexpr int automatic = 0;

/// Radio buttons of one group beside each other; the ids are their places.
QWidget *radioRow(QButtonGroup &group, const std::vector<std::pair<QString, QString>> &choices,
                  QWidget *parent)
{
    auto *row = new QWidget(parent);
    auto *line = new QHBoxLayout(row);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(20);
    for (const auto &[name, text] : choices) {
        auto *button = new QRadioButton(text, row);
        button->setObjectName(name);
        button->setMinimumHeight(32);
        group.addButton(button, static_cast<int>(group.buttons().size()));
        line->addWidget(button);
    }
    line->addStretch(1);
    return row;
}

} // namespace

LookSection::LookSection(Preferences &preferences, const Theme &theme, QWidget *parent)
    : SettingsSection(tr("화면"), theme, parent)
    , m_preferences(preferences)
    , m_themes(new QButtonGroup(this))
    , m_languages(new QButtonGroup(this))
    , m_sizes(new QComboBox(this))
    , m_motion(new QCheckBox(tr("움직임 줄이기"), this))
{
    setObjectName(u"settingsLook"_s);
    addRow(tr("밝기"), themeRow());
    m_sizes->setObjectName(u"textSize"_s);
    auto *sizeRow = new QWidget(this);
    auto *sizeLine = new QHBoxLayout(sizeRow);
    sizeLine->setContentsMargins(0, 0, 0, 0);
    sizeLine->addWidget(m_sizes);
    sizeLine->addStretch(1);
    m_sizes->setAccessibleName(tr("글자 크기"));
    addRow(tr("글자 크기"), sizeRow)->setBuddy(m_sizes);
    addNote(tr("Ctrl+= 크게 · Ctrl+- 작게 · Ctrl+0 자동"));
    addRow(tr("언어"), languageRow());
    m_motion->setObjectName(u"reducedMotion"_s);
    m_motion->setMinimumHeight(32);
    m_motion->setAccessibleName(tr("움직임 줄이기"));
    addRow(tr("움직임"), m_motion);
    buildSizes();
    connect(m_sizes, &QComboBox::activated, this, [this](int index) {
        const int percent = m_sizes->itemData(index).toInt();
        m_preferences.setTextScale(percent == automatic ? std::nullopt
                                                        : std::optional(percent / 100.0));
    });
    connect(m_motion, &QCheckBox::clicked, &m_preferences, &Preferences::setReducedMotion);
    connect(&m_preferences, &Preferences::lookChanged, this, &LookSection::refresh);
    dress();
}

QWidget *LookSection::themeRow()
{
    // In the order of ThemeChoice.
    QWidget *row = radioRow(*m_themes,
                            {{u"theme-system"_s, tr("시스템")},
                             {u"theme-light"_s, tr("밝게")},
                             {u"theme-dark"_s, tr("어둡게")}},
                            this);
    connect(m_themes, &QButtonGroup::idClicked, this,
            [this](int id) { m_preferences.setTheme(static_cast<ThemeChoice>(id)); });
    return row;
}

QWidget *LookSection::languageRow()
{
    // In the order of Language. Each language is named in itself, so that whoever does not read the
    // other one finds the way back.
    QWidget *row = radioRow(
        *m_languages, {{u"language-ko"_s, u"한국어"_s}, {u"language-en"_s, u"English"_s}}, this);
    connect(m_languages, &QButtonGroup::idClicked, this,
            [this](int id) { m_preferences.setLanguage(static_cast<Language>(id)); });
    return row;
}

void LookSection::buildSizes()
{
    m_sizes->addItem({}, automatic); // its text tells the present size
    const int least = qRound(Theme::minTextScale * 100);
    const int most = qRound(Theme::maxTextScale * 100);
    for (int percent = least; percent <= most; percent += percentStep)
        m_sizes->addItem(tr("%1 %").arg(percent), percent);
}

void LookSection::refresh()
{
    m_themes->button(static_cast<int>(theme().choice()))->setChecked(true);
    const Language now = speaksKorean() ? Language::Korean : Language::English;
    m_languages->button(static_cast<int>(now))->setChecked(true);
    const auto scale = m_preferences.textScale();
    m_sizes->setItemText(0, scale ? tr("자동")
                                  : tr("자동 (지금 %1 %)").arg(qRound(theme().textScale() * 100)));
    const int percent = scale ? qRound(*scale * 100) : automatic;
    m_sizes->setCurrentIndex(m_sizes->findData(percent));
    m_motion->setChecked(m_preferences.reducedMotion());
}

void LookSection::dress()
{
    SettingsSection::dress();
    m_sizes->setMinimumWidth(qRound(theme().scaled(170)));
    refresh();
}

} // namespace petalpost::desk
