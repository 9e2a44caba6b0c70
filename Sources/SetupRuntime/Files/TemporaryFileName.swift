/// The names of temporary files: `.env.attio-setup-RANDOM.local`, which `.env.*.local` covers.
enum TemporaryFileName {
  private static let start = ".env.attio-setup-"
  private static let copyStart = ".env.attio-setup-copy-"
  private static let end = ".local"
  private static let randomLength = 10

  /// Makes a name that nothing else has.
  static func make(for purpose: TemporaryFile.Purpose) -> String {
    let letters = "abcdefghijklmnopqrstuvwxyz0123456789"
    let random = String((0..<randomLength).compactMap { _ in letters.randomElement() })
    switch purpose {
    case .replacement: return "\(start)\(random)\(end)"
    case .copy(let name): return "\(copyStart)\(random)-\(name)\(end)"
    }
  }

  /// Reads a name back; nil for a name that is not one of ours.
  static func purpose(of name: String) -> TemporaryFile.Purpose? {
    guard name.hasPrefix(start), name.hasSuffix(end) else { return nil }
    if name.hasPrefix(copyStart) {
      let rest = name.dropFirst(copyStart.count).dropLast(end.count)
      guard isRandom(rest.prefix(randomLength)), rest.dropFirst(randomLength).first == "-" else {
        return nil
      }
      return .copy(of: String(rest.dropFirst(randomLength + 1)))
    }
    let random = name.dropFirst(start.count).dropLast(end.count)
    return isRandom(random) ? .replacement : nil
  }

  private static func isRandom(_ text: Substring) -> Bool {
    text.utf8.count == randomLength
      && text.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) }
  }
}
