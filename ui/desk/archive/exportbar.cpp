// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/desk/archive/exportbar.h"

#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QProgressBar>
#include <QtWidgets/QPushButton>

using namespace Qt::Literals::StringLiterals;

namespace petalpost::desk {

ExportBar::ExportBar(QWidget *parent)
    : QWidget(parent)
    , m_text(new QLabel(this))
    , m_progress(new QProgressBar(this))
{
    setObjectName(u"exportBar"_s);
    m_text->setObjectName(u"exportText"_s);
    m_progress->setObjectName(u"exportProgress"_s);
    m_progress->setAccessibleName(tr("내보내기"));
    m_progress->setRange(0, 100);
    m_progress->setTextVisible(false);
    auto *stop = new QPushButton(tr("내보내기 멈추기"), this);
    stop->setObjectName(u"exportCancel"_s);
    connect(stop, &QPushButton::clicked, this, [this] {
        if (m_export)
            m_export->cancel();
    });
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(m_text);
    row->addWidget(m_progress, 1);
    row->addWidget(stop);
    hide();
}

void ExportBar::follow(std::unique_ptr<CsvExport> csv)
{
    m_export = csv.release();
    m_export->setParent(this);
    m_progress->setValue(0);
    m_text->setText(tr("내보내는 중…"));
    connect(m_export, &CsvExport::progressed, this, [this](int orders, int percent) {
        m_text->setText(tr("내보내는 중 · %n건", nullptr, orders));
        m_progress->setValue(percent);
    });
    connect(m_export, &CsvExport::finished, this, &ExportBar::finish);
    show();
    m_export->start();
}

void ExportBar::finish(CsvExport::End end, int orders, const QString &error)
{
    std::exchange(m_export, nullptr)->deleteLater();
    hide();
    switch (end) {
    case CsvExport::End::Done:
        Q_EMIT ended(tr("주문 %n건을 파일에 저장했어요", nullptr, orders));
        break;
    case CsvExport::End::Cancelled:
        Q_EMIT ended(tr("내보내기를 멈췄어요. 파일은 만들지 않았어요"));
        break;
    case CsvExport::End::Failed:
        Q_EMIT ended(tr("파일을 쓰지 못했어요: %1").arg(error));
        break;
    }
}

} // namespace petalpost::desk
