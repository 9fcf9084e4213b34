// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/bench/load.h"

#include <QtCore/QByteArray>
#include <QtCore/QStringBuilder>

#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <chrono>

namespace petalpost::bench {

namespace {

using SteadyClock = std::chrono::steady_clock;

constexpr int graceMs = 5'000; ///< for the answers that are under way at the end

QByteArray orderRequest()
{
    const QByteArray body = R"({"flowerName":"AAAA","qty":5})";
    return QByteArray("POST /orders HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: "
                      "application/json\r\nContent-Length: ")
           + QByteArray::number(body.size()) + QByteArray("\r\n\r\n") + body;
}

struct Customer
{
    int fd = -1;
    QByteArray received;
    SteadyClock::time_point askedAt;
};

double msSince(SteadyClock::time_point then)
{
    return std::chrono::duration<double, std::milli>(SteadyClock::now() - then).count();
}

bool ask(Customer &customer, const QByteArray &request)
{
    customer.received.clear();
    customer.askedAt = SteadyClock::now();
    return ::send(customer.fd, request.constData(), std::size_t(request.size()), MSG_NOSIGNAL)
           == request.size();
}

bool join(Customer &customer, quint16 port)
{
    customer.fd = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    const int on = 1;
    ::setsockopt(customer.fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    return ::connect(customer.fd, reinterpret_cast<const sockaddr *>(&address), sizeof address)
           == 0;
}

/// Whether head and body of an answer are there.
bool isWhole(const QByteArray &received)
{
    const qsizetype head = received.indexOf("\r\n\r\n");
    const qsizetype name = received.indexOf("Content-Length: ");
    if (head < 0 || name < 0)
        return false;
    const qsizetype from = name + 16;
    return received.size()
           >= head + 4 + received.mid(from, received.indexOf('\r', from) - from).toLongLong();
}

LoadResult requestFor(quint16 port, int connections, int ms, const QByteArray &request,
                      const QByteArray &hopedFor)
{
    LoadResult result;
    std::vector<Customer> customers(static_cast<std::size_t>(connections));
    const int poll = ::epoll_create1(EPOLL_CLOEXEC);
    int open = 0;
    for (std::size_t i = 0; i < customers.size(); ++i) {
        epoll_event event{};
        event.events = EPOLLIN;
        event.data.u64 = i;
        if (join(customers[i], port)
            && ::epoll_ctl(poll, EPOLL_CTL_ADD, customers[i].fd, &event) == 0)
            ++open;
    }
    result.others = connections - open;
    const auto start = SteadyClock::now();
    int waiting = 0;
    for (Customer &customer : customers)
        waiting += ask(customer, request) ? 1 : 0;
    std::array<epoll_event, 64> events;
    std::array<char, 16 * 1024> buffer;
    while (waiting > 0 && msSince(start) < ms + graceMs) {
        const int ready = ::epoll_wait(poll, events.data(), int(events.size()), 100);
        for (int i = 0; i < ready; ++i) {
            Customer &customer = customers[events[std::size_t(i)].data.u64];
            const auto got = ::recv(customer.fd, buffer.data(), buffer.size(), MSG_DONTWAIT);
            if (got <= 0) {
                ::epoll_ctl(poll, EPOLL_CTL_DEL, customer.fd, nullptr);
                ++result.others;
                --waiting;
                continue;
            }
            customer.received.append(buffer.data(), got);
            if (!isWhole(customer.received))
                continue;
            --waiting;
            result.answerMs.push_back(msSince(customer.askedAt));
            ++(customer.received.startsWith(hopedFor) ? result.placed : result.others);
            if (msSince(start) < ms && ask(customer, request))
                ++waiting;
        }
    }
    result.seconds = msSince(start) / 1000;
    result.others += waiting;
    for (const Customer &customer : customers)
        ::close(customer.fd);
    ::close(poll);
    return result;
}

} // namespace

LoadResult orderFor(quint16 port, int connections, int ms)
{
    return requestFor(port, connections, ms, orderRequest(), "HTTP/1.1 201");
}

LoadResult lookFor(quint16 port, int connections, int ms)
{
    return requestFor(port, connections, ms, "GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n",
                      "HTTP/1.1 200");
}

} // namespace petalpost::bench
