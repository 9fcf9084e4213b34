// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/desk/settings/shopsection.h"

#include "core/domain/draft.h"
#include "ui/desk/style/theme.h"
#include "ui/desk/words/shopwords.h"

#include <QtCore/QSignalBlocker>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QSpinBox>

#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace petalpost::desk {

ShopSection::ShopSection(const QString &title, sync::Engine &engine, const Theme &theme,
                         QWidget *parent)
    : SettingsSection(title, theme, parent)
    , m_engine(engine)
{
    m_rest.setSingleShot(true);
    m_rest.setInterval(restMs);
    connect(&m_rest, &QTimer::timeout, this, &ShopSection::setNow);
}

FieldBox *ShopSection::addField(const QString &title)
{
    auto *box = new FieldBox(theme(), this);
    if (title.isEmpty())
        addWide(box);
    else
        addRow(title, box);
    return box;
}

QJsonValue ShopSection::valueOf(const QString &wire) const
{
    const QJsonObject json = toJson(shop());
    const QStringList path = wire.split(u'.');
    const QJsonValue value = json.value(path[0]);
    return path.size() == 1 ? value : value.toObject().value(path[1]);
}

QString ShopSection::textOf(const QString &wire) const
{
    const QString text = valueOf(wire).toString();
    return wire == "phone"_L1 ? displayPhone(text) : text;
}

QJsonObject ShopSection::changeOf(const QString &wire, const QJsonValue &value) const
{
    const QStringList path = wire.split(u'.');
    if (path.size() == 1)
        return {{wire, value}};
    QJsonObject whole = valueOf(path[0]).toObject();
    whole.insert(path[1], value);
    return {{path[0], whole}};
}

QLineEdit *ShopSection::addText(const QString &name, const QString &title, const QString &wire)
{
    FieldBox *box = addField(title);
    auto *edit = new QLineEdit(box);
    edit->setObjectName(name);
    edit->setAccessibleName(title);
    box->add(edit, 1);
    m_texts.push_back({edit, wire});
    connect(edit, &QLineEdit::editingFinished, this, [this, box, edit, wire] {
        if (!edit->isModified())
            return;
        edit->setModified(false);
        if (edit->text().trimmed() != textOf(wire))
            change(box, changeOf(wire, edit->text()));
        else
            refresh();
    });
    return edit;
}

QSpinBox *ShopSection::addNumber(const QString &name, const QString &title, const QString &wire,
                                 const std::pair<int, int> &bounds, const QString &suffix)
{
    FieldBox *box = addField(title);
    auto *number = new QSpinBox(box);
    number->setObjectName(name);
    number->setAccessibleName(title);
    number->setRange(bounds.first, bounds.second);
    number->setSuffix(suffix);
    number->setKeyboardTracking(false);
    box->add(number);
    box->addStretch();
    m_numbers.push_back({number, wire});
    connect(number, &QSpinBox::valueChanged, this, [this, box, number, wire] {
        setSoon(number, [this, box, number, wire] {
            if (number->value() != valueOf(wire).toInt())
                change(box, changeOf(wire, number->value()));
        });
    });
    connect(number, &QSpinBox::editingFinished, this, &ShopSection::setNow);
    return number;
}

bool ShopSection::change(FieldBox *box, const QJsonObject &settings)
{
    const auto set = m_engine.changeShop(settings);
    box->say(set ? QString() : settingRefusalText(set.error()));
    refresh();
    return set.has_value();
}

void ShopSection::setSoon(const QObject *field, std::function<void()> set)
{
    if (m_chosenField != field)
        setNow();
    m_chosenField = field;
    m_set = std::move(set);
    m_rest.start();
}

void ShopSection::setNow()
{
    m_rest.stop();
    if (const auto set = std::exchange(m_set, nullptr))
        set();
}

void ShopSection::hideEvent(QHideEvent *event)
{
    setNow();
    SettingsSection::hideEvent(event);
}

void ShopSection::refresh()
{
    for (const Text &text : m_texts) {
        if (!text.edit->isModified() && text.edit->text() != textOf(text.wire))
            text.edit->setText(textOf(text.wire));
    }
    if (isChoosing())
        return;
    for (const Number &number : m_numbers) {
        const QSignalBlocker quiet(number.box);
        number.box->setValue(valueOf(number.wire).toInt());
    }
}

void ShopSection::finish()
{
    if (!mayChange()) {
        for (auto *box : findChildren<FieldBox *>())
            box->setEnabled(false);
        addNote(tr("사장님의 컴퓨터에서만 바꿀 수 있어요."))->setObjectName(u"ownersOnly"_s);
    }
    connect(&m_engine, &sync::Engine::shopChanged, this, &ShopSection::refresh);
    dress();
    refresh();
}

} // namespace petalpost::desk
