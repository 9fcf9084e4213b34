// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/desk/shell/keylist.h"

#include "ui/desk/style/theme.h"

#include <QtWidgets/QGridLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>

using namespace Qt::Literals::StringLiterals;

namespace petalpost::desk {

KeyList::KeyList(const Theme &theme, QWidget *parent)
    : QDialog(parent)
{
    setObjectName(u"keyList"_s);
    setWindowTitle(tr("단축키"));
    const std::pair<QString, QString> keys[] = {
        {u"Ctrl+1 … Ctrl+7"_s, tr("화면 바꾸기")},
        {u"F6, Shift+F6"_s, tr("다음, 이전 칸으로")},
        {u"↑ ↓ ← →"_s, tr("카드와 줄 사이를 움직이기")},
        {u"Enter"_s, tr("주문 자세히 보기")},
        {u"Ctrl+Enter"_s, tr("다음 단계로")},
        {u"Ctrl+Shift+Enter"_s, tr("바로 제작완료")},
        {u"Ctrl+N"_s, tr("전화·방문 주문 입력")},
        {u"Ctrl+Z"_s, tr("실행 취소")},
        {u"Ctrl+P"_s, tr("주문서 인쇄")},
        {u"Ctrl+Shift+P"_s, tr("카드 인쇄")},
        {u"Ctrl+F"_s, tr("모든 주문에서 찾기")},
        {u"Ctrl+← Ctrl+→"_s, tr("하루 앞뒤로")},
        {u"Ctrl+R"_s, tr("확인 필요 보기")},
        {u"Ctrl+= Ctrl+- Ctrl+0"_s, tr("글자 크게, 작게, 자동으로")},
        {u"Ctrl+,"_s, tr("설정")},
        {u"Ctrl+M"_s, tr("소리 10분 끄기, 다시 켜기")},
        {u"F5"_s, tr("지금 동기화")},
        {u"Esc"_s, tr("닫기, 돌아가기")},
        {u"F1"_s, tr("이 목록")},
    };
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(24, 20, 24, 20);
    grid->setHorizontalSpacing(24);
    grid->setVerticalSpacing(8);
    QFont strong = theme.font(TypeRole::Body);
    strong.setWeight(QFont::DemiBold);
    int row = 0;
    for (const auto &[key, text] : keys) {
        auto *name = new QLabel(key, this);
        name->setFont(strong);
        grid->addWidget(name, row, 0);
        grid->addWidget(new QLabel(text, this), row++, 1);
    }
    auto *close = new QPushButton(tr("닫기"), this);
    close->setObjectName(u"keyListClose"_s);
    close->setDefault(true);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    grid->addWidget(close, row, 0, 1, 2, Qt::AlignRight);
}

} // namespace petalpost::desk
