import AttioAPI
import CCurl

/// What came of a transfer, copied out of the C side.
struct CurlOutcome: Sendable {
  enum Ending: Sendable {
    case answered
    case failed(code: Int)
    case timedOut
    case cancelled
    case tooLarge
    case noLibrary
    case noMemory
    /// The order held a character that must not be sent.
    case refused
  }

  var ending: Ending
  var httpStatus = 0
  var connectStatus = 0
  var timings = HTTPTimings()
  var headers: [(name: String, value: String)] = []
  var body: [UInt8] = []
  var systemWords = ""
  var words = ""
  var issuer = ""

  init(_ ending: Ending) {
    self.ending = ending
  }

  init(copying outcome: ccurl_outcome) {
    ending = Self.ending(outcome)
    httpStatus = outcome.http_status
    connectStatus = outcome.connect_status
    timings = HTTPTimings(
      nameLookup: Self.milliseconds(outcome.name_lookup),
      connect: Self.milliseconds(outcome.connect),
      tls: Self.milliseconds(outcome.tls),
      firstByte: Self.milliseconds(outcome.first_byte),
      total: Self.milliseconds(outcome.total)
    )
    let head = UnsafeBufferPointer(start: outcome.headers, count: outcome.headers_length)
    headers = Self.fields(String(decoding: head, as: UTF8.self))
    body = Array(UnsafeBufferPointer(start: outcome.body, count: outcome.body_length))
    systemWords = Self.text(outcome.system_words)
    words = Self.text(outcome.words)
    issuer = Self.text(outcome.issuer)
  }

  private static func ending(_ outcome: ccurl_outcome) -> Ending {
    switch outcome.ending {
    case CCURL_ENDING_ANSWERED: .answered
    case CCURL_ENDING_TIMED_OUT: .timedOut
    case CCURL_ENDING_CANCELLED: .cancelled
    case CCURL_ENDING_BODY_TOO_LARGE, CCURL_ENDING_HEADERS_TOO_LARGE: .tooLarge
    case CCURL_ENDING_NO_LIBRARY: .noLibrary
    case CCURL_ENDING_NO_MEMORY: .noMemory
    default: .failed(code: Int(outcome.code))
    }
  }

  private static func milliseconds(_ microseconds: Int64) -> Double? {
    microseconds > 0 ? Double(microseconds) / 1000 : nil
  }

  private static func text<Characters>(_ characters: Characters) -> String {
    withUnsafeBytes(of: characters) { bytes in
      String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
    }
  }

  /// The header fields behind the status line; folded lines, which HTTP has given up, are left out.
  private static func fields(_ head: String) -> [(name: String, value: String)] {
    head.split(whereSeparator: \.isNewline).dropFirst().compactMap { line in
      guard let colon = line.firstIndex(of: ":"), line.first?.isWhitespace == false else {
        return nil
      }
      let value = line[line.index(after: colon)...].drop(while: \.isWhitespace)
      return (String(line[..<colon]), String(value))
    }
  }
}
