import Ground
import LocalHTTP

/// Search over objects, and SQL.
extension Desk {
  func search() throws(AttioError) -> LocalResponse {
    let wanted = body["query"]?.text?.lowercased() ?? ""
    if let address = body["request_as"]?["email_address"]
      ?? body["request_as"]?["workspace_member_id"],
      data.member(address.text ?? "") == nil
    {
      throw .valueNotFound("The workspace member was not found.", at: "request_as")
    }
    var rows: [JSONValue] = []
    for name in (body["objects"]?.list ?? []).compactMap(\.text) {
      guard let object = data.find(.object, name) else {
        throw .valueNotFound("Cannot find object with slug/ID \"\(name)\".", at: "objects")
      }
      rows += data.all(.record, of: object.id)
        .filter { wanted.isEmpty || $0.searched.lowercased().contains(wanted) }
        .map { row($0, object) }
    }
    let limit = Int(body["limit"]?.number ?? 25)
    guard (1...25).contains(limit) else {
      throw .invalid("The limit is a number from 1 to 25.", at: "limit")
    }
    return .json(200, ["data": .list(Array(rows.prefix(limit)))])
  }

  private func row(_ record: Thing, _ object: Thing) -> JSONValue {
    let values = record.json["values"] ?? [:]
    func texts(_ slug: String, _ member: String) -> JSONValue {
      .list((values[slug]?.list ?? []).compactMap { $0[member] })
    }
    var row: JSONValue = [
      "id": record.json["id"] ?? .null,
      "record_text": .text(record.title),
      "record_image": nil,
      "object_slug": .text(object.slug ?? object.id),
    ]
    switch object.slug {
    case "people":
      row["email_addresses"] = texts("email_addresses", "email_address")
      row["phone_numbers"] = texts("phone_numbers", "phone_number")
    case "companies": row["domains"] = texts("domains", "domain")
    default: break
    }
    return row
  }

  /// Rows of the object that stands behind FROM, up to LIMIT; the sandbox does not read more of SQL.
  func sql() throws(AttioError) -> LocalResponse {
    let text = body["sql"]?.text ?? ""
    let words = text.lowercased().split { !$0.isLetter && !$0.isNumber && $0 != "_" && $0 != "-" }
    guard words.first == "select", let from = words.firstIndex(of: "from"),
      from + 1 < words.count, let object = data.find(.object, String(words[from + 1]))
    else {
      throw AttioError(
        status: 400,
        type: "invalid_request_error",
        code: "filter_error",
        message: "The query cannot be read: the sandbox knows SELECT … FROM object LIMIT n."
      )
    }
    let limit = words.firstIndex(of: "limit").flatMap { place in
      place + 1 < words.count ? Int(words[place + 1]) : nil
    }
    let rows = data.all(.record, of: object.id).prefix(limit ?? 100).map { record in
      let row: JSONValue = [
        "record_id": .text(record.id), "record_text": .text(record.title),
        "created_at": record.json["created_at"] ?? .null,
      ]
      return row
    }
    return one(["rows": .list(Array(rows))])
  }
}

extension Thing {
  /// What a record is called.
  var title: String {
    let values = json["values"] ?? [:]
    for slug in ["name", "primary_email_address", "title", "workspace_id"] {
      guard let value = values[slug]?.list?.first else { continue }
      return value["full_name"]?.text ?? RecordFilter.texts(of: value).first ?? id
    }
    return id
  }

  /// All that a search looks at.
  fileprivate var searched: String {
    (json["values"]?.fields ?? [:]).values.flatMap { $0.list ?? [] }
      .flatMap(RecordFilter.texts).joined(separator: " ")
  }
}
