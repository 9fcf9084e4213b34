// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/style/theme.h"

#include <algorithm>
#include <array>

#include <QAbstractButton>
#include <QApplication>
#include <QFontDatabase>
#include <QLoggingCategory>
#include <QPalette>
#include <QStyle>

#include "ui/desk/style/petalstyle.h"
#include "ui/desk/style/resources.h"

namespace petalpost::desk {

using namespace Qt::Literals::StringLiterals;

namespace {

Q_LOGGING_CATEGORY(lcStyle, "petalpost.style")

constexpr auto kindProperty = "petalKind";
constexpr qreal smallestPt = 9.0;

struct RoleType
{
    qreal pt;
    QFont::Weight weight;
};

/// In the order of TypeRole.
constexpr std::array<RoleType, 7> roleTypes{{
    {9.0, QFont::Normal},
    {10.0, QFont::Normal},
    {10.5, QFont::DemiBold},
    {11.5, QFont::Bold},
    {13.0, QFont::Bold},
    {15.0, QFont::Bold},
    {22.0, QFont::Bold},
}};

RoleType roleType(TypeRole role)
{
    return roleTypes[static_cast<std::size_t>(role)];
}

void loadFonts()
{
    static const bool once = [] {
        for (const auto weight : {"Regular"_L1, "Medium"_L1, "SemiBold"_L1, "Bold"_L1}) {
            const QString file = u":/fonts/Pretendard-"_s + weight + u".otf"_s;
            if (QFontDatabase::addApplicationFont(file) < 0) {
                qCWarning(lcStyle) << "cannot load the font" << file;
            }
        }
        return true;
    }();
    Q_UNUSED(once)
}

QPalette widgetPalette(const Palette &c)
{
    QPalette p;
    p.setColor(QPalette::Window, c.bg);
    p.setColor(QPalette::WindowText, c.text);
    p.setColor(QPalette::Base, c.surface);
    p.setColor(QPalette::AlternateBase, c.surface2);
    p.setColor(QPalette::Text, c.text);
    p.setColor(QPalette::Button, c.surface);
    p.setColor(QPalette::ButtonText, c.text);
    p.setColor(QPalette::BrightText, c.dangerFg);
    p.setColor(QPalette::Highlight, c.selBg);
    p.setColor(QPalette::HighlightedText, c.text);
    p.setColor(QPalette::PlaceholderText, c.text3);
    p.setColor(QPalette::Link, c.link);
    p.setColor(QPalette::LinkVisited, c.link);
    p.setColor(QPalette::ToolTipBase, c.toastBg);
    p.setColor(QPalette::ToolTipText, c.toastText);
    p.setColor(QPalette::Light, c.surface);
    p.setColor(QPalette::Midlight, c.surface2);
    p.setColor(QPalette::Mid, c.line);
    p.setColor(QPalette::Dark, c.lineStrong);
    p.setColor(QPalette::Shadow, c.isDark ? c.bg : c.lineStrong);
    for (const auto role :
         {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::HighlightedText}) {
        p.setColor(QPalette::Disabled, role, c.text3);
    }
    p.setColor(QPalette::Disabled, QPalette::Base, c.surface2);
    p.setColor(QPalette::Disabled, QPalette::Highlight, c.surface3);
    return p;
}

/// Only what a style sheet does without harm: header sections and containers. Everything with an
/// arrow, a tick or a focus ring belongs to PetalStyle.
QString styleSheet(const Palette &c)
{
    QString sheet = uR"(
        QHeaderView { background: @surface2; border: 0; }
        QHeaderView::section { background: @surface2; color: @text2; border: 0;
            border-bottom: 1px solid @line; padding: 7px 10px; font-weight: 600; }
        QTableView { gridline-color: @line; border: 1px solid @line; border-radius: 8px; }
        QTableView QTableCornerButton::section { background: @surface2; border: 0; }
        QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
        QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
        QScrollBar::handle { background: @lineStrong; border-radius: 4px; margin: 2px; }
        QScrollBar::handle:vertical { min-height: 32px; }
        QScrollBar::handle:horizontal { min-width: 32px; }
        QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
        QScrollBar::add-page, QScrollBar::sub-page { background: none; }
        QToolTip { background: @toastBg; color: @toastText; border: 0; padding: 6px 8px; }
        QGroupBox { border: 1px solid @line; border-radius: 8px; margin-top: 14px;
            padding: 14px 12px 12px 12px; font-weight: 600; }
        QGroupBox::title { subcontrol-origin: margin; left: 10px; padding: 0 4px;
            color: @text2; }
        QTabWidget::pane { border: 0; border-top: 1px solid @line; }
        QTabBar::tab { background: transparent; color: @text2; border: 2px solid transparent;
            padding: 7px 14px; }
        QTabBar::tab:selected { color: @text; border-bottom-color: @primary; }
        QTabBar::tab:selected:focus { border-color: @focus; }
        QStatusBar { background: @surface; border-top: 1px solid @line; }
        QStatusBar::item { border: 0; }
        QMenu { background: @surface; border: 1px solid @lineStrong; padding: 4px; }
        QMenu::item { padding: 7px 24px 7px 12px; border-radius: 4px; }
        QMenu::item:selected { background: @selBg; color: @text; }
        QMenu::item:disabled { color: @text3; }
        QMenu::separator { height: 1px; background: @line; margin: 4px 8px; }
    )"_s;
    const std::pair<QLatin1StringView, QColor> tokens[] = {
        {"@toastText"_L1, c.toastText},
        {"@toastBg"_L1, c.toastBg},
        {"@lineStrong"_L1, c.lineStrong},
        {"@line"_L1, c.line},
        {"@surface2"_L1, c.surface2},
        {"@surface"_L1, c.surface},
        {"@text2"_L1, c.text2},
        {"@text3"_L1, c.text3},
        {"@text"_L1, c.text},
        {"@selBg"_L1, c.selBg},
        {"@primary"_L1, c.primary},
        {"@focus"_L1, c.focus},
    };
    for (const auto &[name, colour] : tokens) {
        sheet.replace(name, colour.name());
    }
    return sheet;
}

} // namespace

void setInk(QWidget &label, const QColor &ink)
{
    QPalette palette = label.palette();
    palette.setColor(QPalette::WindowText, ink);
    label.setPalette(palette);
}

void setButtonKind(QAbstractButton &button, ButtonKind kind)
{
    button.setProperty(kindProperty, static_cast<int>(kind));
    button.update();
}

ButtonKind buttonKind(const QAbstractButton &button)
{
    return static_cast<ButtonKind>(button.property(kindProperty).toInt());
}

Theme::Theme(QObject *parent)
    : QObject(parent)
{
}

void Theme::setChoice(ThemeChoice choice)
{
    if (m_choice != choice) {
        m_choice = choice;
        Q_EMIT changed();
    }
}

void Theme::setSystemDark(bool dark)
{
    if (m_systemDark == dark) {
        return;
    }
    m_systemDark = dark;
    if (m_choice == ThemeChoice::System) {
        Q_EMIT changed();
    }
}

void Theme::setTextScale(qreal scale)
{
    const qreal before = textScale();
    m_textScale = std::clamp(scale, minTextScale, maxTextScale);
    if (!qFuzzyCompare(before, textScale()))
        Q_EMIT changed();
}

void Theme::setChosenTextScale(std::optional<qreal> scale)
{
    const qreal before = textScale();
    m_chosenScale = scale;
    if (m_chosenScale)
        m_chosenScale = std::clamp(*m_chosenScale, minTextScale, maxTextScale);
    if (!qFuzzyCompare(before, textScale()))
        Q_EMIT changed();
}

void Theme::setReducedMotion(bool reduced)
{
    if (m_reducedMotion != reduced) {
        m_reducedMotion = reduced;
        Q_EMIT changed();
    }
}

bool Theme::isDark() const
{
    return m_choice == ThemeChoice::Dark || (m_choice == ThemeChoice::System && m_systemDark);
}

const Palette &Theme::palette() const
{
    return isDark() ? darkPalette() : lightPalette();
}

qreal Theme::fontPt(TypeRole role) const
{
    return std::max(smallestPt, roleType(role).pt * textScale());
}

QFont Theme::font(TypeRole role) const
{
    QFont font;
    // Pretendard has no Hanja, so Noto follows it.
    font.setFamilies({u"Pretendard"_s, u"Noto Sans CJK KR"_s, u"NanumGothic"_s});
    font.setPointSizeF(fontPt(role));
    font.setWeight(roleType(role).weight);
    return font;
}

void Theme::apply(QApplication &app) const
{
    initStyleResources();
    loadFonts();
    app.setStyleSheet({});
    app.setStyle(new PetalStyle(palette(), textScale(), m_reducedMotion));
    app.setPalette(widgetPalette(palette()));
    app.setFont(font(TypeRole::Body));
    app.setStyleSheet(styleSheet(palette()));
}

} // namespace petalpost::desk
