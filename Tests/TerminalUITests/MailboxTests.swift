import Glibc
import TestSupport
import Testing

@testable import TerminalUI

@Suite(.alone) struct MailboxTests {
  @Test func `keeps the order and wakes once for many`() throws {
    let mailbox = try Mailbox<Int>()
    defer { mailbox.close() }
    for number in 0..<10_000 { mailbox.post(number) }
    #expect(isReadable(mailbox))
    let (events, signals) = mailbox.takeAll()
    #expect(events == Array(0..<10_000))
    #expect(signals.isEmpty)
    #expect(!isReadable(mailbox))
  }

  @Test func `tells signals from wake-ups`() throws {
    let mailbox = try Mailbox<Int>()
    defer { mailbox.close() }
    mailbox.post(1)
    var signals: [UInt8] = [UInt8(SIGTERM), UInt8(SIGWINCH)]
    #expect(write(mailbox.writeDescriptor, &signals, 2) == 2)
    #expect(mailbox.takeSignals() == [SIGTERM, SIGWINCH])
    mailbox.announceEvents()
    #expect(isReadable(mailbox))
    #expect(mailbox.takeAll().events == [1])
  }

  @Test func `drops what is posted after the end`() throws {
    let mailbox = try Mailbox<Int>()
    mailbox.close()
    mailbox.post(1)
    #expect(mailbox.takeAll().events.isEmpty)
  }

  private func isReadable(_ mailbox: Mailbox<Int>) -> Bool {
    var descriptor = pollfd(fd: mailbox.readDescriptor, events: Int16(POLLIN), revents: 0)
    return poll(&descriptor, 1, 0) == 1
  }
}
