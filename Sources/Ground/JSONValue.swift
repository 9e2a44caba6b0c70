/// Any value of JSON; the members of an object keep their order.
package enum JSONValue: Equatable, Sendable {
  case null
  case bool(Bool)
  case integer(Int64)
  case number(Double)
  case text(String)
  case list([JSONValue])
  case object([Member])

  /// One member of an object.
  package struct Member: Equatable, Sendable {
    /// Its name.
    package var name: String
    /// Its value.
    package var value: JSONValue

    /// Names a value.
    package init(_ name: String, _ value: JSONValue) {
      (self.name, self.value) = (name, value)
    }
  }

  /// An object of what can be written as JSON; what is not there is an explicit null.
  package init(members: KeyValuePairs<String, (any JSONConvertible)?>) {
    self = .object(members.map { Member($0.key, $0.value?.json ?? .null) })
  }

  /// An object without an order.
  package init(fields: [String: JSONValue]) {
    self = .object(fields.map { Member($0.key, $0.value) })
  }

  /// The object with one member more, where there is a value for it.
  package func adding(_ name: String, _ value: (any JSONConvertible)?) -> JSONValue {
    guard case .object(let members) = self, let value else { return self }
    return .object(members + [Member(name, value.json)])
  }

  /// The text, where it is one.
  package var text: String? {
    if case .text(let text) = self { text } else { nil }
  }

  /// The truth value, where it is one.
  package var bool: Bool? {
    if case .bool(let value) = self { value } else { nil }
  }

  /// The number, where it is one.
  package var number: Double? {
    switch self {
    case .integer(let value): Double(value)
    case .number(let value): value
    default: nil
    }
  }

  /// The elements, where it is a list.
  package var list: [JSONValue]? {
    if case .list(let values) = self { values } else { nil }
  }

  /// The members by their names, where it is an object.
  package var fields: [String: JSONValue]? {
    guard case .object(let members) = self else { return nil }
    return Dictionary(members.map { ($0.name, $0.value) }) { $1 }
  }
}

/// What can be written as JSON.
package protocol JSONConvertible {
  /// The value.
  var json: JSONValue { get }
}

extension JSONValue: JSONConvertible {
  /// The value itself.
  package var json: JSONValue { self }
}

extension Bool: JSONConvertible {
  /// The truth value.
  package var json: JSONValue { .bool(self) }
}

extension Int: JSONConvertible {
  /// The number.
  package var json: JSONValue { .integer(Int64(self)) }
}

extension Double: JSONConvertible {
  /// The number.
  package var json: JSONValue { .number(self) }
}

extension String: JSONConvertible {
  /// The text.
  package var json: JSONValue { .text(self) }
}

extension Array: JSONConvertible where Element: JSONConvertible {
  /// The list.
  package var json: JSONValue { .list(map(\.json)) }
}

extension JSONValue: Codable {
  private struct Name: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }

    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }

  /// Reads any value.
  package init(from decoder: any Decoder) throws {
    if let container = try? decoder.container(keyedBy: Name.self) {
      let names = container.allKeys
      self = .object(
        try names.map { Member($0.stringValue, try container.decode(JSONValue.self, forKey: $0)) }
      )
      return
    }
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let value = try? container.decode(String.self) {
      // First, because there is most of it, and each type that it is not costs an error.
      self = .text(value)
    } else if let value = try? container.decode(Bool.self) {
      self = .bool(value)
    } else if let value = try? container.decode(Int64.self) {
      self = .integer(value)
    } else if let value = try? container.decode(Double.self) {
      self = .number(value)
    } else {
      self = .list(try container.decode([JSONValue].self))
    }
  }

  /// Writes the value.
  package func encode(to encoder: any Encoder) throws {
    if case .object(let members) = self {
      var container = encoder.container(keyedBy: Name.self)
      for member in members {
        try container.encode(member.value, forKey: Name(stringValue: member.name))
      }
      return
    }
    var container = encoder.singleValueContainer()
    switch self {
    case .null, .object: try container.encodeNil()
    case .bool(let value): try container.encode(value)
    case .integer(let value): try container.encode(value)
    case .number(let value): try container.encode(value)
    case .text(let value): try container.encode(value)
    case .list(let values): try container.encode(values)
    }
  }
}

extension JSONValue: ExpressibleByNilLiteral, ExpressibleByBooleanLiteral {
  /// The null.
  package init(nilLiteral: ()) { self = .null }
  /// A truth value.
  package init(booleanLiteral value: Bool) { self = .bool(value) }
}

extension JSONValue: ExpressibleByIntegerLiteral, ExpressibleByStringInterpolation {
  /// A number.
  package init(integerLiteral value: Int64) { self = .integer(value) }
  /// A text.
  package init(stringLiteral value: String) { self = .text(value) }
}

extension JSONValue: ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral {
  /// A list.
  package init(arrayLiteral elements: JSONValue...) { self = .list(elements) }
  /// An object.
  package init(dictionaryLiteral elements: (String, JSONValue)...) {
    self = .object(elements.map(Member.init))
  }
}
