// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/desk/pairing/pairingwords.h"

#include <QtCore/QCoreApplication>

using namespace Qt::Literals::StringLiterals;

namespace petalpost::desk {

namespace {

constexpr qsizetype groupLength = 4;
constexpr qsizetype groupsInLine = 4;

struct PairingWords
{
    Q_DECLARE_TR_FUNCTIONS(PairingWords)
};

} // namespace

FailureWords pairingFailureWords(sync::PairingFailure failure)
{
    switch (failure) {
    case sync::PairingFailure::Unreachable:
        return {PairingWords::tr("서버에 닿지 않아요"),
                PairingWords::tr("주소가 맞는지, 서버와 인터넷이 켜져 있는지 확인해 주세요.")};
    case sync::PairingFailure::ClockOff:
        return {PairingWords::tr("컴퓨터 시계가 2분 이상 달라요"),
                PairingWords::tr("컴퓨터 설정에서 날짜와 시간을 자동으로 맞춰 주세요.")};
    case sync::PairingFailure::CertificateChanged:
        return {PairingWords::tr("인증서가 바뀌었어요"),
                PairingWords::tr("아무것도 보내지 않았어요. ‘다음’을 누르면 새 지문을 보여 드려요. "
                                 "가게의 지문과 같을 때만 연결해 주세요.")};
    case sync::PairingFailure::CodeWrong:
        return {PairingWords::tr("코드가 달라요"),
                PairingWords::tr("숫자 8자리를 다시 확인해 주세요.")};
    case sync::PairingFailure::CodeExpired:
        return {PairingWords::tr("코드 시간이 지났어요"),
                PairingWords::tr("코드는 10분 안에 한 번만 쓸 수 있어요. 새 코드를 받아 주세요.")};
    case sync::PairingFailure::TriesUsed:
        return {
            PairingWords::tr("코드를 여러 번 틀렸어요"),
            PairingWords::tr("새 코드를 받아 주세요. 그래도 안 되면 10분 뒤에 다시 해 주세요.")};
    }
    Q_UNREACHABLE();
}

QString partingText(const sync::PairedShop &shop)
{
    switch (shop.parting) {
    case sync::Parting::None:
        return {};
    case sync::Parting::Revoked:
        if (shop.operations == 0)
            return PairingWords::tr("가게에서 이 컴퓨터의 연결을 끊었어요. 주문 사본은 지웠어요.");
        return PairingWords::tr("가게에서 이 컴퓨터의 연결을 끊었어요. 주문 사본과 보내지 못한 "
                                "변경 %1건을 지웠어요.")
            .arg(shop.operations);
    case sync::Parting::Unpaired:
        if (shop.operations == 0)
            return PairingWords::tr("연결을 해제하고 주문 사본을 지웠어요.");
        return PairingWords::tr("연결을 해제하고 주문 사본을 지웠어요. 보내지 못한 변경 %1건은 "
                                "남겨 두었고, 같은 가게에 다시 연결하면 보내요.")
            .arg(shop.operations);
    case sync::Parting::OtherCertificate:
        return PairingWords::tr("서버의 인증서가 바뀌어 연결을 멈췄어요. 주문과 변경 내용은 그대로 "
                                "있어요. 새 코드로 다시 연결해 주세요.");
    }
    Q_UNREACHABLE();
}

QString fingerprintText(const QByteArray &sha256)
{
    const QString hex = QString::fromLatin1(sha256.toHex()).toUpper();
    QString text;
    for (qsizetype at = 0; at < hex.size(); at += groupLength) {
        if (at > 0)
            text += at % (groupLength * groupsInLine) == 0 ? u'\n' : u' ';
        text += QStringView(hex).sliced(at).first(qMin(groupLength, hex.size() - at));
    }
    return text;
}

QString codeDigits(const QString &text)
{
    QString digits;
    for (const QChar character : text) {
        if (character.isDigit() && digits.size() < codeLength)
            digits += QChar(u'0' + character.digitValue());
    }
    return digits;
}

QString groupedCode(const QString &text)
{
    const QString digits = codeDigits(text);
    if (digits.size() <= groupLength)
        return digits;
    return digits.first(groupLength) % u' ' % digits.sliced(groupLength);
}

} // namespace petalpost::desk
