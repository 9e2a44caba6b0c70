/// Something of the workspace that a path must name before it can be asked.
package enum ProbeThing: String, CaseIterable, Sendable {
  case object
  case record
  case list
  case meeting

  /// The member of `id` that names it in Attio's answers.
  package var identifierName: String { "\(rawValue)_id" }

  /// The thing with its article, for sentences.
  var words: String { self == .object ? "an object" : "a \(rawValue)" }
}

/// The names of things that are known so far, fit to stand in an address.
package struct ProbeThings: Equatable, Sendable {
  private var names: [ProbeThing: String] = [:]

  /// Begins with the workspace's objects, of which every workspace has people and companies.
  package init(objects: [String] = []) {
    let usual = ["people", "companies"].first { objects.contains($0) }
    learn(.object, usual ?? objects.first)
  }

  /// The name of a thing; nil while none is known.
  package subscript(_ thing: ProbeThing) -> String? { names[thing] }

  /// Takes a name from an answer; one that would change the address is not taken.
  package mutating func learn(_ thing: ProbeThing, _ name: String?) {
    guard let name, (1...100).contains(name.utf8.count) else { return }
    let isPlain = name.utf8.allSatisfy { byte in
      (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
        || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
        || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
    }
    if isPlain { names[thing] = name }
  }
}
