// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/desk/settings/devicesection.h"

#include "ui/desk/style/theme.h"
#include "ui/desk/words/words.h"

#include <QtGui/QClipboard>
#include <QtGui/QGuiApplication>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>
#include <limits>

using namespace Qt::Literals::StringLiterals;

namespace petalpost::desk {

namespace {

constexpr int longestName = 40; ///< characters, as the server takes them
constexpr int codeHalf = 4;

QString roleText(DeviceRole role)
{
    switch (role) {
    case DeviceRole::Owner:
        return DeviceSection::tr("주인 컴퓨터");
    case DeviceRole::Florist:
        return DeviceSection::tr("꽃집 컴퓨터");
    case DeviceRole::Driver:
        return DeviceSection::tr("기사 휴대폰");
    }
    Q_UNREACHABLE();
}

} // namespace

DeviceSection::DeviceSection(sync::Engine &engine, const Theme &theme, QWidget *parent)
    : SettingsSection(tr("기기"), theme, parent)
    , m_engine(engine)
    , m_list(new QWidget(this))
    , m_rows(new QVBoxLayout(m_list))
    , m_problem(new NoteLabel(theme, NoteLabel::Kind::Warning, this))
    , m_name(new QLineEdit(this))
    , m_addPhone(new QPushButton(tr("기사 휴대폰 추가"), this))
    , m_addComputer(new QPushButton(tr("컴퓨터 추가"), this))
    , m_code(new NoteLabel(theme, NoteLabel::Kind::Plain, this))
    , m_copy(new QPushButton(tr("주소 복사"), this))
{
    setObjectName(u"settingsDevices"_s);
    buildList();
    buildEntry();
    m_codeEnd.setSingleShot(true);
    connect(&m_codeEnd, &QTimer::timeout, this, &DeviceSection::endCode);
    sync::ShopDevices &devices = m_engine.devices();
    connect(&devices, &sync::ShopDevices::listed, this, &DeviceSection::showDevices);
    connect(&devices, &sync::ShopDevices::codeIssued, this, &DeviceSection::showCode);
    connect(&devices, &sync::ShopDevices::wentAway, this, [this](const sync::LetGoAnswer &answer) {
        if (!answer)
            say(answer.error());
        else
            ask();
    });
    dress();
}

void DeviceSection::buildList()
{
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setSpacing(4);
    m_list->setObjectName(u"deviceList"_s);
    addWide(m_list);
    m_problem->setObjectName(u"deviceProblem"_s);
    m_problem->setWordWrap(true);
    m_problem->hide();
    addWide(m_problem);
}

void DeviceSection::buildEntry()
{
    m_name->setObjectName(u"deviceName"_s);
    m_name->setMaxLength(longestName);
    m_name->setPlaceholderText(tr("예: 김기사님"));
    addRow(tr("새 기기 이름"), m_name);
    auto *row = new QWidget(this);
    auto *line = new QHBoxLayout(row);
    line->setContentsMargins(0, 0, 0, 0);
    m_addPhone->setObjectName(u"addPhone"_s);
    m_addComputer->setObjectName(u"addComputer"_s);
    line->addWidget(m_addPhone);
    line->addWidget(m_addComputer);
    line->addStretch(1);
    addWide(row);
    m_code->setObjectName(u"deviceCode"_s);
    m_code->setWordWrap(true);
    m_code->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    addWide(m_code);
    m_copy->setObjectName(u"copyDeviceLink"_s);
    addWide(m_copy);
    m_code->hide();
    m_copy->hide();
    connect(m_addPhone, &QPushButton::clicked, this, [this] { askForCode(DeviceRole::Driver); });
    connect(m_addComputer, &QPushButton::clicked, this,
            [this] { askForCode(DeviceRole::Florist); });
    connect(m_name, &QLineEdit::returnPressed, m_addPhone, &QPushButton::click);
    connect(m_copy, &QPushButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(m_link); });
}

void DeviceSection::showEvent(QShowEvent *event)
{
    SettingsSection::showEvent(event);
    ask();
}

void DeviceSection::ask()
{
    m_engine.devices().list(); // while a change is under way its answer asks again
}

void DeviceSection::askForCode(DeviceRole role)
{
    const QString name = m_name->text().trimmed();
    if (name.isEmpty()) {
        m_problem->setText(tr("기기 이름을 적어 주세요. 목록에서 알아볼 수 있게요."));
        m_problem->show();
        m_name->setFocus(Qt::OtherFocusReason);
        return;
    }
    if (!m_engine.devices().issueCode(role, name))
        return;
    m_asked = role;
    m_problem->hide();
    endCode();
}

QString DeviceSection::factsOf(const sync::ShopDevice &device) const
{
    if (device.self)
        return tr("%1 · 이 컴퓨터").arg(roleText(device.role));
    if (device.lastSeenAtMs == 0)
        return tr("%1 · 아직 연결한 적 없음").arg(roleText(device.role));
    const QTimeZone zone = m_engine.shop().zone;
    const QString day =
        dayRelative(localDate(device.lastSeenAtMs, zone), m_engine.shop().today(m_engine.nowMs()));
    return tr("%1 · 마지막 연결 %2")
        .arg(roleText(device.role), day % u' ' % clockTime(device.lastSeenAtMs, zone));
}

void DeviceSection::addDevice(const sync::ShopDevice &device)
{
    auto *row = new QWidget(m_list);
    auto *line = new QHBoxLayout(row);
    line->setContentsMargins(0, 0, 0, 0);
    auto *label = new QLabel(device.name % u"\n"_s % factsOf(device), row);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    line->addWidget(label, 1);
    if (!device.self) {
        // What is let go has to be paired anew, so the button asks a second time by itself.
        auto *letGo = new QPushButton(tr("연결 끊기"), row);
        letGo->setObjectName(u"letGo-"_s % QString::number(device.id));
        letGo->setAccessibleName(tr("%1 · 연결 끊기").arg(device.name));
        connect(letGo, &QPushButton::clicked, this, [this, letGo, id = device.id] {
            if (letGo->property("asked").toBool()) {
                m_engine.devices().letGo(id);
                return;
            }
            letGo->setProperty("asked", true);
            letGo->setText(tr("정말 끊기"));
            setButtonKind(*letGo, ButtonKind::Danger);
        });
        line->addWidget(letGo);
    }
    m_rows->addWidget(row);
}

void DeviceSection::showDevices(const sync::DeviceList &devices)
{
    if (!devices) {
        say(devices.error());
        return;
    }
    m_problem->hide();
    for (QWidget *row : m_list->findChildren<QWidget *>(QString(), Qt::FindDirectChildrenOnly))
        row->deleteLater();
    for (const sync::ShopDevice &device : *devices)
        addDevice(device);
}

void DeviceSection::showCode(const sync::CodeAnswer &answer)
{
    if (!answer) {
        say(answer.error());
        return;
    }
    const QString spaced = answer->code.first(codeHalf) % u' ' % answer->code.sliced(codeHalf);
    const QString until = clockTime(answer->expiresAtMs, m_engine.shop().zone);
    const bool phone = m_asked == DeviceRole::Driver;
    const QString base = m_engine.shop().publicUrl.isEmpty()
                             ? m_engine.server().toString(QUrl::StripTrailingSlash)
                             : m_engine.shop().publicUrl;
    m_link = phone ? QString(base % u"/d?code="_s % answer->code)
                   : m_engine.server().toString(QUrl::StripTrailingSlash);
    m_code->setText(
        (phone ? tr("휴대폰에서 아래 주소를 열고 코드를 넣어 주세요. %1까지 한 번 쓸 수 있어요.")
               : tr("새 컴퓨터의 첫 화면에 아래 주소와 코드를 넣어 주세요. %1까지 한 번 쓸 수 "
                    "있어요."))
            .arg(until)
        % u"\n\n"_s % tr("코드 %1").arg(spaced) % u'\n' % m_link);
    m_code->show();
    m_copy->show();
    m_name->clear();
    const qint64 leftMs = answer->expiresAtMs - m_engine.nowMs();
    m_codeEnd.start(int(std::clamp<qint64>(leftMs, 0, std::numeric_limits<int>::max())));
}

void DeviceSection::endCode()
{
    m_codeEnd.stop();
    m_code->hide();
    m_code->clear();
    m_copy->hide();
    if (isVisible())
        ask(); // whether somebody came in with it
}

void DeviceSection::say(const sync::NoAnswer &answer)
{
    m_problem->setText(answer.refusal ? refusalText(*answer.refusal)
                                      : tr("서버에 닿지 않아요. 연결되면 다시 열어 주세요."));
    m_problem->show();
}

void DeviceSection::dress()
{
    SettingsSection::dress();
    m_code->setFont(theme().font(TypeRole::CardTitle));
    m_name->setMinimumHeight(qRound(theme().scaled(34)));
}

} // namespace petalpost::desk
