import Ground

extension JSONValue {
  /// A member of an object, read, set, added, or with nil taken away.
  subscript(name: String) -> JSONValue? {
    get {
      guard case .object(let members) = self else { return nil }
      return members.first { $0.name == name }?.value
    }
    set {
      guard case .object(var members) = self else { return }
      let index = members.firstIndex { $0.name == name }
      switch (index, newValue) {
      case (let index?, let value?): members[index].value = value
      case (let index?, nil): members.remove(at: index)
      case (nil, let value?): members.append(.init(name, value))
      case (nil, nil): break
      }
      self = .object(members)
    }
  }

  /// Takes over those members of another object that have these names.
  mutating func take(_ names: String..., from other: JSONValue) {
    for name in names {
      if let value = other[name] { self[name] = value }
    }
  }

  /// A copy with one member set.
  func with(_ name: String, _ value: JSONValue?) -> JSONValue {
    var copy = self
    copy[name] = value
    return copy
  }

  /// A text, or null where there is none.
  static func optional(_ text: String?) -> JSONValue {
    text.map { .text($0) } ?? .null
  }
}
