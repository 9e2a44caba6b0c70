import Ground
import LocalHTTP

/// What the sandbox's workspaces hold, in the shapes of Attio's API.
struct SandboxThings {
  enum Names {
    case plain
    case hostile
  }

  let workspace: SandboxWorkspace
  let names: Names

  /// Nine digits of fraction, as Attio writes them and as many date parsers refuse them.
  static let createdAt: JSONValue = "2025-11-03T18:16:13.152000000Z"

  static let objectSlugs = ["people", "companies", "deals", "projects"]
  static let listSlugs = ["sales", "onboarding"]

  func knowsObject(_ name: String) -> Bool {
    Self.objectSlugs.contains { $0 == name || workspace.identifier("object \($0)") == name }
  }

  func knowsList(_ name: String) -> Bool {
    Self.listSlugs.contains { $0 == name || workspace.identifier("list \($0)") == name }
  }

  /// All things of a kind; the kind is the word that the path uses.
  func all(_ noun: String, parameters: [String: String], query: FormFields) -> [JSONValue] {
    switch noun {
    case "objects": objects
    case "lists": lists
    case "records": records(of: parameters["object"] ?? "people")
    case "entries": parameters["record_id"] == nil ? entries(of: parameters) : recordEntries
    case "attributes": [attribute(of: parameters)]
    case "options", "statuses": [choice(noun, of: parameters)]
    case "workspace_members": [member]
    case "threads": threads(query: query)
    case "comments": [comment("comment on record"), comment("comment on entry")]
    default: contents[noun] ?? []
    }
  }

  /// An `id` object: the workspace's identifier and one more part for each pair.
  func id(_ parts: KeyValuePairs<String, String>) -> JSONValue {
    let workspaceID = JSONValue.Member("workspace_id", .text(workspace.id))
    return .object([workspaceID] + parts.map { .init($0.key, .text($0.value)) })
  }

  /// The member of the workspace, as an actor.
  var actor: JSONValue {
    ["type": "workspace-member", "id": .text(workspace.memberID)]
  }

  private var objects: [JSONValue] {
    [
      object("people", "Person", "People"), object("companies", "Company", "Companies"),
      object("deals", "Deal", "Deals"), object("projects", "Project", "Projects"),
    ]
  }

  private func object(_ slug: String, _ singular: String, _ plural: String) -> JSONValue {
    let isHostile = names == .hostile && slug == "projects"
    return [
      "id": id(["object_id": workspace.identifier("object \(slug)")]),
      "api_slug": .text(isHostile ? HostileText.slug : slug),
      "singular_noun": .text(isHostile ? HostileText.name : singular),
      "plural_noun": .text(plural),
      "created_at": Self.createdAt,
    ]
  }

  private var lists: [JSONValue] {
    Self.listSlugs.map { slug in
      [
        "id": id(["list_id": workspace.identifier("list \(slug)")]),
        "api_slug": .text(slug),
        "name": .text(slug.prefix(1).uppercased() + slug.dropFirst()),
        "parent_object": ["people"],
        "workspace_access": "full-access",
        "workspace_member_access": [],
        "created_by_actor": actor,
        "created_at": Self.createdAt,
      ]
    }
  }

  private var member: JSONValue {
    [
      "id": id(["workspace_member_id": workspace.memberID]),
      "first_name": "Sam",
      "last_name": "Sandbox",
      "avatar_url": nil,
      "email_address": "sam@sandbox.example",
      "created_at": Self.createdAt,
      "access_level": "admin",
    ]
  }
}
