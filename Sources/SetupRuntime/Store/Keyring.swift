import Ground
import SetupCore

/// The system's place for secrets.
protocol Keyring: Sendable {
  /// How long one question may take, all that belongs to it included, where nobody can unlock it.
  var timeLimit: Duration { get set }
  /// How long a person is waited for besides; nil where there is none.
  var patience: KeyringPatience? { get }

  /// Stores a value, in the place of one with the same attributes.
  func store(_ value: Secret, as item: KeyringItem) async throws(StoreError)

  /// Gives a value; nil where the keyring is open and has none.
  func value(of item: KeyringItem) async throws(StoreError) -> Secret?

  /// Removes a value; one that is not there is no failure.
  func clear(_ item: KeyringItem) async throws(StoreError)
}

/// By what a value is known in the keyring; nothing of it is secret.
struct KeyringItem: Equatable {
  /// What password managers show.
  var label: String
  /// Names and values of plain ASCII: others have been seen to be stored and not found again.
  var attributes: [(name: String, value: String)]

  static let service = "attio-setup"

  /// Names the token of a workspace.
  init(_ key: ConnectedWorkspace.Key) {
    let workspace = Self.plain(key.workspaceID)
    label = "\(Self.service) \(key.isOfThisMachine ? "sandbox " : "")\(workspace)"
    attributes = [
      ("service", Self.service), ("workspace", workspace), ("client", Self.plain(key.clientID)),
      ("api", Self.plain(key.api)),
    ]
  }

  /// Names a value for a test, which no other run uses.
  init(test number: UInt64) {
    label = "\(Self.service) test"
    attributes = [("service", Self.service), ("test", String(number, radix: 36))]
  }

  static func == (one: Self, other: Self) -> Bool {
    one.label == other.label && one.attributes.elementsEqual(other.attributes, by: ==)
  }

  /// Keeps letters, digits and the marks of addresses, and makes each other byte a percent code.
  ///
  /// So no two texts become one. A minus in front would be an option, and an empty text no attribute.
  private static func plain(_ text: String) -> String {
    if text.isEmpty { return "%" }
    return text.utf8.enumerated().map { index, byte in
      let isPlain =
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2E, 0x2F, 0x3A, 0x5F: true
        case 0x2D: index > 0
        default: false
        }
      if isPlain { return String(UnicodeScalar(byte)) }
      let digits = String(byte, radix: 16, uppercase: true)
      return "%" + (digits.count < 2 ? "0" + digits : digits)
    }.joined()
  }
}
