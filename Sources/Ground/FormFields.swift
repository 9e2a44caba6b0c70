/// The fields of a query or of a form body (`application/x-www-form-urlencoded`), decoded.
package struct FormFields: Equatable, Sendable {
  /// A name and its value.
  package struct Field: Equatable, Sendable {
    /// The name.
    package var name: String
    /// The value; empty for a field without an equals sign.
    package var value: String

    /// Names a value.
    package init(_ name: String, _ value: String) {
      (self.name, self.value) = (name, value)
    }
  }

  /// The fields in the order in which they came.
  package let fields: [Field]

  /// Takes the text apart.
  package init(_ text: some StringProtocol) {
    fields = String(text).split(separator: "&").map { field in
      let halves = field.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let value = halves.count > 1 ? halves[1] : ""
      return Field(PercentCoding.decodedField(halves[0]), PercentCoding.decodedField(value))
    }
  }

  /// The first value of a name; nil where the field is absent.
  package subscript(name: String) -> String? {
    fields.first { $0.name == name }?.value
  }

  /// How often a name stands there, for callers to whom a doubled field is suspicious.
  package func count(of name: String) -> Int {
    fields.count { $0.name == name }
  }
}
