import Ground
import SetupCore

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// What the store's file holds: the connected workspaces, and the tokens that no keyring has.
///
/// Fields that this version does not know stay where they are; a file of another `schema` is not
/// read at all.
struct StoreDocument: Equatable, Sendable {
  /// The file is no JSON, or not of the form that this version writes.
  struct Damaged: Error {}

  static let schema: Int64 = 1

  /// Where the user had the last token stored.
  var choice: TokenStoreKind?
  var entries: [StoreEntry] = []
  private var fields: [String: JSONValue] = [:]

  init() {}

  init(parsing content: FileContent) throws(Damaged) {
    // The decoder's own words may quote the file, which holds secrets.
    guard
      let value = try? JSONDecoder().decode(JSONValue.self, from: Data(content.bytes)),
      let fields = value.fields,
      fields["schema"] == .integer(Self.schema),
      let list = fields["workspaces"]?.list
    else { throw Damaged() }
    for value in list {
      guard let entry = StoreEntry(value) else { throw Damaged() }
      entries.append(entry)
    }
    choice = fields["store"]?.text.flatMap(TokenStoreKind.init)
    self.fields = fields
  }

  func content() throws(Damaged) -> FileContent {
    var fields = fields
    fields["schema"] = .integer(Self.schema)
    fields["workspaces"] = .list(entries.map(\.value))
    if let choice { fields["store"] = .text(choice.rawValue) }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    guard let data = try? encoder.encode(JSONValue(fields: fields)) else { throw Damaged() }
    return FileContent(Array(data) + [0x0A])
  }

  subscript(key: ConnectedWorkspace.Key) -> StoreEntry? {
    entries.first { $0.workspace.key == key }
  }

  /// Changes the entry of a key; one that is not there yet is made from the workspace first.
  mutating func put(_ workspace: ConnectedWorkspace, change: (inout StoreEntry) -> Void) {
    var index = entries.firstIndex { $0.workspace.key == workspace.key }
    if index == nil {
      index = entries.count
      entries.append(StoreEntry(workspace))
    }
    if let index { change(&entries[index]) }
  }

  mutating func remove(_ key: ConnectedWorkspace.Key) {
    entries.removeAll { $0.workspace.key == key }
  }
}

/// One workspace in the store's file.
struct StoreEntry: Equatable, Sendable {
  var workspace: ConnectedWorkspace
  /// The token, nil where the keyring has it.
  var token: Secret?
  /// Whether the keyring still has an old token, which it would not give up when it should.
  var isLeftInKeyring = false
  private var fields: [String: JSONValue] = [:]

  init(_ workspace: ConnectedWorkspace) {
    self.workspace = workspace
  }

  init?(_ value: JSONValue) {
    guard let fields = value.fields,
      let id = fields["workspace_id"]?.text,
      let client = fields["client_id"]?.text,
      let api = fields["api"]?.text,
      let store = fields["store"]?.text.flatMap(TokenStoreKind.init)
    else { return nil }
    workspace = ConnectedWorkspace(
      key: .init(workspaceID: id, clientID: client, api: api),
      slug: fields["slug"]?.text ?? "",
      name: fields["name"]?.text ?? "",
      scopes: fields["scopes"]?.list?.compactMap(\.text) ?? [],
      level: fields["token_level"]?.text,
      store: store,
      verifiedAt: fields["verified_at"]?.number
    )
    token = fields["token"]?.text.map(Secret.init)
    isLeftInKeyring = fields["left_in_keyring"]?.bool ?? false
    self.fields = fields
    // The value above is the only place where the token is kept.
    self.fields["token"] = nil
  }

  var value: JSONValue {
    var fields = fields
    fields["workspace_id"] = .text(workspace.key.workspaceID)
    fields["client_id"] = .text(workspace.key.clientID)
    fields["api"] = .text(workspace.key.api)
    fields["slug"] = .text(workspace.slug)
    fields["name"] = .text(workspace.name)
    fields["scopes"] = .list(workspace.scopes.map(JSONValue.text))
    fields["token_level"] = workspace.level.map(JSONValue.text)
    fields["store"] = .text(workspace.store.rawValue)
    fields["verified_at"] = workspace.verifiedAt.map(JSONValue.number) ?? .null
    fields["token"] = token.map { .text($0.reveal()) }
    fields["left_in_keyring"] = isLeftInKeyring ? .bool(true) : nil
    return JSONValue(fields: fields)
  }
}
