// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/desk/settings/connectionsection.h"

#include "core/storage/desk/localstore.h"
#include "ui/desk/style/theme.h"
#include "ui/desk/words/shopwords.h"
#include "ui/desk/words/words.h"

#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>

using namespace Qt::Literals::StringLiterals;

namespace petalpost::desk {

namespace {

QLabel *valueLabel(const QString &name, QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setObjectName(name);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

QString whatText(const Operation &operation)
{
    switch (operation.kind) {
    case Operation::Kind::Move:
        return numberText(operation.subject) % u" · "_s % verbWord(operation.verb, false);
    case Operation::Kind::Seen:
        return numberText(operation.subject) % u" · "_s % ConnectionSection::tr("주문 확인");
    case Operation::Kind::ReviewReply:
        return ConnectionSection::tr("리뷰 답글");
    case Operation::Kind::ReviewHide:
        return ConnectionSection::tr("리뷰 숨기기");
    case Operation::Kind::ShopSettings:
        return ConnectionSection::tr("가게 설정") % u" · "_s % settingNames(operation.details);
    case Operation::Kind::Product:
        return ConnectionSection::tr("메뉴") % u" · "_s % productChangeText(operation.details);
    case Operation::Kind::Order:
        return ConnectionSection::tr("전화·방문 주문") % u" · "_s
               % operation.details.value(u"flowerName"_s).toString();
    }
    Q_UNREACHABLE();
}

} // namespace

ConnectionSection::ConnectionSection(sync::Engine &engine, const Theme &theme, QWidget *parent)
    : SettingsSection(tr("연결"), theme, parent)
    , m_engine(engine)
    , m_server(valueLabel(u"serverAddress"_s, this))
    , m_last(valueLabel(u"lastSync"_s, this))
    , m_unsent(valueLabel(u"unsentList"_s, this))
    , m_plain(new NoteLabel(theme, NoteLabel::Kind::Warning, this))
    , m_unpair(new QPushButton(tr("연결 해제"), this))
{
    setObjectName(u"settingsConnection"_s);
    m_server->setText(engine.server().toDisplayString(QUrl::RemoveUserInfo));
    addRow(tr("서버 주소"), m_server);
    addRow(tr("마지막 동기화"), m_last);
    addRow(tr("보내지 않은 것"), m_unsent);
    m_plain->setObjectName(u"tokenPlain"_s);
    m_plain->setText(tr("연결 열쇠가 열쇠고리가 아니라 파일에 있어요. 이 컴퓨터의 계정을 다른 "
                        "사람과 함께 쓰지 마세요."));
    addWide(m_plain);
    setTokenPlain(false);
    m_unpair->setObjectName(u"unpair"_s);
    m_unpair->setAccessibleName(m_unpair->text());
    setButtonKind(*m_unpair, ButtonKind::Danger);
    auto *row = new QWidget(this);
    auto *line = new QHBoxLayout(row);
    line->setContentsMargins(0, 0, 0, 0);
    line->addWidget(m_unpair);
    line->addStretch(1);
    addWide(row);
    setUnpairable(false);
    connect(m_unpair, &QPushButton::clicked, this, &ConnectionSection::unpairRequested);
    connect(&m_engine, &sync::Engine::statusChanged, this, &ConnectionSection::refresh);
    connect(&m_engine, &sync::Engine::shopChanged, this, &ConnectionSection::refresh);
    refresh();
    dress();
}

void ConnectionSection::setUnpairable(bool unpairable)
{
    m_unpair->setVisible(unpairable);
}

void ConnectionSection::setTokenPlain(bool plain)
{
    m_plain->setVisible(plain);
}

QString ConnectionSection::lastContact() const
{
    const qint64 atMs = m_engine.status().lastContactMs;
    if (atMs == 0)
        return tr("아직 없어요");
    const QTimeZone zone = m_engine.shop().zone;
    const QString day = dayRelative(localDate(atMs, zone), m_engine.shop().today(m_engine.nowMs()));
    return atLineStart(day) % u' ' % clockTime(atMs, zone);
}

QString ConnectionSection::unsentText() const
{
    const auto &queue = m_engine.unsent();
    if (queue.empty())
        return tr("없어요. 모두 서버에 있어요.");
    const QTimeZone zone = m_engine.shop().zone;
    QStringList lines;
    for (const QueuedOperation &queued : queue) {
        if (lines.size() == maxListed) {
            lines << tr("그 밖에 %1건").arg(queue.size() - maxListed);
            break;
        }
        lines << clockTime(queued.operation.pressedAtMs, zone) % u"  "_s
                     % whatText(queued.operation);
    }
    return lines.join(u'\n');
}

void ConnectionSection::refresh()
{
    m_last->setText(lastContact());
    m_unsent->setText(unsentText());
}

} // namespace petalpost::desk
