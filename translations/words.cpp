// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "translations/words.h"

#include <QtCore/QLoggingCategory>
#include <QtCore/QTranslator>

Q_LOGGING_CATEGORY(lcWords, "petalpost.words")

using namespace Qt::Literals::StringLiterals;

// Outside every namespace, as the macro wants it.
static void initTranslations()
{
    Q_INIT_RESOURCE(petalpost_translations);
}

namespace petalpost {

namespace {

std::shared_ptr<const QTranslator> compiledTexts(const QString &locale)
{
    auto texts = std::make_shared<QTranslator>();
    if (!texts->load(u":/translations/petalpost_"_s + locale + u".qm"_s))
        qCWarning(lcWords) << "there are no texts for" << locale;
    return texts;
}

} // namespace

void initTranslationResources()
{
    initTranslations();
}

Words::Words(QString locale, const char *context)
    : Words(std::move(locale), context, nullptr)
{
}

Words::Words(QString locale, const char *context, std::shared_ptr<const QTranslator> texts)
    : m_locale(std::move(locale))
    , m_context(context)
    , m_translator(std::move(texts))
{
    if (!m_translator && !isKorean())
        m_translator = compiledTexts(m_locale);
}

QString Words::text(const char *korean) const
{
    if (!m_translator)
        return QString::fromUtf8(korean);
    const QString translated = m_translator->translate(m_context, korean);
    return translated.isEmpty() ? QString::fromUtf8(korean) : translated;
}

QString Words::find(const QByteArray &korean) const
{
    return m_translator ? m_translator->translate(m_context, korean.constData())
                        : QString::fromUtf8(korean);
}

} // namespace petalpost
