package import Ground

/// One live assignment of an env file, as most readers take it.
package struct DotenvAssignment: Equatable, Sendable {
  /// The line of the file where it begins, from 1.
  package var line: Int
  /// The value as most readers decode it; nil where its bytes are not UTF-8.
  package var value: Secret?
  /// How the value is quoted.
  package var quoting: DotenvQuoting
  /// Whether `export` stands before the name.
  package var isExported: Bool

  /// Collects the parts.
  package init(line: Int, value: Secret?, quoting: DotenvQuoting, isExported: Bool) {
    self.line = line
    self.value = value
    self.quoting = quoting
    self.isExported = isExported
  }
}
