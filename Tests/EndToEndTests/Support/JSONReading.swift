#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// A JSON document as a script reads it: by names, without our own types.
@dynamicMemberLookup
enum JSON: Decodable, Equatable {
  case null
  case bool(Bool)
  case number(Double)
  case text(String)
  case list([JSON])
  case object([String: JSON])

  init(_ text: String) throws {
    self = try JSONDecoder().decode(JSON.self, from: Data(text.utf8))
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let value = try? container.decode(Bool.self) {
      self = .bool(value)
    } else if let value = try? container.decode(Double.self) {
      self = .number(value)
    } else if let value = try? container.decode(String.self) {
      self = .text(value)
    } else if let value = try? container.decode([JSON].self) {
      self = .list(value)
    } else {
      self = .object(try container.decode([String: JSON].self))
    }
  }

  subscript(dynamicMember name: String) -> JSON? {
    if case .object(let members) = self { members[name] } else { nil }
  }

  /// The number, where it is one.
  var number: Double? {
    if case .number(let number) = self { number } else { nil }
  }

  /// The text, where it is one.
  var string: String? {
    if case .text(let text) = self { text } else { nil }
  }

  /// The elements, where it is a list.
  var elements: [JSON] {
    if case .list(let elements) = self { elements } else { [] }
  }
}
