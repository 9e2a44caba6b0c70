/// One of the sandbox's workspaces; there is one for every number from 1.
package struct SandboxWorkspace: Equatable, Sendable {
  /// Its number.
  package let index: Int

  /// Picks a workspace; nil for a number under 1.
  package init?(index: Int) {
    guard index >= 1 else { return nil }
    self.index = index
  }

  private init(known index: Int) {
    self.index = index
  }

  /// The workspace of most scenarios.
  package static let first = SandboxWorkspace(known: 1)
  /// The workspace of the scenario `other_workspace`.
  package static let second = SandboxWorkspace(known: 2)

  /// Its identifier, a UUID that is the same on every run.
  package var id: String { Self.uuid("workspace \(index)") }

  /// Its name.
  package var name: String {
    switch index {
    case 1: "Sandbox Workspace"
    case 2: "Second Workspace"
    default: "Workspace \(index)"
    }
  }

  /// Its slug.
  package var slug: String {
    switch index {
    case 1: "sandbox-workspace"
    case 2: "second-workspace"
    default: "workspace-\(index)"
    }
  }

  /// The member who authorised every token of the workspace.
  package var memberID: String { identifier("member") }

  /// The identifier of a thing in the workspace: a UUID that is the same on every run.
  func identifier(_ thing: String) -> String {
    Self.uuid("workspace \(index) \(thing)")
  }

  /// Whether a text is a UUID of any version.
  static func isUUID(_ text: String) -> Bool {
    let groups = text.split(separator: "-", omittingEmptySubsequences: false)
    return groups.map(\.count) == [8, 4, 4, 4, 12]
      && groups.joined().allSatisfy { $0.isHexDigit && $0.isASCII }
  }

  /// A UUID made of a text, with the version and variant bits of a random one.
  static func uuid(_ seed: String) -> String {
    let digits = Array(SHA256.hexadecimal(seed))
    let groups = [
      String(digits[0..<8]), String(digits[8..<12]), "4" + String(digits[13..<16]),
      "8" + String(digits[17..<20]), String(digits[20..<32]),
    ]
    return groups.joined(separator: "-")
  }
}
