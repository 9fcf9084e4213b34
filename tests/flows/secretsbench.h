// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/support/fakeprovider.h"
#include "tests/support/serverprocess.h"

#include <QtCore/QRegularExpression>
#include <QtCore/QTemporaryDir>

#include <set>

namespace petalpost::test {

/// The real program with both gateways, customers whose secrets are known, and all that was written
/// and answered while it ran: what a secret must not be found in.
class SecretsBench
{
public:
    static constexpr auto tossKey = "test_gsk_Xq7fSeededTossSecretR2";
    static constexpr auto wrongTossKey = "test_gsk_Xw4wSeededWrongTossKeyP9";
    static constexpr auto stripeKey = "sk_test_Xs3kSeededStripeSecretM8";
    static constexpr auto wrongStripeKey = "sk_live_Xv6cSeededWrongStripeKeyB1";
    static constexpr auto hookSecret = "whsec_Xh5dSeededHookSecretK4";
    static constexpr auto strayToken = "Xt9zSeededStrayTokenL6";
    static constexpr auto card = "4929731846205573";

    /// Whom an error page may tell it.
    enum class Owner { Nobody, Visitor };

    struct Secret
    {
        QByteArray name;
        QByteArray text; ///< what is looked for
        Owner owner = Owner::Nobody;
    };

    /// An error as it reached a client, headers and all.
    struct ErrorSeen
    {
        QByteArray what;
        int status = 0;
        QByteArray bytes;
        bool isForm = false; ///< a form that shows its visitor what was just typed
    };

    explicit SecretsBench(QString petalpostd)
        : program(std::move(petalpostd))
    {
    }

    /// Starts provider and program; every line of the program's log is written.
    void begin()
    {
        QVERIFY(
            qputenv("QT_LOGGING_RULES", "*=true")); // of the programs that are started from here
        QVERIFY(qputenv("QT_MESSAGE_PATTERN", "%{category} %{type}: %{message}"));
        for (const auto &[name, key] :
             {std::pair("toss key", tossKey), std::pair("wrong toss key", wrongTossKey),
              std::pair("stripe key", stripeKey), std::pair("wrong stripe key", wrongStripeKey),
              std::pair("webhook secret", hookSecret), std::pair("stray token", strayToken)}) {
            remember(name, key);
            remember(name, QByteArray(QByteArray(key) + ':').toBase64());
        }
        remember("card", card);
        remember("card", "4929 7318 4620 5573");
        remember("owner's phone", "66554437");
        remember("owner's phone", "6655-4437");
        for (const QByteArray &part :
             {QByteArray("91827364"), QByteArray("9182-7364"), QByteArray("9182 7364")})
            remember("sender's phone", part, Owner::Visitor);
        for (const QByteArray &part :
             {QByteArray("55473829"), QByteArray("5547-3829"), QByteArray("5547 3829")})
            remember("recipient's phone", part, Owner::Visitor);
        for (const QString &text : {name, recipient, street, cardText})
            remember("personal text", text.toUtf8(), Owner::Visitor);

        QVERIFY2(provider.start(), provider.log().constData());
        QCOMPARE(
            provider
                .control(QStringLiteral("settings"),
                         {{QStringLiteral("tossSecretKey"), QString::fromLatin1(tossKey)},
                          {QStringLiteral("stripeKey"), QString::fromLatin1(stripeKey)},
                          {QStringLiteral("stripeWebhookSecret"), QString::fromLatin1(hookSecret)}})
                .status,
            200);
        QVERIFY(writeConfig(provider.url().toString()));
        QVERIFY2(start(), server->log().constData());
        QVERIFY(provider.sendWebhooksTo(server->url()));
    }

    bool writeConfig(const QString &tossUrl, const QByteArray &toss = tossKey,
                     const QByteArray &stripe = stripeKey)
    {
        QFile file(dir.filePath(QStringLiteral("petalpostd.ini")));
        if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate))
            return false;
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
        file.write(QStringLiteral(
                       "[shop]\nownerPhone=010-6655-4437\n[payment]\ngateways=toss, stripe\n"
                       "[toss]\nclientKey=%1\nsecretKey=%2\napiUrl=%3\nscriptUrl=%3/v2/standard\n"
                       "[stripe]\nsecretKey=%4\nwebhookSecret=%5\nbaseUrl=%6\n")
                       .arg(QString::fromLatin1(FakeProvider::tossClientKey),
                            QString::fromLatin1(toss), tossUrl, QString::fromLatin1(stripe),
                            QString::fromLatin1(hookSecret), provider.url().toString())
                       .toUtf8());
        return true;
    }

    bool start()
    {
        server = std::make_unique<ServerProcess>(
            program, dir.filePath(QStringLiteral("data")),
            QStringList{QStringLiteral("--config"),
                        dir.filePath(QStringLiteral("petalpostd.ini"))});
        if (!server->start())
            return false;
        calls = std::make_unique<HttpCalls>(server->url());
        remember("owner's token", server->token());
        return true;
    }

    void stop()
    {
        QVERIFY2(server->stop(), server->log().constData());
        log += server->log();
    }

    QByteArray run(const QStringList &arguments)
    {
        QProcess process;
        process.setProcessChannelMode(QProcess::MergedChannels);
        process.start(program, arguments);
        if (!process.waitForFinished(commandMs))
            return {};
        return process.readAll();
    }

    Answer ask(const QByteArray &method, const QString &path, const QByteArray &body = {},
               Headers headers = {})
    {
        const std::unique_ptr<QNetworkReply> reply(
            network.sendCustomRequest(calls->request(path, headers), method, body));
        QSignalSpy finished(reply.get(), &QNetworkReply::finished);
        if (!reply->isFinished() && !finished.wait(HttpCalls::answerMs))
            return {};
        Answer answer = Answer::of(*reply);
        statuses.insert(answer.status);
        location = reply->header(QNetworkRequest::LocationHeader).toUrl().toString();
        if (answer.status < 400)
            return answer;
        ErrorSeen error{method + ' ' + path.toUtf8(), answer.status, {}, false};
        for (const auto &[name, value] : reply->rawHeaderPairs())
            error.bytes += name + ": " + value + '\n';
        error.bytes += answer.body;
        error.isForm =
            path.contains(QLatin1String("/shop/")) && answer.type.startsWith("text/html");
        errors.push_back(std::move(error));
        return answer;
    }

    Answer askJson(const QByteArray &method, const QString &path, const QJsonObject &body,
                   Headers headers = {})
    {
        headers.emplaceBack("Content-Type", "application/json");
        return ask(method, path, QJsonDocument(body).toJson(QJsonDocument::Compact), headers);
    }

    /// From another phone each time: one has a single unpaid order.
    Answer order(const QString &phone = QStringLiteral("0109182%1"))
    {
        const QString digits = QString::number(++lastPhone);
        for (const QString &part :
             {QStringLiteral("9182%1"), QStringLiteral("9182-%1"), QStringLiteral("9182 %1")})
            remember("sender's phone", part.arg(digits).toLatin1(), Owner::Visitor);
        Answer placed =
            askJson("POST", QStringLiteral("/orders"),
                    {{QStringLiteral("flowerName"), QStringLiteral("Rose")},
                     {QStringLiteral("qty"), 2},
                     {QStringLiteral("customerName"), name},
                     {QStringLiteral("phoneNumber"), phone.arg(digits)},
                     {QStringLiteral("address"), street},
                     {QStringLiteral("cardMessage"), cardText},
                     {QStringLiteral("recipient"),
                      QJsonObject{{QStringLiteral("name"), recipient},
                                  {QStringLiteral("phone"), QStringLiteral("010-5547-3829")}}}});
        remember("order's token",
                 placed.json().value(QStringLiteral("accessToken")).toString().toLatin1(),
                 Owner::Visitor);
        return placed;
    }

    /// The tracking page's button, with \a gateway.
    QString choose(const QByteArray &token, const QString &gateway)
    {
        static const QRegularExpression proof(QStringLiteral("name=\"csrf\" value=\"([^\"]+)\""));
        const QString path = QStringLiteral("/t/") + QString::fromLatin1(token);
        const QString csrf = proof.match(ask("GET", path).text()).captured(1);
        ask("POST", path + QStringLiteral("/pay"),
            form({{QStringLiteral("csrf"), csrf}, {QStringLiteral("gateway"), gateway}}),
            {{"Content-Type", "application/x-www-form-urlencoded"}, {"Accept", "text/html"}});
        return location;
    }

    QString agreeAtToss(const QString &payUrl, const QString &outcome = {})
    {
        const QString attempt = payUrl.section(u'/', -1);
        QJsonObject wish{{QStringLiteral("orderId"), attempt},
                         {QStringLiteral("amount"), 2'000},
                         {QStringLiteral("successUrl"),
                          QString(QStringLiteral("http://shop.example/shop/return/") + attempt)}};
        if (!outcome.isEmpty())
            wish.insert(QStringLiteral("outcome"), outcome);
        return provider.control(QStringLiteral("toss/authenticate"), wish)
            .json()
            .value(QStringLiteral("location"))
            .toString();
    }

    void comeBack(const QString &back)
    {
        const QUrl url(back);
        ask("GET", url.query().isEmpty() ? url.path() : QString(url.path() + u'?' + url.query()),
            {}, {{"Accept", "text/html"}});
    }

    static QByteArray form(const QList<std::pair<QString, QString>> &fields)
    {
        QByteArray body;
        for (const auto &[name, value] : fields)
            body += (body.isEmpty() ? "" : "&") + QUrl::toPercentEncoding(name) + '='
                    + QUrl::toPercentEncoding(value);
        return body;
    }

    void remember(const QByteArray &what, const QByteArray &text, Owner owner = Owner::Nobody)
    {
        if (!text.isEmpty())
            secrets.push_back({what, text, owner});
    }

    /// That no secret is in a line of the log, nor in an answer whose reader it is not for.
    void nothingIsTold()
    {
        QStringList told;
        for (const Secret &secret : secrets) {
            for (const QByteArray &line : QByteArray(log + printed).split('\n')) {
                if (line.contains(secret.text))
                    told.append(QString::fromUtf8(secret.name + " in the log: " + line));
            }
            for (const ErrorSeen &error : errors) {
                const bool own =
                    secret.owner == Owner::Visitor && (error.isForm || error.what.contains(" /t/"));
                if (!own && error.bytes.contains(secret.text))
                    told.append(QString::fromUtf8(secret.name + " in "
                                                  + QByteArray::number(error.status) + " to "
                                                  + error.what + ": " + error.bytes));
            }
        }
        QVERIFY2(told.isEmpty(), qPrintable(QStringLiteral("%1: ").arg(told.size())
                                            + told.mid(0, 5).join(QStringLiteral("\n"))));
        qInfo("%d secrets, %d error answers, %lld lines", int(secrets.size()), int(errors.size()),
              qlonglong(log.count('\n') + printed.count('\n')));
    }

    /// That the log has each of \a lines and that every status of \a all was answered: it would be
    /// seen.

    void hasSaid(const std::vector<const char *> &lines, const std::vector<int> &all) const
    {
        for (const char *line : lines)
            QVERIFY2(log.contains(line), line);
        for (const int status : all)
            QVERIFY2(statuses.contains(status),
                     qPrintable(QStringLiteral("no answer %1").arg(status)));
    }

    const QString name = QStringLiteral("갈매기조나단");
    const QString recipient = QStringLiteral("무지개송어");
    const QString street = QStringLiteral("비밀동 숨은골목길 98765");
    const QString cardText = QStringLiteral("아무에게도 말하지 않은 카드 문구");
    const QString program;
    QTemporaryDir dir;
    FakeProvider provider;
    std::unique_ptr<ServerProcess> server;
    std::unique_ptr<HttpCalls> calls;
    QNetworkAccessManager network;
    std::vector<Secret> secrets;
    std::vector<ErrorSeen> errors;
    std::set<int> statuses;
    QString location; ///< of the last answer
    QByteArray log;
    QByteArray printed;

private:
    static constexpr int commandMs = 60'000;
    int lastPhone = 7364;
};

} // namespace petalpost::test
