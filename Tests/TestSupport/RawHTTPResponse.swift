/// An HTTP answer as it came over the wire.
package struct RawHTTPResponse: Sendable {
  /// The status.
  package var status: Int
  /// The header lines in order.
  package var headers: [(name: String, value: String)]
  /// As much of the body as came; chunks are left as they are.
  package var body: [UInt8]

  /// Takes the bytes apart; nil while the head is not complete, or where it is no HTTP.
  package init?(_ bytes: [UInt8]) {
    guard let end = bytes.firstRange(of: Array("\r\n\r\n".utf8)) else { return nil }
    let lines = String(decoding: bytes[..<end.lowerBound], as: UTF8.self).split(separator: "\r\n")
    let words = lines.first?.split(separator: " ") ?? []
    guard words.count >= 2, words[0].hasPrefix("HTTP/1."), let status = Int(words[1]) else {
      return nil
    }
    self.status = status
    headers = lines.dropFirst().map { line in
      let halves = line.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
      let value = halves.count > 1 ? halves[1].drop { $0 == " " } : ""
      return (String(halves[0]), String(value))
    }
    body = Array(bytes[end.upperBound...])
  }

  /// The first header of a name, upper and lower case alike.
  package func header(_ name: String) -> String? {
    headers.first { $0.name.lowercased() == name.lowercased() }?.value
  }

  /// The body as text.
  package var text: String {
    String(decoding: body, as: UTF8.self)
  }

  /// Whether the body is as long as the head promised; never so where the head promised nothing.
  package var isComplete: Bool {
    header("Content-Length").flatMap { Int($0) } == body.count
  }
}
