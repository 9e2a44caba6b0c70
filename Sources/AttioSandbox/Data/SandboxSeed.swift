import Ground

/// The data that a workspace begins with: the same for the same number, identifiers included.
struct SandboxSeed {
  /// The number where none is named.
  static let standard = 1
  /// When the seed's things were made.
  static let createdAt: JSONValue = "2025-11-03T18:16:13.152000000Z"

  let seed: Int

  func fill(_ data: inout SandboxData) {
    configure(&data)
    addMember(&data)
    addCompanies(&data)
    addPeople(&data)
    addDeals(&data)
    addUsers(&data)
    addProjects(&data)
    addEntries(&data)
    addContents(&data)
    addMeetings(&data)
    addActivities(&data)
  }

  /// Who made the seed.
  static func actor(_ data: SandboxData) -> JSONValue {
    ["type": "workspace-member", "id": .text(data.workspace.memberID)]
  }

  private func configure(_ data: inout SandboxData) {
    for (slug, singular, plural, rows) in AttributeRow.objects {
      let id = data.identifier("object \(slug)")
      let object = Thing(
        id: id,
        json: [
          "id": data.id(["object_id": id]),
          "api_slug": .text(slug),
          "singular_noun": .text(singular),
          "plural_noun": .text(plural),
          "created_at": Self.createdAt,
        ]
      )
      data.add(.object, object)
      for row in [AttributeRow.recordID] + rows + AttributeRow.common {
        data.add(row, to: object, at: Self.createdAt)
      }
      addView("All \(plural)", of: object, as: "object_id", &data)
    }
    for (slug, name, rows) in AttributeRow.lists {
      let id = data.identifier("list \(slug)")
      let list = Thing(
        id: id,
        json: [
          "id": data.id(["list_id": id]),
          "api_slug": .text(slug),
          "name": .text(name),
          "parent_object": ["people"],
          "workspace_access": "full-access",
          "workspace_member_access": [],
          "created_by_actor": Self.actor(data),
          "created_at": Self.createdAt,
        ]
      )
      data.add(.list, list)
      for row in rows + AttributeRow.common { data.add(row, to: list, at: Self.createdAt) }
      addView("All of \(name)", of: list, as: "list_id", &data)
    }
  }

  private func addView(
    _ title: String,
    of owner: Thing,
    as name: String,
    _ data: inout SandboxData
  ) {
    for title in [title, "Recently added"] {
      let id = data.identifier("view \(title) of \(owner.slug ?? "")")
      let json: JSONValue = [
        "id": data.id([:]).with(name, .text(owner.id)).with("view_id", .text(id)),
        "title": .text(title),
        "created_at": Self.createdAt,
      ]
      data.add(.view, Thing(id: id, owner: owner.id, json: json))
    }
  }

  private func addMember(_ data: inout SandboxData) {
    let rows = [
      (data.workspace.memberID, "Sam", "Sandbox", "admin"),
      (data.identifier("second member"), "Robin", "Sandbox", "member"),
    ]
    for (id, first, last, level) in rows {
      let json: JSONValue = [
        "id": data.id(["workspace_member_id": id]),
        "first_name": .text(first),
        "last_name": .text(last),
        "avatar_url": nil,
        "email_address": .text("\(first.lowercased())@sandbox.example"),
        "created_at": Self.createdAt,
        "access_level": .text(level),
      ]
      data.add(.member, Thing(id: id, json: json))
    }
  }

  /// Adds a record; what cannot be read is left out, as the seed is the program's own.
  private func addRecord(
    _ object: String,
    _ key: String,
    _ values: JSONValue,
    _ data: inout SandboxData
  ) {
    guard let owner = data.find(.object, object) else { return }
    let id = data.identifier("\(object) \(key)")
    let writer = ValueWriter(owner: owner, actor: Self.actor(data), now: Self.time)
    guard let read = try? writer.values(values, data) else { return }
    data.addRecord(id, of: owner, writer.complete(read, id: id, data), at: Self.createdAt)
  }

  private static let time = createdAt.text ?? ""

  /// One of several, by seed and place.
  private func pick(_ words: [String], _ place: Int) -> String {
    var state = UInt64(truncatingIfNeeded: seed &* 1_000_003 &+ place &* 7919)
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return words[Int((state >> 33) % UInt64(words.count))]
  }

  private func addCompanies(_ data: inout SandboxData) {
    addRecord(
      "companies",
      "Analytical Engines",
      [
        "name": "Analytical Engines", "domains": ["analytical-engines.example"],
        "employee_range": "1-10", "categories": ["Research"],
      ],
      &data
    )
    addRecord(
      "companies",
      "Bletchley Works",
      ["name": "Bletchley Works", "domains": ["bletchley.example"], "employee_range": "51-250"],
      &data
    )
    for number in 1...3 {
      let first = pick(["Northern", "Harbour", "Granite", "Willow", "Copper", "Summit"], number)
      let name = "\(first) \(pick(["Labs", "Foods", "Freight", "Optics"], 50 + number)) \(number)"
      let domain = "\(first.lowercased())\(number).example"
      addRecord("companies", name, ["name": .text(name), "domains": [.text(domain)]], &data)
    }
  }

  private func addPeople(_ data: inout SandboxData) {
    let known = [("Ada", "Lovelace"), ("Grace", "Hopper"), ("Alan", "Turing")]
    let firsts = ["Noor", "Ines", "Kwame", "Lena", "Mateo", "Yuki", "Zofia", "Arjun"]
    let lasts = ["Ferreira", "Okafor", "Novak", "Tanaka", "Lindqvist", "Haddad"]
    let more = (1...7).map { ("\(pick(firsts, $0))", "\(pick(lasts, 100 + $0)) \($0)") }
    for (first, last) in known + more {
      let address = "\(first).\(last.filter { $0 != " " })@people.example".lowercased()
      addRecord(
        "people",
        "\(first) \(last)",
        [
          "name": ["first_name": .text(first), "last_name": .text(last)],
          "email_addresses": [.text(address)],
          "job_title": .text(pick(["Engineer", "Founder", "Buyer", "Analyst"], last.count)),
          "company": [
            "target_object": "companies",
            "target_record_id": .text(data.identifier("companies Analytical Engines")),
          ],
        ],
        &data
      )
    }
  }

  private func addDeals(_ data: inout SandboxData) {
    for (number, name) in ["First one", "Engine for Bletchley", "Renewal"].enumerated() {
      addRecord(
        "deals",
        name,
        [
          "name": .text(name),
          "stage": .text(["Lead", "In Progress", "Lost"][number]),
          "owner": "sam@sandbox.example",
          "value": .integer(Int64(1000 * (number + 1))),
          "associated_company": .text(data.identifier("companies Bletchley Works")),
        ],
        &data
      )
    }
  }

  private func addUsers(_ data: inout SandboxData) {
    addRecord(
      "workspaces",
      "w-1",
      ["workspace_id": "w-1", "name": "Engines' workspace"],
      &data
    )
    for (number, person) in ["Ada Lovelace", "Grace Hopper"].enumerated() {
      addRecord(
        "users",
        "u-\(number + 1)",
        [
          "user_id": .text("u-\(number + 1)"),
          "primary_email_address": .text("u\(number + 1)@users.example"),
          "person": .text(data.identifier("people \(person)")),
          "workspace": [.text(data.identifier("workspaces w-1"))],
        ],
        &data
      )
    }
  }

  private func addProjects(_ data: inout SandboxData) {
    addRecord(
      "projects",
      "First one",
      [
        "name": "First one", "budget": 1500, "rating": 4, "is_active": true,
        "due_date": "2026-03-31",
      ],
      &data
    )
  }

  private func addEntries(_ data: inout SandboxData) {
    for (list, names) in [
      ("sales", ["Ada Lovelace", "Grace Hopper"]), ("onboarding", ["Alan Turing"]),
    ] {
      guard let owner = data.find(.list, list) else { continue }
      for (number, person) in names.enumerated() {
        let key = list == "sales" && number == 0 ? "entry" : "entry \(number) of \(list)"
        let id = data.identifier(key)
        let writer = ValueWriter(owner: owner, actor: Self.actor(data), now: Self.time)
        let given: JSONValue = list == "sales" ? ["stage": "Contacted", "amount": 500] : [:]
        guard let values = try? writer.values(given, data) else { continue }
        data.addEntry(
          id,
          of: owner,
          parent: ("people", data.identifier("people \(person)")),
          writer.complete(values, id: id, data),
          at: Self.createdAt
        )
      }
    }
  }
}
