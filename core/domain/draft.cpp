// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/domain/draft.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace petalpost {

namespace {

bool isBidirectionalControl(char16_t c)
{
    return (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069) || c == 0x200e
           || c == 0x200f || c == 0x061c;
}

bool isPrintable(QStringView text, bool multiLine)
{
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (c.isHighSurrogate()) {
            if (i + 1 == text.size() || !text[i + 1].isLowSurrogate())
                return false;
            ++i;
        } else if (c.isLowSurrogate() || isBidirectionalControl(c.unicode())) {
            return false;
        } else if (c.category() == QChar::Other_Control
                   && !(multiLine && (c == u'\n' || c == u'\t'))) {
            return false;
        }
    }
    return true;
}

/// Collects refusals of one draft.
class Findings
{
public:
    void add(RefusalCode code, const QString &field, const QString &value = {})
    {
        m_all.push_back(Refusal::of(code, field, value));
    }

    void text(const QString &field, QString &text, int maxLength, bool multiLine = false)
    {
        text = text.trimmed();
        if (multiLine)
            text.replace(u"\r\n"_s, u"\n"_s);
        if (const auto checked = checkText(field, text, maxLength, multiLine); !checked)
            m_all.push_back(checked.error());
    }

    void required(const QString &field, const QString &text)
    {
        if (text.isEmpty() && !names(field))
            add(RefusalCode::MissingField, field);
    }

    bool names(const QString &field) const
    {
        return std::ranges::find(m_all, field, &Refusal::field) != m_all.end();
    }

    Result<void> result() const
    {
        if (m_all.empty())
            return {};
        Refusal first = m_all.front();
        first.others.assign(m_all.begin() + 1, m_all.end());
        return refuse(std::move(first));
    }

private:
    std::vector<Refusal> m_all;
};

void checkPhone(Findings &findings, const QString &field, QString &phone, bool mustTakeSms)
{
    if (phone.trimmed().isEmpty()) {
        phone.clear();
        return;
    }
    const auto digits = normalisedPhone(phone);
    if (!digits || (mustTakeSms && !isMobile(*digits)))
        findings.add(RefusalCode::InvalidPhone, field);
    else
        phone = *digits;
}

void checkPeople(Findings &findings, OrderDraft &draft, ContactRule rule)
{
    findings.text(u"recipient.name"_s, draft.recipient.name, bounds::name);
    checkPhone(findings, u"recipient.phone"_s, draft.recipient.phone, false);
    findings.text(u"customerName"_s, draft.sender.name, bounds::name);
    checkPhone(findings, u"phoneNumber"_s, draft.sender.phone, rule == ContactRule::AllRequired);
    if (rule == ContactRule::Optional)
        return;
    findings.required(u"customerName"_s, draft.sender.name);
    findings.required(u"phoneNumber"_s, draft.sender.phone);
    if (rule == ContactRule::AllRequired) {
        findings.required(u"recipient.name"_s, draft.recipient.name);
        findings.required(u"recipient.phone"_s, draft.recipient.phone);
    }
}

void checkAddress(Findings &findings, Address &address)
{
    findings.text(u"address.line"_s, address.line, bounds::addressLine);
    findings.text(u"address.detail"_s, address.detail, bounds::addressLine);
    findings.text(u"address.neighbourhood"_s, address.neighbourhood, bounds::name);
    findings.text(u"address.postalCode"_s, address.postalCode, 5);
    const bool digitsOnly =
        std::ranges::all_of(address.postalCode, [](QChar c) { return c >= u'0' && c <= u'9'; });
    if (!address.postalCode.isEmpty() && (address.postalCode.size() != 5 || !digitsOnly))
        findings.add(RefusalCode::OutOfRange, u"address.postalCode"_s);
}

} // namespace

std::optional<QString> normalisedPhone(QStringView typed)
{
    QString digits;
    for (const QChar c : typed) {
        if (c >= u'0' && c <= u'9')
            digits.append(c);
        else if (c == u'+' && digits.isEmpty())
            digits.append(c);
        else if (!(c == u' ' || c == u'-' || c == u'.' || c == u'(' || c == u')'))
            return std::nullopt;
    }
    if (digits.startsWith(u"+82"_s)) {
        digits.remove(0, 3);
        if (!digits.startsWith(u'0'))
            digits.prepend(u'0');
    }
    if (!digits.startsWith(u'0') || digits.size() < 9 || digits.size() > 12)
        return std::nullopt;
    return digits;
}

bool isMobile(QStringView phone)
{
    const bool mobile = phone.startsWith(u"01") && (phone.size() == 10 || phone.size() == 11);
    return mobile || phone.startsWith(u"050");
}

QString displayPhone(const QString &phone)
{
    const qsizetype head = phone.startsWith(u"02"_s) ? 2 : phone.startsWith(u"050"_s) ? 4 : 3;
    if (phone.size() < head + 5)
        return phone;
    return phone.first(head) % u'-' % phone.sliced(head, phone.size() - head - 4) % u'-'
           % phone.last(4);
}

QString maskedName(const QString &name, bool onlyFirst)
{
    const QList<uint> letters = name.toUcs4();
    QString masked;
    for (qsizetype i = 0; i < letters.size(); ++i) {
        const bool shown = i == 0 || (!onlyFirst && i > 1 && i == letters.size() - 1);
        const char32_t letter = letters[i];
        masked += shown ? QString::fromUcs4(&letter, 1) : QString(u'*');
    }
    return masked;
}

Result<void> checkText(const QString &field, const QString &text, int maxLength, bool multiLine)
{
    if (!isPrintable(text, multiLine))
        return refuse(RefusalCode::InvalidText, field);
    if (text.size() > maxLength)
        return refuse(RefusalCode::TooLong, field, QString::number(maxLength));
    return {};
}

Result<void> checkDraft(OrderDraft &draft, ContactRule rule)
{
    Findings findings;
    findings.text(u"flowerName"_s, draft.productName, bounds::addressLine);
    if (draft.productId == 0)
        findings.required(u"flowerName"_s, draft.productName);
    if (draft.qty < 1 || draft.qty > bounds::maxQty)
        findings.add(RefusalCode::OutOfRange, u"qty"_s, QString::number(bounds::maxQty));
    checkPeople(findings, draft, rule);
    checkAddress(findings, draft.address);
    findings.text(u"cardMessage"_s, draft.cardMessage, bounds::cardMessage, true);
    findings.text(u"ribbon.text"_s, draft.ribbonText, bounds::ribbon);
    findings.text(u"ribbon.sender"_s, draft.ribbonSender, bounds::ribbon);
    findings.text(u"request"_s, draft.request, bounds::request, true);
    if (draft.locale != u"ko"_s && draft.locale != u"en"_s)
        findings.add(RefusalCode::OutOfRange, u"locale"_s, u"ko, en"_s);
    return findings.result();
}

} // namespace petalpost
