import Ground

/// An attribute of the seed, in short.
struct AttributeRow: Sendable {
  var slug: String
  var type: String
  var title: String
  /// Words: `unique`, `multi`, `required`, `system`.
  var traits: Set<String>
  /// Objects that a reference may point to.
  var targets: [String]
  /// The titles of options or statuses.
  var choices: [String]

  init(
    _ slug: String,
    _ type: String,
    _ title: String,
    _ traits: Set<String> = [],
    to targets: [String] = [],
    choices: [String] = []
  ) {
    self.slug = slug
    self.type = type
    self.title = title
    self.traits = traits
    self.targets = targets
    self.choices = choices
  }

  /// What every object and list has.
  static let common = [
    AttributeRow("created_at", "timestamp", "Created at", ["system"]),
    AttributeRow("created_by", "actor-reference", "Created by", ["system"]),
  ]

  /// What a record has besides.
  static let recordID = AttributeRow("record_id", "text", "Record ID", ["system", "unique"])

  /// The standard objects, and one that somebody made.
  static let objects: [(slug: String, singular: String, plural: String, rows: [AttributeRow])] = [
    (
      "people", "Person", "People",
      [
        AttributeRow("name", "personal-name", "Name"),
        AttributeRow("email_addresses", "email-address", "Email addresses", ["unique", "multi"]),
        AttributeRow("description", "text", "Description"),
        AttributeRow("company", "record-reference", "Company", to: ["companies"]),
        AttributeRow("job_title", "text", "Job title"),
        AttributeRow("phone_numbers", "phone-number", "Phone numbers", ["multi"]),
        AttributeRow("primary_location", "location", "Primary location"),
      ]
    ),
    (
      "companies", "Company", "Companies",
      [
        AttributeRow("name", "text", "Name"),
        AttributeRow("domains", "domain", "Domains", ["unique", "multi"]),
        AttributeRow("description", "text", "Description"),
        AttributeRow("team", "record-reference", "Team", ["multi"], to: ["people"]),
        AttributeRow("primary_location", "location", "Primary location"),
        AttributeRow(
          "categories",
          "select",
          "Categories",
          ["multi"],
          choices: ["Software", "Manufacturing", "Research"]
        ),
        AttributeRow(
          "employee_range",
          "select",
          "Employee range",
          choices: ["1-10", "11-50", "51-250"]
        ),
      ]
    ),
    (
      "deals", "Deal", "Deals",
      [
        AttributeRow("name", "text", "Deal name", ["required"]),
        AttributeRow(
          "stage",
          "status",
          "Deal stage",
          ["required"],
          choices: ["Lead", "In Progress", "Won 🎉", "Lost"]
        ),
        AttributeRow("owner", "actor-reference", "Deal owner", ["required"]),
        AttributeRow("value", "currency", "Deal value"),
        AttributeRow(
          "associated_people",
          "record-reference",
          "Associated people",
          ["multi"],
          to: ["people"]
        ),
        AttributeRow(
          "associated_company",
          "record-reference",
          "Associated company",
          to: ["companies"]
        ),
      ]
    ),
    (
      "projects", "Project", "Projects",
      [
        AttributeRow("name", "text", "Name"),
        AttributeRow("budget", "number", "Budget"),
        AttributeRow("rating", "rating", "Rating"),
        AttributeRow("is_active", "checkbox", "Active"),
        AttributeRow("due_date", "date", "Due date"),
      ]
    ),
    (
      "users", "User", "Users",
      [
        AttributeRow("person", "record-reference", "Person", to: ["people"]),
        AttributeRow("primary_email_address", "email-address", "Primary email", ["unique"]),
        AttributeRow("user_id", "text", "ID", ["unique", "required"]),
        AttributeRow("workspace", "record-reference", "Workspace", ["multi"], to: ["workspaces"]),
      ]
    ),
    (
      "workspaces", "Workspace", "Workspaces",
      [
        AttributeRow("workspace_id", "text", "ID", ["unique", "required"]),
        AttributeRow("name", "text", "Name"),
        AttributeRow("users", "record-reference", "Users", ["multi"], to: ["users"]),
        AttributeRow("company", "record-reference", "Company", to: ["companies"]),
      ]
    ),
  ]

  /// The lists, both of people.
  static let lists: [(slug: String, name: String, rows: [AttributeRow])] = [
    (
      "sales", "Sales",
      [
        AttributeRow("stage", "status", "Stage", choices: ["Contacted", "Negotiation", "Signed"]),
        AttributeRow("amount", "currency", "Amount"),
        AttributeRow("priority", "select", "Priority", choices: ["High", "Low"]),
      ]
    ),
    (
      "onboarding", "Onboarding",
      [
        AttributeRow("done", "checkbox", "Done"),
        AttributeRow("kick_off", "date", "Kick-off"),
      ]
    ),
  ]

  /// What a type of activity has.
  static let activity = [
    AttributeRow("title", "text", "Title"),
    AttributeRow("occurred_at", "timestamp", "Occurred at"),
    AttributeRow("external_id", "text", "External ID", ["unique"]),
  ]
}

extension SandboxData {
  /// Adds an attribute with its choices.
  mutating func add(_ row: AttributeRow, to owner: Thing, at time: JSONValue) {
    let name = "attribute \(row.slug) of \(owner.slug ?? owner.id)"
    let attributeID = row.slug == "name" ? identifier(name) : identifier(name)
    let targets: JSONValue =
      row.targets.isEmpty
      ? .null : .list(row.targets.map { .text(identifier("object \($0)")) })
    let id = id(["object_id": owner.id, "attribute_id": attributeID])
    add(
      .attribute,
      Thing(
        id: attributeID,
        owner: owner.id,
        json: [
          "id": id,
          "title": .text(row.title),
          "description": nil,
          "api_slug": .text(row.slug),
          "type": .text(row.type),
          "is_system_attribute": .bool(row.traits.contains("system")),
          "is_writable": .bool(!row.traits.contains("system")),
          "is_required": .bool(row.traits.contains("required")),
          "is_unique": .bool(row.traits.contains("unique")),
          "is_multiselect": .bool(row.traits.contains("multi")),
          "is_default_value_enabled": false,
          "is_archived": false,
          "default_value": nil,
          "relationship": nil,
          "created_at": time,
          "config": Self.config(isCurrency: row.type == "currency", allowed: targets),
        ]
      )
    )
    for choice in row.choices {
      addChoice(
        choice,
        isStatus: row.type == "status",
        to: attributeID,
        id: identifier("\(name) \(choice)")
      )
    }
  }

  /// The settings of an attribute; both members are there for every type.
  static func config(isCurrency: Bool, allowed: JSONValue) -> JSONValue {
    [
      "currency": [
        "default_currency_code": isCurrency ? "USD" : nil,
        "display_type": isCurrency ? "symbol" : nil,
      ],
      "record_reference": ["allowed_object_ids": allowed],
    ]
  }

  /// Adds an option or a status to an attribute.
  mutating func addChoice(_ title: String, isStatus: Bool, to attribute: String, id: String) {
    guard let owner = find(.attribute, attribute) else { return }
    var json: JSONValue = [
      "id": (owner.json["id"] ?? .null)
        .with(isStatus ? "status_id" : "option_id", .text(id)),
      "title": .text(title),
      "is_archived": false,
    ]
    if isStatus {
      json["celebration_enabled"] = .bool(title.hasPrefix("Won"))
      json["target_time_in_status"] = .null
    }
    add(isStatus ? .status : .option, Thing(id: id, owner: attribute, json: json))
  }
}
