import AttioAPI
import Dispatch
import Ground
import SetupCore
import SetupRuntime
import Synchronization

/// Takes the bytes for the answer to both questions of a check, and looks at what is told of it.
enum JSONAnswerCheck {
  private static let statuses = [200, 200, 200, 400, 401, 402, 403, 404, 409, 429, 500, 302]
  private static let token = Secret(String(repeating: "0123456789abcdef", count: 4))

  static func run(_ bytes: [UInt8]) throws {
    guard bytes.count > 1 else { return }
    let response = HTTPResponse(
      status: statuses[Int(bytes[0]) % statuses.count],
      headers: headers(bytes[1]),
      body: Array(bytes.dropFirst(2))
    )
    _ = FirstIdentifier.named("record_id", in: response.body)
    _ = FirstRecordName.text(in: response.body)
    let verification = try verification(of: response)
    try isTrue(verification, of: response)
    let texts =
      [verification.connection.code, verification.connection.message].compactMap(\.self)
      + (verification.identity.map { [$0.workspace] + $0.scopes } ?? [])
      + (verification.objects ?? [])
    for text in texts {
      try Violation.unless(text.isDrawn, "A text of the answer holds a control character.")
      try Violation.unless(text.count <= 1_000, "A text of the answer has no limit.")
    }
  }

  /// Connected needs status 200 and `active: true` in so many words.
  private static func isTrue(_ verification: Verification, of response: HTTPResponse) throws {
    let isConnected = verification.connection.state == .connected
    let saysActive = String(decoding: response.body, as: UTF8.self).contains("true")
    try Violation.unless(
      !isConnected || (response.status == 200 && saysActive),
      "An answer that says nothing of an active token counts as connected."
    )
    try Violation.unless(
      !isConnected || verification.identity != nil,
      "Connected to nobody knows which workspace."
    )
  }

  private static func headers(_ choice: UInt8) -> [(name: String, value: String)] {
    switch choice % 6 {
    case 0: []
    case 1: [("content-type", "text/html"), ("location", "https://other.example/?secret")]
    case 2: [("retry-after", "9")]
    case 3: [("retry-after", "Sun, 29 Nov 2026 10:00:00 GMT"), ("date", "nonsense")]
    case 4: [("retry-after", "-99999999999999999999")]
    default: [("x-attio-execution-id", "\u{1B}[31m")]
    }
  }

  private static func verification(of response: HTTPResponse) throws -> Verification {
    let clock = AttioClock(unixSeconds: { 0 }, monotonicSeconds: { 0 }, pause: { _ in })
    let client = AttioClient(
      base: try BaseURL(parsing: "https://api.attio.com/v2"),
      transport: Transport { _ in .success(response) },
      clock: clock
    )
    let verifier = AttioVerifier(client: client, timeoutSeconds: 10, clock: clock)
    let result = Mutex<Verification?>(nil)
    let done = DispatchSemaphore(value: 0)
    // A fuzzer's callback is synchronous.
    Task.detached {
      let found = await verifier.verify(token: token, wanted: [])
      result.withLock { $0 = found }
      done.signal()
    }
    done.wait()
    guard let found = result.withLock(\.self) else {
      throw Violation(sentence: "A check ended without a result.")
    }
    return found
  }
}
