// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtCore/QString>

#include <memory>

class QTranslator;

namespace petalpost {

/// Makes the compiled translations readable; call it once before the first Words.
void initTranslationResources();

/// The texts of one language for one part of the project. The source texts are Korean; every other
/// language comes from translations/petalpost_<locale>.ts. Several languages live side by side, and
/// nothing is installed into the application. Copies share their texts; usable from every thread.
class Words
{
public:
    /// \a context names the part, for example "shop" or "messages", and must outlive this object.
    Words(QString locale, const char *context);
    /// With \a texts instead of the compiled ones; null for those after all.
    Words(QString locale, const char *context, std::shared_ptr<const QTranslator> texts);

    const QString &locale() const { return m_locale; }
    bool isKorean() const { return m_locale == QStringLiteral("ko"); }

    /// The text for \a korean; values go in by arg(). Korean itself when no translation exists.
    QString text(const char *korean) const;
    /// The translation, or a null string when there is none; for tests and templates.
    QString find(const QByteArray &korean) const;

private:
    QString m_locale;
    const char *m_context;
    std::shared_ptr<const QTranslator> m_translator;
};

} // namespace petalpost
