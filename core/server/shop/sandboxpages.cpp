// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/shop/sandboxpages.h"

#include "core/server/http/form.h"

#include <qcorofuture.h>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace petalpost::server {

namespace {

bool isDecided(SandboxStage stage)
{
    return stage == SandboxStage::Approved || stage == SandboxStage::Declined;
}

/// What the page says of a payment that waits for nothing here any more.
QString stageSentence(const Words &words, SandboxStage stage)
{
    switch (stage) {
    case SandboxStage::Approved:
        return words.text("승인한 결제예요.");
    case SandboxStage::Declined:
        return words.text("거절한 결제예요.");
    case SandboxStage::Late:
    case SandboxStage::Hanging:
        return words.text("조금 뒤에 승인되는 결제예요.");
    case SandboxStage::Open:
    case SandboxStage::Identity:
    case SandboxStage::CardCompany:
        return {};
    }
    Q_UNREACHABLE();
}

} // namespace

QCoro::Task<http::Response> SandboxPages::show(const Language &language, http::Request request)
{
    const QString reference = request.param("reference");
    const auto payment = co_await m_gateway.payment(reference);
    if (!payment)
        co_return Site::problem(payment.error());
    const auto shop = co_await m_site.shop();
    if (!shop)
        co_return Site::problem(shop.error());
    const Words &words = language.words;
    const SandboxStage stage = m_gateway.stageOf(*payment);
    View view;
    view.set("amount", Texts(words, *shop, 0).money(payment->amount));
    view.flag("open", stage == SandboxStage::Open)
        .flag("identity", stage == SandboxStage::Identity)
        .flag("cardCompany", stage == SandboxStage::CardCompany);
    view.setUnlessEmpty("decided", stageSentence(words, stage));
    const QString path = SandboxGateway::pagePath(reference);
    view.set("selfUrl", QString(language.prefix + path));
    view.set("returnUrl", QString(language.prefix + u"/shop/return/"_s + payment->attemptId));
    Frame frame;
    frame.title = words.text("시험 결제");
    frame.path = path;
    frame.isPrivate = true;
    frame.noReferrer = true;
    co_return m_site.page(language, *shop, frame, "sandbox", std::move(view));
}

QCoro::Task<void> SandboxPages::announce(SandboxGateway &gateway, Payments &payments,
                                         QString attemptId, int delayMs)
{
    auto waiting = gateway.after(delayMs);
    if (co_await waiting)
        co_await payments.settle(attemptId);
}

std::optional<SandboxPages::Course> SandboxPages::courseOf(const QString &decision)
{
    if (decision == u"returnFirst"_s)
        return Course::ReturnFirst;
    if (decision == u"noticeOnly"_s)
        return Course::NoticeOnly;
    return std::nullopt;
}

std::optional<int> SandboxPages::noticeDelayMs(const store::SandboxPayment &payment,
                                               Course course) const
{
    const SandboxStage stage = m_gateway.stageOf(payment);
    if (isDecided(stage))
        return course == Course::ReturnFirst ? m_gateway.times().noticeMs : 0;
    if (stage == SandboxStage::Late || stage == SandboxStage::Hanging) {
        const qint64 leftMs = payment.dueAtMs - m_site.deps.clock.nowMs();
        return int(std::clamp<qint64>(leftMs, 0, m_gateway.times().hangMs));
    }
    return std::nullopt;
}

QCoro::Task<http::Response> SandboxPages::decide(const Language &language, http::Request request)
{
    const auto fields = http::parseForm(request.body).value_or(QHash<QString, QString>());
    const QString decision = fields.value(u"decision"_s);
    const auto course = courseOf(decision);
    const auto answer =
        course ? std::optional(SandboxAnswer::Approve) : fromWord(sandboxAnswerWords, decision);
    if (!answer)
        co_return Site::problem(Refusal::of(RefusalCode::MissingField, u"decision"_s));
    if (!Guard::sameOrigin(request, m_site.lastShop().publicUrl, NullOrigin::Accepted))
        co_return Site::problem(Refusal::of(RefusalCode::NotAllowed));
    const QString reference = request.param("reference");
    const auto payment = co_await m_gateway.answer(reference, *answer);
    if (!payment)
        co_return Site::problem(payment.error());
    const auto delayMs = noticeDelayMs(*payment, course.value_or(Course::Usual));
    if (delayMs) {
        m_site.deps.tasks.spawn(
            announce(m_gateway, m_site.deps.payments, payment->attemptId, *delayMs));
    }
    const bool stays = !delayMs || course == Course::NoticeOnly;
    const QString path = stays ? SandboxGateway::pagePath(reference)
                               : QString(u"/shop/return/"_s + payment->attemptId);
    co_return http::Response::redirect((language.prefix + path).toLatin1());
}

} // namespace petalpost::server
