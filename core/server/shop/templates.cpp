// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/shop/templates.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QRegularExpression>

using namespace Qt::Literals::StringLiterals;

namespace petalpost::server {

namespace {

constexpr int partDepth = 4; ///< how deep parts may lie in parts
constexpr auto templateFolder = ":/web/templates/"_L1;
constexpr auto templateSuffix = ".mustache"_L1;

const QRegularExpression &textPattern()
{
    static const QRegularExpression pattern(u"\\{\\{#tr\\}\\}(.*?)\\{\\{/tr\\}\\}"_s,
                                            QRegularExpression::DotMatchesEverythingOption);
    return pattern;
}

QString withParts(const QString &source, int depth)
{
    static const QRegularExpression pattern(u"\\{\\{> ?([a-z]+)\\}\\}\\n?"_s);
    if (depth == 0)
        qFatal("the page templates include each other too deeply");
    QString whole;
    qsizetype from = 0;
    for (auto found = pattern.globalMatch(source); found.hasNext();) {
        const QRegularExpressionMatch match = found.next();
        whole += source.sliced(from, match.capturedStart() - from);
        const QString part = Templates::source(match.captured(1));
        whole += part.contains(u"{{>"_s) ? withParts(part, depth - 1) : part;
        from = match.capturedEnd();
    }
    return whole + source.sliced(from);
}

QString withTexts(const QString &source, const Words &words)
{
    QString whole;
    qsizetype from = 0;
    for (auto found = textPattern().globalMatch(source); found.hasNext();) {
        const QRegularExpressionMatch match = found.next();
        whole += source.sliced(from, match.capturedStart() - from);
        whole += words.text(match.captured(1).simplified().toUtf8().constData());
        from = match.capturedEnd();
    }
    return whole + source.sliced(from);
}

} // namespace

Templates::Templates(const Words &words)
{
    for (const QString &name : names()) {
        const QString whole = withTexts(withParts(source(name), partDepth), words);
        auto compiled = std::make_unique<kainjow::mustache::mustache>(whole.toStdString());
        if (!compiled->is_valid())
            qFatal("the page template %s is broken: %s", qUtf8Printable(name),
                   compiled->error_message().c_str());
        m_templates.emplace(name.toStdString(), std::move(compiled));
    }
}

QByteArray Templates::render(const std::string &name, const View &view) const
{
    const auto found = m_templates.find(name);
    if (found == m_templates.end())
        qFatal("there is no page template %s", name.c_str());
    return QByteArray::fromStdString(found->second->render(view.data()));
}

QStringList Templates::texts(const QString &source)
{
    QStringList all;
    for (auto found = textPattern().globalMatch(source); found.hasNext();)
        all.append(found.next().captured(1).simplified());
    return all;
}

QStringList Templates::names()
{
    QStringList all = QDir(templateFolder).entryList({u'*' + QString(templateSuffix)});
    for (QString &name : all)
        name.chop(templateSuffix.size());
    return all;
}

QString Templates::source(const QString &name)
{
    QFile file(templateFolder + name + templateSuffix);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("there is no page template %s", qUtf8Printable(name));
    static const QRegularExpression comments(u"\\{\\{![^}]*\\}\\}\\n?"_s);
    return QString::fromUtf8(file.readAll()).remove(comments);
}

} // namespace petalpost::server
