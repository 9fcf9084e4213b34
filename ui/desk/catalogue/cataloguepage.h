// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/sync/engine.h"
#include "ui/desk/style/page.h"

#include <QtCore/QTimer>

class QLabel;
class QLineEdit;
class QListView;
class QPushButton;
class QScrollArea;
class QVBoxLayout;

namespace petalpost::desk {

class ProductForm;
class ProductModel;
class Theme;

/// The screen 메뉴: what the shop sells. Selling and hiding change at once and can be taken back;
/// texts and prices are saved together. What is typed is kept in the desk's file until then.
class CataloguePage : public Page
{
    Q_OBJECT

public:
    static constexpr int draftMs = 200; ///< how long after the last key it is kept

    /// Everything handed in must outlive the page.
    CataloguePage(sync::Engine &engine, const Theme &theme, QWidget *parent = nullptr);
    ~CataloguePage() override;

    void focusContent() override;
    void holdBanners(QWidget *banners) override;
    /// Saves what was typed, if anything was.
    void save();
    qint64 currentProduct() const { return m_current; }
    void setCurrentProduct(qint64 productId);

Q_SIGNALS:
    /// Something was changed at once; \a back changes it back.
    void toggled(qint64 productId, const QString &text, const QJsonObject &back);
    void saved(const QString &text);
    void refusedAtOnce(const petalpost::Refusal &refusal);

private:
    void buildHeader();
    QWidget *buildList();
    QWidget *buildEditor();
    void connectEngine();
    void loadDrafts();
    void select(qint64 productId);
    void beginNew();
    void toggle(const QString &field, bool on, const QString &text);
    void noteEdited();
    void keepDraft();
    void dropDraft(qint64 productId);
    void refreshEditor();
    void refreshEmpty();
    void dress();
    /// The product of the form: a fresh one while it is not there yet.
    Product edited() const;

    sync::Engine &m_engine;
    const Theme &m_theme;
    ProductModel *m_model;
    QVBoxLayout *m_column;
    QLabel *m_heading = nullptr;
    QLineEdit *m_search = nullptr;
    QPushButton *m_new = nullptr;
    QListView *m_list = nullptr;
    QLabel *m_empty = nullptr;
    QScrollArea *m_editor = nullptr;
    QLabel *m_title = nullptr;
    QPushButton *m_soldOut = nullptr;
    QPushButton *m_hidden = nullptr;
    ProductForm *m_form = nullptr;
    std::map<qint64, QJsonObject> m_drafts; ///< by product; 0: the new one
    QTimer m_keep;
    qint64 m_current = 0;
    bool m_editing = false; ///< a product is in the form
};

} // namespace petalpost::desk
