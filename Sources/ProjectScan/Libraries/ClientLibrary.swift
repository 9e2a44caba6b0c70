/// A client library of Attio's API that people install, and how its objects come about.
struct ClientLibrary: Sendable {
  /// Its name in the rows of `ClientLibraryRows`.
  var name: String
  /// What an import of it looks like: the module, or the beginning of one.
  var modules: [String]
  /// What makes its objects.
  var makers: Set<String>
  var languages: Set<SourceLanguage>
  /// What a manifest calls it.
  var package: String

  static let all: [ClientLibrary] = [
    ClientLibrary(
      name: "attio-js",
      modules: ["attio-js"],
      makers: ["Attio"],
      languages: [.javascript, .typescript],
      package: "\"attio-js\""
    ),
    ClientLibrary(
      name: "@interfere/attio",
      modules: ["@interfere/attio"],
      makers: ["Attio"],
      languages: [.javascript, .typescript],
      package: "\"@interfere/attio\""
    ),
    ClientLibrary(
      name: "attio-ts-sdk",
      modules: ["attio-ts-sdk"],
      makers: ["createAttioClient", "createAttioSdk"],
      languages: [.javascript, .typescript],
      package: "\"attio-ts-sdk\""
    ),
    ClientLibrary(
      name: "effect-attio",
      modules: ["effect-attio"],
      makers: ["AttioClient", "AttioHttpClient"],
      languages: [.javascript, .typescript],
      package: "\"effect-attio\""
    ),
    ClientLibrary(
      name: "attio (PyPI)",
      modules: ["attio"],
      makers: ["SDK"],
      languages: [.python],
      package: "attio"
    ),
    ClientLibrary(
      name: "py-attio",
      modules: ["py_attio"],
      makers: ["Client"],
      languages: [.python],
      package: "py-attio"
    ),
    ClientLibrary(
      name: "attio (gem)",
      modules: [],
      makers: ["client"],
      languages: [.ruby],
      package: "attio"
    ),
    ClientLibrary(
      name: "attio-ruby (gem)",
      modules: [],
      makers: ["Attio"],
      languages: [.ruby],
      package: "attio-ruby"
    ),
    ClientLibrary(
      name: "attio (hex)",
      modules: [],
      makers: ["Attio"],
      languages: [.elixir],
      package: ":attio"
    ),
    ClientLibrary(
      name: "attio-rs (git)",
      modules: ["attio_rs", "attio"],
      makers: ["Configuration"],
      languages: [.rust],
      package: "attio"
    ),
  ]
}

/// One method of a library and the operation it sends.
struct LibraryMethod: Sendable {
  /// The parts of its name: `records`, `query`.
  var parts: [String]
  var operation: String
  /// Whether it sends what Attio does not have, and this is what is meant.
  var isMeant: Bool
  var note: String
  /// Whether it is a method of what another call returned.
  var isOfResult: Bool
  var targetIsObjects: Bool
}

extension LibraryMethod {
  /// The methods by library and last part.
  static let byLibrary: [String: [String: [LibraryMethod]]] = {
    var table: [String: [String: [LibraryMethod]]] = [:]
    for line in ClientLibraryRows.text.split(separator: "\n") {
      let columns = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard columns.count >= 3 else { continue }
      let isOfResult = columns[1].contains("#")
      let parts = columns[1].split { $0 == "." || $0 == "#" }.map(String.init)
      let note = columns.count > 3 ? columns[3] : ""
      let method = LibraryMethod(
        parts: parts,
        operation: columns[2],
        isMeant: note.hasPrefix("meant"),
        note: note,
        isOfResult: isOfResult,
        targetIsObjects: note == "target objects"
      )
      table[columns[0], default: [:]][parts.last ?? "", default: []].append(method)
    }
    return table
  }()
}
