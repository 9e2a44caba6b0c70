import AttioAPI
import Ground
import TestSupport
import Testing

struct RetryAfterTests {
  /// Sun, 06 Nov 1994 08:49:37 GMT.
  private static let then: Double = 784_111_777

  @Test(arguments: [
    ("9", 9.0),
    (" 9 ", 9),
    ("0", 0),
    ("99999", 3600),
    ("99999999999999999999999999", 3600),
    ("Sun, 06 Nov 1994 08:49:37 GMT", 0),
    ("Sun, 06 Nov 1994 08:49:42 GMT", 5),
    ("Sun, 06 Nov 1994 08:40:00 GMT", 0),
    ("Mon, 07 Nov 1994 08:49:37 GMT", 3600),
  ])
  func `reads seconds and dates`(value: String, wait: Double) {
    #expect(RetryAfter.seconds(value, now: Self.then) == wait)
  }

  @Test func `rounds a part of a second up`() {
    let value = "Sun, 06 Nov 1994 08:49:42 GMT"
    #expect(RetryAfter.seconds(value, now: Self.then + 0.25) == 5)
  }

  @Test(arguments: ["", "-1", "1.5", "soon", "1994-11-06T08:49:37Z", "0x9", "٩", "9 s"])
  func `knows no other form`(value: String) {
    #expect(RetryAfter.seconds(value, now: Self.then) == nil)
  }

  @Test(arguments: [
    ("Thu, 01 Jan 1970 00:00:00 GMT", 0.0),
    ("Sun, 06 Nov 1994 08:49:37 GMT", 784_111_777),
    ("Tue, 29 Feb 2000 23:59:59 GMT", 951_868_799),
    ("Fri, 31 Dec 1999 23:59:60 GMT", 946_684_800),
    ("Thu, 31 Dec 2026 12:00:00 GMT", 1_798_718_400),
    ("Fri, 01 Mar 2400 00:00:00 GMT", 13_574_649_600),
  ])
  func `counts the seconds of a date`(text: String, seconds: Double) {
    #expect(HTTPDate.seconds(text) == seconds)
  }

  @Test(arguments: [
    "Sunday, 06-Nov-94 08:49:37 GMT",
    "Sun Nov  6 08:49:37 1994",
    "Sun, 06 Nov 1994 08:49:37 UTC",
    "Sun, 06 Nov 1994 08:49:37 +0000",
    "Sun, 6 Nov 1994 08:49:37 GMT",
    "Sun, 31 Feb 1994 08:49:37 GMT",
    "Mon, 29 Feb 2100 08:49:37 GMT",
    "Sun, 00 Nov 1994 08:49:37 GMT",
    "Sun, 06 nov 1994 08:49:37 GMT",
    "Sun, 06 Nov 1994 24:00:00 GMT",
    "Sun, 06 Nov 1994 08:60:00 GMT",
    "Sun, 06 Nov 0094 08:49:37 GMT",
  ])
  func `takes no other date`(text: String) {
    #expect(HTTPDate.seconds(text) == nil)
  }
}
