// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/server/http/text.h"

#include <QStringDecoder>

#include <algorithm>

namespace petalpost::http {

namespace {

int hexDigit(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    if (c >= 'A' && c <= 'F')
        return c - 'A' + 10;
    return -1;
}

bool isControl(char c)
{
    const auto byte = static_cast<unsigned char>(c);
    return byte < 0x20 || byte == 0x7f;
}

bool isPlainAscii(QByteArrayView bytes)
{
    return std::all_of(bytes.begin(), bytes.end(),
                       [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

} // namespace

std::optional<QByteArray> percentDecode(QByteArrayView text, Plus plus)
{
    QByteArray out;
    out.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (isControl(c))
            return std::nullopt;
        if (c == '+' && plus == Plus::Space) {
            out.append(' ');
        } else if (c != '%') {
            out.append(c);
        } else {
            if (i + 2 >= text.size())
                return std::nullopt;
            const int high = hexDigit(text[i + 1]);
            const int low = hexDigit(text[i + 2]);
            if (high < 0 || low < 0 || (high == 0 && low == 0))
                return std::nullopt;
            out.append(static_cast<char>(high * 16 + low));
            i += 2;
        }
    }
    return out;
}

std::optional<QString> decodeUtf8(QByteArrayView bytes)
{
    if (isPlainAscii(bytes))
        return QString::fromLatin1(bytes);
    // Stateless, or a sequence cut off at the end would count as unfinished instead of wrong.
    QStringDecoder decoder(QStringDecoder::Utf8, QStringConverter::Flag::Stateless
                                                     | QStringConverter::Flag::ConvertInitialBom);
    QString text = decoder(bytes);
    if (decoder.hasError())
        return std::nullopt;
    return text;
}

std::optional<QString> decodeText(QByteArrayView text, Plus plus)
{
    const std::optional<QByteArray> bytes = percentDecode(text, plus);
    return bytes ? decodeUtf8(*bytes) : std::nullopt;
}

} // namespace petalpost::http
