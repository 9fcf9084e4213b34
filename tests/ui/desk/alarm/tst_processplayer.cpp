// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/desk/alarm/processplayer.h"

#include <QtCore/QFile>
#include <QtCore/QFileInfo>
#include <QtCore/QRegularExpression>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

using namespace petalpost::desk;
using namespace Qt::Literals::StringLiterals;

/// The player with stand-ins for the sound system's programs.
class TestProcessPlayer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void theSoundsAreWaves();
    void playsThroughTheFirstThatWorks();
    void aHangingProgramIsBounded();
    void saysWhenNothingWorksAndRecovers();
    void saysSoWithoutAnyProgram();

private:
    /// Puts a program into the path; it notes its last argument and then does \a rest.
    void install(const QString &name, const QByteArray &rest)
    {
        QFile file(m_dir->filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("#!/bin/sh\nfor last; do :; done\necho \"" + name.toLatin1() + " $last\" >> "
                   + m_dir->filePath(u"played"_s).toLatin1() + "\n" + rest + "\n");
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    }
    QStringList played() const
    {
        QFile file(m_dir->filePath(u"played"_s));
        if (!file.open(QIODevice::ReadOnly))
            return {};
        QStringList lines;
        for (const QByteArray &line : file.readAll().split('\n')) {
            if (!line.isEmpty())
                lines << QString::fromLatin1(line.left(line.indexOf(' '))) % u' '
                             % QFileInfo(QString::fromLatin1(line)).fileName();
        }
        return lines;
    }

    std::unique_ptr<QTemporaryDir> m_dir;
};

void TestProcessPlayer::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
}

void TestProcessPlayer::theSoundsAreWaves()
{
    install(u"aplay"_s, "cp \"$last\" " + m_dir->filePath(u"heard"_s).toLatin1());
    for (const Sound sound : allSounds) {
        QFile::remove(m_dir->filePath(u"heard"_s));
        ProcessPlayer player({m_dir->path()});
        player.play(sound);
        QTRY_COMPARE(player.running(), 0);
        QFile heard(m_dir->filePath(u"heard"_s));
        QVERIFY(heard.open(QIODevice::ReadOnly));
        const QByteArray bytes = heard.readAll();
        QVERIFY(bytes.startsWith("RIFF") && bytes.sliced(8, 4) == "WAVE");
        QVERIFY(bytes.size() > 20'000 && bytes.size() < 60'000);
    }
    QCOMPARE(played(), (QStringList{u"aplay new-order.wav"_s, u"aplay cancelled.wav"_s,
                                    u"aplay offline.wav"_s, u"aplay late.wav"_s}));
}

void TestProcessPlayer::playsThroughTheFirstThatWorks()
{
    install(u"pw-play"_s, "exit 1");
    install(u"paplay"_s, "exit 0");
    install(u"aplay"_s, "exit 0");
    ProcessPlayer player({m_dir->path()});
    QVERIFY(player.isAudible());
    player.play(Sound::NewOrder);
    QTRY_COMPARE(player.running(), 0);
    QCOMPARE(played(), (QStringList{u"pw-play new-order.wav"_s, u"paplay new-order.wav"_s}));
    QVERIFY(player.isAudible());
}

void TestProcessPlayer::aHangingProgramIsBounded()
{
    install(u"pw-play"_s, "exec sleep 60");
    ProcessPlayer player({m_dir->path()});
    for (int i = 0; i < 10; ++i)
        player.play(Sound::NewOrder);
    QCOMPARE(player.running(), ProcessPlayer::maxRunning);
    QTRY_COMPARE(played().size(), ProcessPlayer::maxRunning); // and its end kills them
}

void TestProcessPlayer::saysWhenNothingWorksAndRecovers()
{
    install(u"paplay"_s, "exit 1");
    install(u"aplay"_s, "exit 1");
    ProcessPlayer player({m_dir->path()});
    QSignalSpy audible(&player, &SoundPlayer::audibleChanged);
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"can make a sound"_s));
    player.play(Sound::Late);
    QTRY_COMPARE(audible.size(), 1);
    QVERIFY(!player.isAudible());
    install(u"paplay"_s, "exit 0");
    player.play(Sound::Late);
    QTRY_VERIFY(player.isAudible());
    QCOMPARE(audible.size(), 2);
}

void TestProcessPlayer::saysSoWithoutAnyProgram()
{
    ProcessPlayer player({m_dir->path()});
    QVERIFY(!player.isAudible());
    player.play(Sound::NewOrder); // beeps; nothing breaks
    QCOMPARE(player.running(), 0);
}

QTEST_MAIN(TestProcessPlayer)
#include "tst_processplayer.moc"
