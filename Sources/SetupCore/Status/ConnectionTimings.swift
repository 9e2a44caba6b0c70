package import Ground

/// How long each phase of the first question to Attio took by itself, in milliseconds.
///
/// Nil where a phase did not take place, as TLS without encryption, or is not known.
package struct ConnectionTimings: Equatable, Sendable {
  /// The server's (or the proxy's) name was looked up.
  package var nameLookup: Double?
  /// The connection was made.
  package var connect: Double?
  /// TLS was agreed on, through the proxy where there is one.
  package var tls: Double?
  /// The question was sent and the first byte of the answer came.
  package var firstByte: Double?

  /// Leaves every phase unknown.
  package init() {}

  /// Takes the differences of times that were all measured from the start, in milliseconds.
  package init(untilNameLookup: Double?, connect: Double?, tls: Double?, firstByte: Double?) {
    var last = 0.0
    func phase(endingAt end: Double?) -> Double? {
      guard let end else { return nil }
      defer { last = max(last, end) }
      return max(0, end - last)
    }
    nameLookup = phase(endingAt: untilNameLookup)
    self.connect = phase(endingAt: connect)
    self.tls = phase(endingAt: tls)
    self.firstByte = phase(endingAt: firstByte)
  }

  /// The phases that are known, in their order, with their names for people.
  package var phases: [(name: String, milliseconds: Double)] {
    let all = [
      ("name lookup", nameLookup), ("connect", connect), ("TLS", tls), ("first byte", firstByte),
    ]
    return all.compactMap { name, time in time.map { (name: name, milliseconds: $0) } }
  }
}

extension ConnectionTimings: JSONConvertible {
  /// Every phase.
  package var json: JSONValue {
    JSONValue(members: [
      "name_lookup": nameLookup.map(Milliseconds.rounded),
      "connect": connect.map(Milliseconds.rounded),
      "tls": tls.map(Milliseconds.rounded),
      "first_byte": firstByte.map(Milliseconds.rounded),
    ])
  }
}

/// How milliseconds are written.
enum Milliseconds {
  /// Rounds to a tenth of a millisecond, which is finer than any network.
  static func rounded(_ milliseconds: Double) -> Double {
    (milliseconds * 10).rounded() / 10
  }

  /// Writes whole milliseconds, and a tenth below ten of them: "0.4 ms", "120 ms".
  static func text(_ milliseconds: Double) -> String {
    let value = min(max(milliseconds, 0), 1e9)
    return value < 9.95 ? "\(rounded(value)) ms" : "\(Int(value.rounded())) ms"
  }
}
