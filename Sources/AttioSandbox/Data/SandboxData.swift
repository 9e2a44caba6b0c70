import AttioTables
import Ground

/// A kind of thing that a workspace holds.
enum ThingKind: Sendable {
  case object
  case attribute
  case option
  case status
  case list
  case view
  case record
  case entry
  case member
  case note
  case task
  case comment
  case meeting
  case recording
  case file
  case webhook
  case email
  case activity
  case activityRecord
  case unsubscribed
}

/// One thing, as the API answers it.
struct Thing: Equatable, Sendable {
  /// Its identifier.
  var id: String
  /// The identifier of what it belongs to; empty for what belongs to the workspace.
  var owner = ""
  /// What the API answers.
  var json: JSONValue

  /// The slug, where it has one.
  var slug: String? { json["api_slug"]?.text }

  /// Whether a name in a path or a body means it.
  func isNamed(_ name: String) -> Bool { id == name || slug == name }
}

/// What one workspace of the sandbox holds, from its seed on with all that was written.
struct SandboxData: Sendable {
  /// The workspace.
  let workspace: SandboxWorkspace
  /// The number that the data were made from.
  let seed: Int
  /// What files hold.
  var contents: [String: FileBytes] = [:]
  /// What webhooks are to be told of.
  var events: [SandboxEvent] = []
  /// The last delivery of each webhook.
  var deliveries: [String: WebhookDelivery] = [:]
  /// The secrets of webhooks.
  var secrets: [String: String] = [:]
  private var things: [ThingKind: [Thing]] = [:]
  private var created = 0

  /// The bytes of a file with their type.
  struct FileBytes: Sendable {
    var type: String
    var bytes: [UInt8]
  }

  init(workspace: SandboxWorkspace, seed: Int) {
    self.workspace = workspace
    self.seed = seed
    SandboxSeed(seed: seed).fill(&self)
    events = []
  }

  /// All things of a kind that belong to an owner, the oldest first.
  func all(_ kind: ThingKind, of owner: String? = nil) -> [Thing] {
    let all = things[kind] ?? []
    return owner.map { owner in all.filter { $0.owner == owner } } ?? all
  }

  /// The thing that a slug or an identifier means.
  func find(_ kind: ThingKind, _ name: String, of owner: String? = nil) -> Thing? {
    all(kind, of: owner).first { $0.isNamed(name) }
  }

  mutating func add(_ kind: ThingKind, _ thing: Thing) {
    things[kind, default: []].append(thing)
  }

  /// Changes a thing in its place.
  mutating func change(_ kind: ThingKind, _ id: String, _ change: (inout JSONValue) -> Void) {
    guard let index = things[kind]?.firstIndex(where: { $0.id == id }) else { return }
    if var json = things[kind]?[index].json {
      change(&json)
      things[kind]?[index].json = json
    }
  }

  mutating func remove(_ kind: ThingKind, where isRemoved: (Thing) -> Bool) {
    things[kind]?.removeAll(where: isRemoved)
  }

  /// An identifier that follows from the seed and from what was made before.
  mutating func newID() -> String {
    created += 1
    return identifier("created \(created)")
  }

  /// The identifier of a thing of the seed; the first seed's are those of earlier versions.
  func identifier(_ thing: String) -> String {
    workspace.identifier(seed == SandboxSeed.standard ? thing : "\(thing) of seed \(seed)")
  }

  /// An `id` object: the workspace's identifier and one more part for each pair.
  func id(_ parts: KeyValuePairs<String, String>) -> JSONValue {
    .object(
      [.init("workspace_id", .text(workspace.id))] + parts.map { .init($0.key, .text($0.value)) }
    )
  }
}

/// Something that happened, for webhooks.
struct SandboxEvent: Equatable, Sendable {
  /// Attio's name for it: `record.created`.
  var type: String
  /// What it happened to.
  var id: JSONValue
  /// Who did it.
  var actor: JSONValue
}
