/// The version of every JSON document that the program prints.
package enum DocumentSchema {
  /// It grows when a document loses a field or gives it another meaning.
  package static let version = 1
}
