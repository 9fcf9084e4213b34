// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/desk/pairing/firstrun.h"

#include "ui/desk/pairing/pairingwords.h"
#include "ui/desk/style/icons.h"
#include "ui/desk/style/notelabel.h"
#include "ui/desk/style/theme.h"

#include <QtCore/QLocale>
#include <QtGui/QAccessible>
#include <QtGui/QFontDatabase>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QStackedWidget>

using namespace Qt::Literals::StringLiterals;

namespace petalpost::desk {

namespace {

constexpr int cardWidth = 460;

/// Whether the last syllable is closed: 꽃집이, 꽃가게가.
bool endsInConsonant(const QString &name)
{
    constexpr char16_t firstSyllable = u'가';
    constexpr char16_t lastSyllable = u'힣';
    constexpr int endings = 28;
    const char16_t last = name.isEmpty() ? u' ' : name.back().unicode();
    return last >= firstSyllable && last <= lastSyllable && (last - firstSyllable) % endings != 0;
}

} // namespace

FirstRun::FirstRun(sync::Pairing &pairing, const Theme &theme, Icons &icons, QWidget *parent)
    : QWidget(parent)
    , m_pairing(pairing)
    , m_theme(theme)
    , m_icons(icons)
    , m_mark(new QLabel(this))
    , m_stepWord(new QLabel(this))
    , m_steps(new QStackedWidget(this))
{
    setObjectName(u"firstRun"_s);
    setWindowTitle(tr("가게에 연결"));
    m_stepWord->setObjectName(u"pairingStep"_s);
    m_steps->addWidget(makeAddressStep());
    m_steps->addWidget(makeShopStep());
    m_steps->addWidget(makeReadyStep());

    auto *card = new CardFrame(theme, this);
    auto *column = new QVBoxLayout(card);
    column->setContentsMargins(32, 28, 32, 28);
    column->setSpacing(16);
    auto *head = new QHBoxLayout;
    head->addWidget(m_mark);
    head->addStretch(1);
    head->addWidget(m_stepWord);
    column->addLayout(head);
    column->addWidget(m_steps);
    auto *middle = new QHBoxLayout;
    middle->addStretch(1);
    middle->addWidget(card);
    middle->addStretch(1);
    auto *page = new QVBoxLayout(this);
    page->addStretch(1);
    page->addLayout(middle);
    page->addStretch(2);
    card->setObjectName(u"pairingCard"_s);

    connect(&m_pairing, &sync::Pairing::identified, this, &FirstRun::showShop);
    connect(&m_pairing, &sync::Pairing::failed, this, &FirstRun::showFailure);
    connect(&m_pairing, &sync::Pairing::paired, this, &FirstRun::paired);
    connect(&m_theme, &Theme::changed, this, &FirstRun::dress);
    dress();
    go(Step::Address, m_address);
}

void FirstRun::setEarlier(const sync::PairedShop &earlier)
{
    m_earlier = earlier;
    if (!earlier.server.isEmpty())
        m_address->setText(earlier.server.toString());
    m_notice->setText(partingText(earlier));
    m_notice->setVisible(!m_notice->text().isEmpty());
    (m_address->text().isEmpty() ? m_address : m_code)->setFocus();
}

FirstRun::Step FirstRun::step() const
{
    return Step(m_steps->currentIndex());
}

QWidget *FirstRun::makeStep(QLabel *&title, const QString &text, QVBoxLayout *&column)
{
    auto *page = new QWidget(m_steps);
    column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    title = new QLabel(text, page);
    title->setTextFormat(Qt::PlainText);
    title->setWordWrap(true);
    title->setProperty("role", u"title"_s);
    column->addWidget(title);
    return page;
}

QLabel *FirstRun::addText(QVBoxLayout &column, const QString &name)
{
    auto *label = new QLabel(column.parentWidget());
    label->setObjectName(name);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    column.addWidget(label);
    return label;
}

QWidget *FirstRun::makeAddressStep()
{
    QVBoxLayout *column = nullptr;
    QLabel *title = nullptr;
    QWidget *page = makeStep(title, tr("이 컴퓨터를 가게에 연결해요"), column);
    m_notice = new NoteLabel(m_theme, NoteLabel::Kind::Warning, page);
    m_notice->setObjectName(u"pairingNotice"_s);
    m_notice->hide();
    column->addWidget(m_notice);
    QLabel *help = addText(*column, u"pairingHelp"_s);
    help->setText(tr("서버를 돌보는 분에게 주소와 숫자 8자리 코드를 받아 주세요. 코드는 10분 동안 "
                     "한 번만 쓸 수 있어요."));

    const auto field = [&](const QString &name, const QString &label) {
        auto *edit = new QLineEdit(page);
        edit->setObjectName(name);
        edit->setAccessibleName(label);
        edit->setMinimumHeight(qRound(m_theme.scaled(38)));
        auto *caption = new QLabel(label, page);
        caption->setBuddy(edit);
        column->addWidget(caption);
        column->addWidget(edit);
        connect(edit, &QLineEdit::returnPressed, this, &FirstRun::ask);
        return edit;
    };
    m_address = field(u"pairingAddress"_s, tr("서버 주소"));
    m_address->setPlaceholderText(u"onbom.kr"_s);
    m_code = field(u"pairingCode"_s, tr("코드"));
    m_code->setPlaceholderText(u"0000 0000"_s);
    m_code->setInputMethodHints(Qt::ImhDigitsOnly);
    connect(m_code, &QLineEdit::textEdited, this, &FirstRun::groupTyped);

    m_problem = new NoteLabel(m_theme, NoteLabel::Kind::Danger, page);
    m_problem->setObjectName(u"pairingProblem"_s);
    m_problem->hide();
    column->addWidget(m_problem);
    m_next = new QPushButton(page);
    m_next->setObjectName(u"pairingNext"_s);
    m_next->setAutoDefault(true);
    setButtonKind(*m_next, ButtonKind::Primary);
    connect(m_next, &QPushButton::clicked, this, &FirstRun::ask);
    column->addWidget(m_next);
    setBusy(false);
    return page;
}

QWidget *FirstRun::makeShopStep()
{
    QVBoxLayout *column = nullptr;
    QWidget *page = makeStep(m_shopTitle, {}, column);
    m_shopTitle->setObjectName(u"pairingShop"_s);
    m_shopAddress = addText(*column, u"pairingShopAddress"_s);
    m_security = new NoteLabel(m_theme, NoteLabel::Kind::Plain, page);
    m_security->setObjectName(u"pairingSecurity"_s);
    column->addWidget(m_security);
    m_fingerprint = addText(*column, u"pairingFingerprint"_s);
    m_fingerprint->setTextInteractionFlags(Qt::TextSelectableByMouse
                                           | Qt::TextSelectableByKeyboard);
    m_fingerprint->setAccessibleName(tr("인증서 지문"));
    column->addStretch(1);
    auto *buttons = new QHBoxLayout;
    m_back = new QPushButton(tr("뒤로"), page);
    m_back->setObjectName(u"pairingBack"_s);
    m_back->setAutoDefault(true);
    m_connect = new QPushButton(tr("연결"), page);
    m_connect->setObjectName(u"pairingConnect"_s);
    m_connect->setAutoDefault(true);
    setButtonKind(*m_connect, ButtonKind::Primary);
    buttons->addWidget(m_back);
    buttons->addWidget(m_connect, 1);
    column->addLayout(buttons);
    connect(m_back, &QPushButton::clicked, this, [this] {
        m_pairing.cancel();
        setBusy(false);
        go(Step::Address, m_code);
    });
    connect(m_connect, &QPushButton::clicked, this, &FirstRun::connectNow);
    return page;
}

QWidget *FirstRun::makeReadyStep()
{
    QVBoxLayout *column = nullptr;
    QLabel *title = nullptr;
    QWidget *page = makeStep(title, tr("연결됐어요"), column);
    m_ready = addText(*column, u"pairingReady"_s);
    m_plain = new NoteLabel(m_theme, NoteLabel::Kind::Warning, page);
    m_plain->setObjectName(u"pairingPlain"_s);
    m_plain->setText(tr("이 컴퓨터에는 열쇠고리가 없어 연결 열쇠를 파일에 저장했어요. 이 컴퓨터의 "
                        "계정을 다른 사람과 함께 쓰지 마세요."));
    column->addWidget(m_plain);
    column->addStretch(1);
    auto *buttons = new QHBoxLayout;
    m_sound = new QPushButton(tr("소리 들어보기"), page);
    m_sound->setObjectName(u"pairingSound"_s);
    m_sound->setAutoDefault(true);
    m_start = new QPushButton(tr("시작"), page);
    m_start->setObjectName(u"pairingStart"_s);
    m_start->setAutoDefault(true);
    setButtonKind(*m_start, ButtonKind::Primary);
    buttons->addWidget(m_sound);
    buttons->addWidget(m_start, 1);
    column->addLayout(buttons);
    connect(m_sound, &QPushButton::clicked, this, &FirstRun::soundRequested);
    connect(m_start, &QPushButton::clicked, this, &FirstRun::startRequested);
    return page;
}

void FirstRun::go(Step step, QWidget *focus)
{
    m_steps->setCurrentIndex(int(step));
    m_stepWord->setText(tr("%1 / 3 단계").arg(int(step) + 1));
    focus->setFocus();
}

/// Keeps "1234 5678" while it is typed, pasted or corrected, with the cursor where it was.
void FirstRun::groupTyped(const QString &text)
{
    const qsizetype before = codeDigits(text.first(m_code->cursorPosition())).size();
    m_code->setText(groupedCode(text));
    m_code->setCursorPosition(int(before > codeLength / 2 ? before + 1 : before));
}

void FirstRun::ask()
{
    if (m_pairing.isBusy())
        return;
    m_problem->hide();
    const auto server = sync::serverFromText(m_address->text());
    if (!server) {
        showProblem(tr("주소를 알아볼 수 없어요"), tr("예: onbom.kr 또는 http://127.0.0.1:8080"),
                    m_address);
        return;
    }
    if (codeDigits(m_code->text()).size() != codeLength) {
        showProblem(tr("코드는 숫자 8자리예요"), tr("받은 코드를 모두 적어 주세요."), m_code);
        return;
    }
    setBusy(true);
    const bool known =
        server->host() == m_earlier.server.host() && server->port() == m_earlier.server.port();
    m_pairing.identify(*server, known ? m_earlier.certificateSha256 : QByteArray());
}

void FirstRun::connectNow()
{
    if (m_pairing.isBusy())
        return;
    setBusy(true);
    m_pairing.confirm(codeDigits(m_code->text()));
}

void FirstRun::showShop(const sync::ShopIdentity &shop)
{
    setBusy(false);
    const bool korean = QLocale().language() == QLocale::Korean || shop.nameEn.isEmpty();
    const QString name = korean ? shop.name : shop.nameEn;
    m_shopTitle->setText(
        (endsInConsonant(name) ? tr("%1이 맞나요?") : tr("%1가 맞나요?")).arg(name));
    m_shopAddress->setText(shop.server.toString());
    const bool secret = !shop.certificateSha256.isEmpty();
    const bool here = sync::isLoopback(shop.server.host());
    auto *note = static_cast<NoteLabel *>(m_security);
    note->setKind(secret || here ? NoteLabel::Kind::Plain : NoteLabel::Kind::Warning);
    if (secret)
        note->setText(tr("가게 서버의 인증서 지문이에요. 서버에서 본 것과 같은지 확인해 주세요."));
    else if (here)
        note->setText(tr("이 컴퓨터 안의 서버라 암호화하지 않아요. 내용이 밖으로 나가지 않아요."));
    else
        note->setText(
            tr("암호화되지 않은 연결이에요. 같은 네트워크의 다른 사람이 주문과 전화번호를 "
               "볼 수 있어요. 가게 안의 믿을 수 있는 네트워크에서만 쓰세요."));
    m_fingerprint->setText(fingerprintText(shop.certificateSha256));
    m_fingerprint->setVisible(secret);
    go(Step::Shop, m_connect);
}

void FirstRun::showFailure(sync::PairingFailure failure)
{
    setBusy(false);
    if (failure == sync::PairingFailure::CertificateChanged)
        m_earlier.certificateSha256.clear(); // the next try shows the new one to be compared
    const bool ofAddress = failure == sync::PairingFailure::Unreachable
                           || failure == sync::PairingFailure::ClockOff
                           || failure == sync::PairingFailure::CertificateChanged;
    const FailureWords words = pairingFailureWords(failure);
    showProblem(words.what, words.remedy, ofAddress ? m_address : m_code);
}

void FirstRun::showProblem(const QString &what, const QString &remedy, QLineEdit *field)
{
    m_problem->setText(what % u'\n' % remedy);
    m_problem->setAccessibleName(what % u". "_s % remedy);
    m_problem->show();
    go(Step::Address, field);
    field->selectAll();
    QAccessibleEvent alert(m_problem, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void FirstRun::showLocked()
{
    m_notice->setText(
        tr("열쇠고리를 열지 못해 연결 열쇠를 읽지 못했어요. 열쇠고리를 열고 프로그램을 다시 "
           "켜거나, 새 코드로 다시 연결해 주세요."));
    m_notice->show();
}

void FirstRun::showReady(bool plain)
{
    setBusy(false);
    m_code->clear();
    m_ready->setText(tr("새 주문이 오면 소리로 알려 드려요. 지금 한번 들어보세요."));
    m_plain->setVisible(plain);
    go(Step::Ready, m_start);
}

void FirstRun::showNotKept()
{
    setBusy(false);
    m_code->clear();
    showProblem(tr("연결 열쇠를 저장하지 못했어요"),
                tr("디스크에 자리가 있는지 확인하고, 새 코드로 다시 연결해 주세요."), m_code);
}

void FirstRun::setBusy(bool busy)
{
    m_next->setText(busy ? tr("확인하고 있어요…") : tr("다음"));
    m_next->setEnabled(!busy);
    m_address->setReadOnly(busy);
    m_code->setReadOnly(busy);
    if (m_connect)
        m_connect->setEnabled(!busy);
}

void FirstRun::dress()
{
    const Palette &palette = m_theme.palette();
    m_mark->setPixmap(m_icons.pixmap(u"flower-2"_s, palette.primary, qRound(m_theme.scaled(28)),
                                     devicePixelRatioF()));
    findChild<QWidget *>(u"pairingCard"_s)->setFixedWidth(qRound(m_theme.scaled(cardWidth)));
    for (QLabel *label : findChildren<QLabel *>()) {
        const bool title = label->property("role").toString() == "title"_L1;
        label->setFont(m_theme.font(title ? TypeRole::Page : TypeRole::Body));
    }
    m_code->setFont(m_theme.font(TypeRole::Section));
    QFont fixed = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    fixed.setPointSizeF(m_theme.fontPt(TypeRole::Body));
    m_fingerprint->setFont(fixed);
    QPalette quiet = m_stepWord->palette();
    quiet.setColor(QPalette::WindowText, palette.text2);
    for (QLabel *label : {m_stepWord, m_shopAddress})
        label->setPalette(quiet);
    update();
}

} // namespace petalpost::desk
