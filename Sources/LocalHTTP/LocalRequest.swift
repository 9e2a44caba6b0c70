package import Ground

/// One HTTP request, read whole.
package struct LocalRequest: Equatable, Sendable {
  /// The method as it was sent: `GET`.
  package var method: String
  /// The path as it was sent, without the query, still percent-encoded.
  package var path: String
  /// The query as it was sent, without the question mark; empty where there is none.
  package var query: String
  /// The header lines in the order in which they came.
  package var headers: [LocalHeader]
  /// The body, at most `LocalServer.bodyLimit` bytes.
  package var body: [UInt8]

  /// Collects the parts of a request.
  package init(
    method: String,
    target: String,
    headers: [LocalHeader] = [],
    body: [UInt8] = []
  ) {
    let halves = target.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    self.method = method
    self.path = halves.first.map(String.init) ?? ""
    self.query = halves.count > 1 ? String(halves[1]) : ""
    self.headers = headers
    self.body = body
  }

  /// The first header of a name, upper and lower case alike.
  package func header(_ name: String) -> String? {
    headers.first { $0.name.lowercased() == name.lowercased() }?.value
  }

  /// The query as fields, decoded.
  package var parameters: FormFields {
    FormFields(query)
  }

  /// The body as form fields, decoded; whatever the content type says.
  package var form: FormFields {
    FormFields(String(decoding: body, as: UTF8.self))
  }
}

/// One header line.
package struct LocalHeader: Equatable, Sendable {
  /// The name; case does not matter.
  package var name: String
  /// The value without white space around it.
  package var value: String

  /// Pairs a name with its value.
  package init(_ name: String, _ value: String) {
    self.name = name
    self.value = value
  }
}
