// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/order.h"
#include "core/domain/product.h"
#include "core/domain/shop.h"
#include "translations/words.h"

namespace petalpost::server {

/// Money, dates and states as customers read them, in one language and the shop's time zone.
class Texts
{
public:
    Texts(const Words &words, const Shop &shop, qint64 nowMs);

    QString money(const Money &amount) const;
    /// "5월 8일 (목)" or "Thu 8 May".
    QString date(const QDate &day) const;
    /// "오늘", "내일" or the date.
    QString day(const QDate &day) const;
    /// "16:00–18:00".
    QString hours(const DeliveryWindow &window) const;
    /// "16–18시" or "16–18h"; with minutes when there are any.
    QString shortHours(const DeliveryWindow &window) const;
    /// "5월 8일 (목) 16:00–18:00".
    QString window(const DeliveryWindow &window) const;
    /// "오늘 16시부터 배송".
    QString from(const DeliveryWindow &window) const;
    /// "15:05", with the date when that is not today.
    QString moment(qint64 atMs) const;
    /// "2025년 5월 8일" or "8 May 2025": the day for something that may be long ago.
    QString dated(qint64 atMs) const;
    /// "2025-05-08T15:05:00+09:00" for machines.
    QString iso(qint64 atMs) const;

    /// The word of ux: "배송중".
    QString state(OrderState state) const;
    /// The sentence that customers read.
    QString headline(const Order &order) const;
    QString payment(PaymentState state) const;

    /// That the shop takes no orders, until when, and why.
    QString paused() const;

    QString name(const Product &product) const;
    QString description(const Product &product) const;
    QString productName(const Order &order) const;
    QString shopName() const;

    const Words &words() const { return m_words; }
    const Shop &shop() const { return m_shop; }
    qint64 nowMs() const { return m_nowMs; }

private:
    QString either(const QString &korean, const QString &english) const;

    const Words &m_words;
    const Shop &m_shop;
    qint64 m_nowMs;
};

} // namespace petalpost::server
