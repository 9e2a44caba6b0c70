import Ground

/// The fields of a query or of a form body (`application/x-www-form-urlencoded`), decoded.
package struct FormFields: Equatable, Sendable {
  /// Names and values in the order in which they came.
  package var fields: [LocalHeader]

  /// Takes the text apart; a field without an equals sign has an empty value.
  package init(_ text: String) {
    fields = text.split(separator: "&").map { field in
      let halves = field.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let value = halves.count > 1 ? halves[1] : ""
      return LocalHeader(PercentCoding.decodedField(halves[0]), PercentCoding.decodedField(value))
    }
  }

  /// The first value of a name; nil where the field is absent.
  package subscript(name: String) -> String? {
    fields.first { $0.name == name }?.value
  }

  /// All values of a name, for callers to whom a doubled field is suspicious.
  package func values(_ name: String) -> [String] {
    fields.filter { $0.name == name }.map(\.value)
  }
}
