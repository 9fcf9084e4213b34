// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/photos/photodecoder.h"

#include "core/domain/photo.h"
#include "core/server/photos/photoexit.h"

#include <QtCore/QDataStream>
#include <QtCore/QLoggingCategory>
#include <QtCore/QProcess>
#include <QtCore/QTimer>

#include <limits>
#include <linux/close_range.h>
#include <unistd.h>

Q_LOGGING_CATEGORY(lcPhotos, "petalpost.photos")

using namespace Qt::Literals::StringLiterals;

namespace petalpost::server {

namespace {

/// Both renderings, and what tells them apart.
constexpr qint64 mostOutputBytes = 2 * photobounds::renderingBytes + 1024;

Refusal invalid(const QString &why)
{
    return Refusal::of(RefusalCode::InvalidPhoto, u"photo"_s, why);
}

bool isWebp(const QByteArray &rendering)
{
    return rendering.startsWith("RIFF") && rendering.mid(8, 4) == "WEBP"
           && rendering.size() <= photobounds::renderingBytes;
}

/// The program is ours, but what it read was not: its output is believed as far as it can be seen.
Result<DecodedPhoto> photoIn(const QByteArray &output)
{
    QDataStream in(output);
    in.setVersion(QDataStream::Qt_6_0);
    DecodedPhoto photo;
    in >> photo.small >> photo.large;
    if (in.status() != QDataStream::Ok || !isWebp(photo.small) || !isWebp(photo.large))
        return refuse(invalid(u"format"_s));
    return photo;
}

Result<DecodedPhoto> outcomeOf(const QProcess &process, const QByteArray &output)
{
    if (process.error() == QProcess::FailedToStart) {
        qCCritical(lcPhotos) << "petalpost-photo could not be started:" << process.errorString();
        return refuse(RefusalCode::Busy);
    }
    if (process.exitStatus() == QProcess::CrashExit)
        return refuse(invalid(u"format"_s)); // it took the decoder with it, or all its time
    switch (static_cast<PhotoExit>(process.exitCode())) {
    case PhotoExit::Done:
        return photoIn(output);
    case PhotoExit::TooLarge:
        return refuse(invalid(u"pixels"_s));
    case PhotoExit::NoPicture:
        return refuse(invalid(u"format"_s));
    }
    return refuse(invalid(u"format"_s));
}

} // namespace

struct PhotoDecoder::Job
{
    QByteArray file;
    QPromise<Result<DecodedPhoto>> promise;
    QByteArray output;
    QProcess *process = nullptr;

    void answer(Result<DecodedPhoto> result)
    {
        promise.addResult(std::move(result));
        promise.finish();
    }
};

PhotoDecoder::PhotoDecoder(QString program, int deadlineMs, QObject *parent)
    : QObject(parent)
    , m_program(std::move(program))
    , m_deadlineMs(deadlineMs)
{
}

PhotoDecoder::~PhotoDecoder()
{
    stop();
}

QFuture<Result<DecodedPhoto>> PhotoDecoder::decode(QByteArray file)
{
    auto job = std::make_shared<Job>();
    job->file = std::move(file);
    job->promise.start();
    auto future = job->promise.future();
    if (m_stopped || m_waiting.size() >= mostWaiting) {
        job->answer(refuse(RefusalCode::Busy));
        return future;
    }
    m_waiting.push_back(std::move(job));
    startNext();
    return future;
}

void PhotoDecoder::startNext()
{
    while (!m_waiting.empty() && m_running.size() < mostAtOnce) {
        auto job = std::move(m_waiting.front());
        m_waiting.pop_front();
        start(std::move(job));
    }
}

void PhotoDecoder::start(std::shared_ptr<Job> job)
{
    m_running.insert(job);
    auto *process = new QProcess(this);
    job->process = process;
    // Nothing of ours goes with it: no key from the environment, no open file, no socket.
    QProcessEnvironment bare;
    bare.insert(u"LC_ALL"_s, u"C.UTF-8"_s);
    process->setProcessEnvironment(bare);
    process->setChildProcessModifier([] {
        constexpr unsigned firstOther = 3;
        ::close_range(firstOther, std::numeric_limits<unsigned>::max(), CLOSE_RANGE_CLOEXEC);
    });
    process->setStandardErrorFile(QProcess::nullDevice());
    connect(process, &QProcess::readyReadStandardOutput, this, [process, job] {
        job->output += process->readAllStandardOutput();
        if (job->output.size() > mostOutputBytes)
            process->kill();
    });
    connect(process, &QProcess::finished, this, [this, process, job] { end(*process, job); });
    connect(process, &QProcess::errorOccurred, this, [this, process, job](auto error) {
        if (error == QProcess::FailedToStart)
            end(*process, job);
    });
    QTimer::singleShot(m_deadlineMs, process, [process] { process->kill(); });
    process->start(m_program, {});
    process->write(std::exchange(job->file, {}));
    process->closeWriteChannel();
}

void PhotoDecoder::end(QProcess &process, const std::shared_ptr<Job> &job)
{
    if (m_running.erase(job) == 0)
        return; // answered by stop()
    process.deleteLater();
    job->answer(outcomeOf(process, job->output + process.readAllStandardOutput()));
    startNext();
}

void PhotoDecoder::stop()
{
    m_stopped = true;
    for (const auto &job : std::exchange(m_waiting, {}))
        job->answer(refuse(RefusalCode::Busy));
    for (const auto &job : std::exchange(m_running, {})) {
        job->process->disconnect(this);
        job->process->kill();
        job->process->waitForFinished();
        job->answer(refuse(RefusalCode::Busy));
    }
}

} // namespace petalpost::server
