/// The name of a Go module, as its `go.mod` has it.
package enum GoModule {
  /// What stands for the name where there is no `go.mod`; `example.com` belongs to nobody (RFC 2606).
  package static let standardName = "example.com/app"

  /// Reads the module directive (Go Modules Reference, "module directive").
  ///
  /// - Parameter text: The text of a `go.mod`.
  /// - Returns: The module's path; nil where there is none that is allowed.
  package static func name(in text: String) -> String? {
    for line in text.split(whereSeparator: \.isNewline) {
      let words = line.split { $0 == " " || $0 == "\t" }
      guard words.first == "module", words.count > 1 else { continue }
      var name = words[1]
      if let quote = name.first, quote == "\"" || quote == "`", name.count > 2, name.last == quote {
        name = name.dropFirst().dropLast()
      }
      let isAllowed = name.utf8.allSatisfy { byte in
        "-._~/".utf8.contains(byte) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
          || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
      }
      return isAllowed ? String(name) : nil
    }
    return nil
  }
}
