import Ground

/// The fields of a query, decoded, in the order in which they came.
struct QueryFields {
  private let fields: [(name: String, value: String)]

  /// Takes a query apart; a field without an equals sign has an empty value.
  init(_ query: some StringProtocol) {
    fields = String(query).split(separator: "&").map { field in
      let halves = field.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      return (
        PercentCoding.decodedField(halves[0]),
        halves.count > 1 ? PercentCoding.decodedField(halves[1]) : ""
      )
    }
  }

  /// The first value of a name.
  subscript(name: String) -> String? {
    fields.first { $0.name == name }?.value
  }

  /// How often a name stands there.
  func count(of name: String) -> Int {
    fields.count { $0.name == name }
  }
}
