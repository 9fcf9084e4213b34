// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/shop/orderform.h"

#include <QtCore/QCryptographicHash>

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace petalpost::server {

namespace {

/// A field of the form: its name, the name that refusals know it by, and its label.
struct Field
{
    QLatin1StringView name;
    QLatin1StringView wireName;
    const char *label;
};

constexpr std::array formFields{
    Field{"item"_L1, "productId"_L1, "상품"},
    Field{"window"_L1, "window"_L1, "배송"},
    Field{"qty"_L1, "qty"_L1, "수량"},
    Field{"self"_L1, {}, nullptr},
    Field{"toName"_L1, "recipient.name"_L1, "받는 분 이름"},
    Field{"toPhone"_L1, "recipient.phone"_L1, "받는 분 전화번호"},
    Field{"address"_L1, "address.line"_L1, "도로명 주소"},
    Field{"detail"_L1, "address.detail"_L1, "상세 주소 · 출입 방법"},
    Field{"postal"_L1, "address.postalCode"_L1, "우편번호"},
    Field{"card"_L1, "cardMessage"_L1, "카드에 적을 말"},
    Field{"noName"_L1, {}, nullptr},
    Field{"fromName"_L1, "customerName"_L1, "보내는 분 이름"},
    Field{"fromPhone"_L1, "phoneNumber"_L1, "보내는 분 휴대폰 번호"},
    Field{"ribbonText"_L1, "ribbon.text"_L1, "리본 문구 (경조사어)"},
    Field{"ribbonSender"_L1, "ribbon.sender"_L1, "리본에 적을 보내는 분"},
    Field{"request"_L1, "request"_L1, "꽃집에 남길 말"},
    Field{"privacy"_L1, {}, nullptr},
};

const Field *fieldOfWire(const QString &wireName)
{
    const auto found = std::ranges::find_if(formFields, [&](const Field &field) {
        return !field.wireName.isEmpty() && field.wireName == wireName;
    });
    return found == formFields.end() ? nullptr : &*found;
}

/// What may be shown again: characters that no form may send are left out, so that it can be sent.
QString showable(const QString &typed)
{
    QString shown;
    for (const QChar c : typed) {
        const bool newLine = c == u'\n' || c == u'\t';
        const bool hidden =
            c.category() == QChar::Other_Control || c.category() == QChar::Other_Format;
        if (newLine || !hidden || c == QChar(0x200d))
            shown.append(c);
    }
    return shown;
}

qsizetype lengthOf(const QString &typed)
{
    return typed.trimmed().replace(u"\r\n"_s, u"\n"_s).size();
}

QString windowSentence(const Refusal &refusal, const OrderForm &form, const Texts &texts)
{
    const Words &words = texts.words();
    switch (refusal.code) {
    case RefusalCode::PastDate:
        return words.text("지난 날짜예요. 다른 날을 골라 주세요");
    case RefusalCode::OutOfRange:
        return words.text("%1일 뒤까지만 주문할 수 있어요").arg(refusal.value);
    case RefusalCode::ClosedDay:
        return refusal.value.isEmpty()
                   ? words.text("그날은 쉬어요. 다른 날을 골라 주세요")
                   : words.text("그날은 쉬어요 (%1). 다른 날을 골라 주세요").arg(refusal.value);
    case RefusalCode::CutOffPassed:
        return words.text("그 시간은 주문이 마감됐어요. 다른 시간을 골라 주세요");
    case RefusalCode::WindowFull: {
        const auto nearest = DeliveryWindow::fromKey(refusal.value);
        if (!nearest)
            return words.text("그 시간은 방금 마감됐어요. 다른 시간을 골라 주세요");
        const auto wanted = form.window();
        const bool sameDay = wanted && wanted->date == nearest->date;
        const QString when =
            sameDay ? texts.shortHours(*nearest)
                    : QString(texts.date(nearest->date) + u' ' + texts.shortHours(*nearest));
        return words.text("그 시간은 방금 마감됐어요. 가장 가까운 시간은 %1예요").arg(when);
    }
    default:
        return words.text("배송 시간을 골라 주세요");
    }
}

QString missingSentence(const QString &field, const Words &words)
{
    if (field == u"toName"_s)
        return words.text("받는 분 이름을 입력해 주세요");
    if (field == u"fromName"_s)
        return words.text("보내는 분 이름을 입력해 주세요");
    if (field == u"address"_s)
        return words.text("배송할 주소를 찾아서 골라 주세요");
    return words.text("이 칸을 입력해 주세요");
}

QString phoneSentence(const QString &field, const Words &words)
{
    return field == u"toPhone"_s
               ? words.text("받는 분 전화번호를 0으로 시작하는 숫자 9~12자리로 입력해 주세요")
               : words.text("보내는 분 휴대폰 번호를 01로 시작하는 숫자 10~11자리로 입력해 주세요");
}

QString sentenceOf(const Refusal &refusal, const Field &field, const OrderForm &form,
                   const Texts &texts)
{
    const Words &words = texts.words();
    if (field.name == "window"_L1)
        return windowSentence(refusal, form, texts);
    switch (refusal.code) {
    case RefusalCode::InvalidPhone:
        return phoneSentence(field.name, words);
    case RefusalCode::MissingField:
        return field.name == "toPhone"_L1 || field.name == "fromPhone"_L1
                   ? phoneSentence(field.name, words)
                   : missingSentence(field.name, words);
    case RefusalCode::InvalidText:
        return words.text("%1: 쓸 수 없는 글자가 있어 지웠어요. 다시 확인해 주세요")
            .arg(words.text(field.label));
    case RefusalCode::TooLong: {
        if (field.name == "postal"_L1)
            break;
        const QString sentence =
            words.text("%1자까지 적을 수 있어요 (지금 %2자)")
                .arg(refusal.value, QString::number(lengthOf(form.text(field.name))));
        return field.name == "card"_L1 ? sentence
                                       : QString(words.text(field.label) + u": "_s + sentence);
    }
    case RefusalCode::InProgress:
        return refusal.value.isEmpty()
                   ? words.text("먼저 주문한 결제를 확인하고 있어요. 잠시 뒤에 다시 눌러 주세요")
                   : words.text("입금을 기다리는 주문이 있어요. 입금하거나 취소한 뒤 다시 주문해 "
                                "주세요");
    case RefusalCode::TooMany: {
        const int minutes = (refusal.value.toInt() + 59) / 60;
        return words
            .text("결제하지 않은 주문이 너무 많아요. 먼저 결제하거나 취소하거나, %1분 뒤에 다시 "
                  "눌러 주세요")
            .arg(minutes);
    }
    case RefusalCode::ShopPaused:
        return texts.paused();
    case RefusalCode::SoldOut:
        return words.text("지금은 품절이에요. 다른 꽃을 골라 주세요.");
    case RefusalCode::DailyLimitReached:
        return words.text("그날 만들 수 있는 수량이 다 찼어요. 다른 날을 골라 주세요");
    case RefusalCode::PriceOverflow:
        return words.text("한 번에 주문할 수 있는 금액을 넘었어요. 수량을 줄여 주세요");
    default:
        break;
    }
    if (field.name == "postal"_L1)
        return words.text("우편번호 5자리를 입력해 주세요");
    if (field.name == "qty"_L1)
        return words.text("수량을 1부터 %1까지 숫자로 입력해 주세요").arg(bounds::maxQty);
    return words.text("%1: 다시 확인해 주세요").arg(words.text(field.label));
}

} // namespace

OrderForm OrderForm::from(const QHash<QString, QString> &values)
{
    OrderForm form;
    for (const Field &field : formFields) {
        const auto value = values.constFind(field.name);
        if (value != values.cend())
            form.m_values.insert(field.name, *value);
    }
    return form;
}

OrderDraft OrderForm::draft(const QString &locale) const
{
    OrderDraft draft;
    draft.productId = item();
    const QString qty = text(u"qty"_s).trimmed();
    const bool digits = std::ranges::all_of(qty, [](QChar c) { return c >= u'0' && c <= u'9'; });
    draft.qty =
        digits ? qty.toLongLong() : 0; // too large for 64 bits reads 0 as well: out of range
    draft.sender = {text(u"fromName"_s), text(u"fromPhone"_s)};
    draft.recipient =
        has(u"self"_s) ? draft.sender : Contact{text(u"toName"_s), text(u"toPhone"_s)};
    draft.address.line = text(u"address"_s);
    draft.address.detail = text(u"detail"_s);
    draft.address.postalCode = text(u"postal"_s);
    draft.window = window();
    draft.cardMessage = text(u"card"_s);
    draft.ribbonText = text(u"ribbonText"_s);
    draft.ribbonSender = text(u"ribbonSender"_s);
    draft.request = text(u"request"_s);
    draft.locale = locale;
    return draft;
}

QByteArray OrderForm::digest() const
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const Field &field : formFields) {
        const QByteArray value = text(field.name).trimmed().replace(u"\r\n"_s, u"\n"_s).toUtf8();
        hash.addData(
            QByteArray(field.name.data() + ('=' + QByteArray::number(value.size()) + ':' + value)));
    }
    return hash.result();
}

std::vector<View> OrderForm::carried() const
{
    std::vector<View> all;
    for (const Field &field : formFields) {
        if (has(field.name))
            all.push_back(std::move(
                View().set("fieldName", QString(field.name)).set("fieldValue", text(field.name))));
    }
    return all;
}

void OrderForm::show(View &view, const std::vector<FieldError> &errors, const QString &focus) const
{
    for (const Field &field : formFields) {
        const auto error = std::ranges::find(errors, field.name, &FieldError::field);
        View part;
        if (field.name == "privacy"_L1)
            part.flag("value", has(field.name));
        else
            part.set("value", showable(text(field.name)));
        part.setUnlessEmpty("error", error == errors.end() ? QString() : error->sentence);
        part.flag("focus", errors.empty() && focus == field.name);
        const bool checkBox = field.name == "self"_L1 || field.name == "noName"_L1;
        if (checkBox)
            view.flag(field.name.data(), has(field.name));
        else if (field.name != "item"_L1 && field.name != "window"_L1)
            view.set(field.name.data(), std::move(part));
    }
    const auto inMore = [](const QString &field) {
        return field == u"ribbonText"_s || field == u"ribbonSender"_s || field == u"request"_s;
    };
    view.flag("moreOpen",
              has(u"ribbonText"_s) || has(u"ribbonSender"_s) || has(u"request"_s) || inMore(focus));
}

std::vector<FieldError> sentencesFor(const Refusal &refusal, const OrderForm &form,
                                     const Texts &texts)
{
    std::vector<FieldError> errors;
    std::vector<Refusal> all{refusal};
    all.insert(all.end(), refusal.others.begin(), refusal.others.end());
    for (const Refusal &one : all) {
        const Field *field = fieldOfWire(one.field);
        const QString name = field ? QString(field->name) : u"item"_s;
        const bool copied = form.has(u"self"_s) && (name == u"toName"_s || name == u"toPhone"_s);
        const bool named = std::ranges::find(errors, name, &FieldError::field) != errors.end();
        if (!copied && !named)
            errors.push_back(
                {name, sentenceOf(one, field ? *field : formFields.front(), form, texts)});
    }
    return errors;
}

std::vector<FieldError> checkForm(const OrderForm &form, const Product &product, const Texts &texts)
{
    std::vector<FieldError> errors;
    const auto take = [&](const Refusal &refusal) {
        for (FieldError &error : sentencesFor(refusal, form, texts)) {
            if (std::ranges::find(errors, error.field, &FieldError::field) == errors.end())
                errors.push_back(std::move(error));
        }
    };
    OrderDraft draft = form.draft(texts.words().locale());
    if (product.soldOut)
        take(Refusal::of(RefusalCode::SoldOut, u"productId"_s));
    if (draft.window) {
        if (const auto open = checkWindow(texts.shop(), *draft.window, texts.nowMs()); !open)
            take(open.error());
    } else if (product.needsWindow) {
        take(Refusal::of(RefusalCode::MissingField, u"window"_s));
    }
    if (const auto checked = checkDraft(draft, ContactRule::AllRequired); !checked)
        take(checked.error());
    if (draft.address.isEmpty())
        take(Refusal::of(RefusalCode::MissingField, u"address.line"_s));
    if (draft.qty > 0 && !product.price.times(draft.qty))
        take(Refusal::of(RefusalCode::PriceOverflow, u"qty"_s));
    if (!form.has(u"privacy"_s))
        errors.push_back({u"privacy"_s, texts.words().text("개인정보 수집·이용에 동의해 주세요")});
    std::ranges::stable_sort(errors, {}, [](const FieldError &error) {
        return std::ranges::find(formFields, error.field, &Field::name) - formFields.begin();
    });
    return errors;
}

void showErrors(View &view, const std::vector<FieldError> &errors)
{
    std::vector<View> lines;
    for (const FieldError &error : errors) {
        lines.push_back(std::move(
            View().set("errorText", error.sentence).set("errorLink", QString(u'#' + error.field))));
    }
    view.flag("hasErrors", !errors.empty()).set("errors", std::move(lines));
}

} // namespace petalpost::server
