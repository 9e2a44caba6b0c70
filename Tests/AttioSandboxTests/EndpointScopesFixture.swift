import FoundationEssentials
import Testing

/// One row of `Fixtures/endpoint-scopes.tsv`, as it stands there.
struct EndpointRow: Equatable, Sendable, CustomTestStringConvertible {
  var method: String
  var path: String
  var title: String
  var allOf: [String]
  /// Condition and scopes, in the order of the file.
  var conditional: [ConditionalRow]
  /// Remarks: the stage, the token level, the rate.
  var note: String

  var testDescription: String { "\(method) \(path)" }
}

/// One case of a row.
struct ConditionalRow: Equatable, Sendable {
  var condition: String
  var scopes: [String]
}

/// The documented table, read from the file and never from the product's own data.
enum EndpointScopesFixture {
  static let rows: [EndpointRow] = {
    let path = "\(#filePath)".replacing(
      "EndpointScopesFixture.swift",
      with: "Fixtures/endpoint-scopes.tsv"
    )
    guard let text = try? String(contentsOfFile: path, encoding: .utf8) else { return [] }
    return text.split(separator: "\n").dropFirst().map(row)
  }()

  private static func row(_ line: Substring) -> EndpointRow {
    let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    return EndpointRow(
      method: fields[0],
      path: fields[1],
      title: fields[2],
      allOf: words(fields[3]),
      conditional: fields[4].split(separator: ";").map(conditional),
      note: fields[5]
    )
  }

  private static func conditional(_ part: Substring) -> ConditionalRow {
    let halves = part.split(separator: ":", maxSplits: 1)
    return ConditionalRow(
      condition: String(halves[0]).trimmed,
      scopes: words(String(halves[1]))
    )
  }

  private static func words(_ text: String) -> [String] {
    text.split(separator: " ").map(String.init)
  }
}

extension String {
  fileprivate var trimmed: String { split(separator: " ").joined(separator: " ") }
}
