import Ground

/// Turns what a call writes into an attribute into the values that Attio answers.
struct ValueReader {
  let data: SandboxData
  let attribute: Thing
  /// Who writes.
  let actor: JSONValue
  /// The time, as Attio writes it.
  let now: String

  private var slug: String { attribute.slug ?? attribute.id }
  private var type: String { attribute.json["type"]?.text ?? "text" }

  /// Reads a value or a list of values.
  func values(_ input: JSONValue) throws(AttioError) -> [JSONValue] {
    let inputs: [JSONValue] = input == .null ? [] : input.list ?? [input]
    guard inputs.count < 2 || attribute.json["is_multiselect"]?.bool == true else {
      throw .invalid("The attribute \"\(slug)\" holds one value, and several were given.", at: slug)
    }
    var values: [JSONValue] = []
    for input in inputs { values.append(try value(input)) }
    return values
  }

  /// Reads one value.
  func value(_ input: JSONValue) throws(AttioError) -> JSONValue {
    var members: [JSONValue.Member] = [
      .init("active_from", .text(now)),
      .init("active_until", .null),
      .init("created_by_actor", actor),
      .init("attribute_type", .text(type)),
    ]
    guard case .object(let content) = try content(input) else { throw wrong }
    members += content
    return .object(members)
  }

  private var wrong: AttioError {
    .invalid("An invalid value was passed to attribute with slug \"\(slug)\".", at: slug)
  }

  private func content(_ input: JSONValue) throws(AttioError) -> JSONValue {
    switch type {
    case "text", "date", "timestamp": ["value": try text(input, "value")]
    case "number", "rating": ["value": try number(input, "value")]
    case "checkbox": ["value": try checkbox(input)]
    case "currency": try currency(input)
    case "select": ["option": try choice(.option, input["option"] ?? input)]
    case "status": ["status": try choice(.status, input["status"] ?? input)]
    case "record-reference": try reference(input)
    case "actor-reference": try member(input)
    case "location": location(input)
    case "domain": domain(try string(input, "domain"))
    case "email-address": try email(try string(input, "email_address"))
    case "phone-number": phone(input, try string(input, "original_phone_number"))
    case "personal-name": try name(input)
    default: throw wrong
    }
  }

  private func string(_ input: JSONValue, _ member: String) throws(AttioError) -> String {
    guard let text = input.text ?? input[member]?.text, !text.isEmpty else { throw wrong }
    return text
  }

  private func text(_ input: JSONValue, _ member: String) throws(AttioError) -> JSONValue {
    guard let text = input.text ?? input[member]?.text else { throw wrong }
    guard type == "text" || Moment.isTime(text) else { throw wrong }
    return .text(type == "date" ? String(text.prefix(10)) : text)
  }

  private func number(_ input: JSONValue, _ member: String) throws(AttioError) -> JSONValue {
    let given = input[member] ?? input
    guard given.number != nil else { throw wrong }
    if type == "rating", let number = given.number, !(0...5).contains(number) { throw wrong }
    return given
  }

  private func checkbox(_ input: JSONValue) throws(AttioError) -> JSONValue {
    switch input["value"] ?? input {
    case .bool(let value): return .bool(value)
    case "true": return true
    case "false": return false
    default: throw wrong
    }
  }

  private func currency(_ input: JSONValue) throws(AttioError) -> JSONValue {
    let code = attribute.json["config"]?["currency"]?["default_currency_code"]?.text
    return [
      "currency_value": try number(input, "currency_value"),
      "currency_code": .text(input["currency_code"]?.text ?? code ?? "USD"),
    ]
  }

  private func choice(_ kind: ThingKind, _ input: JSONValue) throws(AttioError) -> JSONValue {
    guard let name = input.text else { throw wrong }
    let all = data.all(kind, of: attribute.id)
    guard let choice = all.first(where: { $0.id == name || $0.json["title"]?.text == name }) else {
      let word = kind == .status ? "status" : "select option"
      throw .valueNotFound("Cannot find \(word) with title/ID \"\(name)\".", at: slug)
    }
    return choice.json
  }

  private func reference(_ input: JSONValue) throws(AttioError) -> JSONValue {
    let allowed = attribute.json["config"]?["record_reference"]?["allowed_object_ids"]?.list ?? []
    let only = allowed.count == 1 ? allowed.first?.text : nil
    let target = input["target_object"]?.text ?? only
    guard let target, let object = data.find(.object, target) else { throw wrong }
    guard allowed.isEmpty || allowed.contains(.text(object.id)) else { throw wrong }
    let named = input["target_record_id"]?.text ?? input.text
    let match = named.map { .some($0) } ?? input.matching(except: "target_object")
    guard let match else { throw wrong }
    let records = data.all(.record, of: object.id)
    guard
      let record = records.first(where: { $0.id == match })
        ?? records.first(where: { $0.holds(match) })
    else { throw .valueNotFound("Cannot find record \"\(match)\".", at: slug) }
    return [
      "target_object": .text(object.slug ?? object.id),
      "target_record_id": .text(record.id),
    ]
  }

  private func member(_ input: JSONValue) throws(AttioError) -> JSONValue {
    let name =
      input["referenced_actor_id"]?.text ?? input["workspace_member_email_address"]?.text
      ?? input.text
    guard let name else { throw wrong }
    guard let member = data.member(name) else {
      throw .valueNotFound("Cannot find workspace member \"\(name)\".", at: slug)
    }
    return [
      "referenced_actor_type": "workspace-member", "referenced_actor_id": .text(member.id),
    ]
  }

  private func name(_ input: JSONValue) throws(AttioError) -> JSONValue {
    if let text = input.text {
      // "Last, First"; without a comma all of it is the first name.
      let halves = text.split(separator: ",", maxSplits: 1).map { $0.trimmed }
      let first = halves.count == 2 ? halves[1] : text
      return Self.name(first, halves.count == 2 ? halves[0] : "")
    }
    guard input.fields != nil else { throw wrong }
    let (first, last) = (input["first_name"]?.text ?? "", input["last_name"]?.text ?? "")
    return Self.name(first, last, input["full_name"]?.text)
  }

  private static func name(_ first: String, _ last: String, _ full: String? = nil) -> JSONValue {
    let whole = full ?? [first, last].filter { !$0.isEmpty }.joined(separator: " ")
    return [
      "first_name": .text(first), "last_name": .text(last), "full_name": .text(whole),
    ]
  }
}

extension ValueReader {
  private func domain(_ text: String) -> JSONValue {
    let domain = text.lowercased()
    let root = domain.split(separator: ".").suffix(2).joined(separator: ".")
    return ["domain": .text(domain), "root_domain": .text(root)]
  }

  private func email(_ text: String) throws(AttioError) -> JSONValue {
    let address = text.lowercased()
    let halves = address.split(separator: "@", omittingEmptySubsequences: false)
    guard halves.count == 2, !halves[0].isEmpty, halves[1].contains(".") else { throw wrong }
    return [
      "original_email_address": .text(text),
      "email_address": .text(address),
      "email_domain": .text(String(halves[1])),
      "email_root_domain": .text(halves[1].split(separator: ".").suffix(2).joined(separator: ".")),
      "email_local_specifier": .text(String(halves[0])),
    ]
  }

  private func phone(_ input: JSONValue, _ text: String) -> JSONValue {
    let digits = text.filter(\.isNumber)
    return [
      "original_phone_number": .text(text),
      "country_code": .text(input["country_code"]?.text ?? "US"),
      "phone_number": .text(text.hasPrefix("+") ? "+\(digits)" : "+1\(digits)"),
    ]
  }

  private func location(_ input: JSONValue) -> JSONValue {
    let names = [
      "line_1", "line_2", "line_3", "line_4", "locality", "region", "postcode", "country_code",
      "latitude", "longitude",
    ]
    var result: JSONValue = [:]
    for name in names { result[name] = input[name] ?? .null }
    if let text = input.text { result["locality"] = .text(text) }
    return result
  }
}

extension JSONValue {
  /// The first text inside but for one member: `{"email_addresses": [{"email_address": "x"}]}`.
  fileprivate func matching(except name: String) -> String? {
    switch self {
    case .text(let text): text
    case .list(let values): values.lazy.compactMap { $0.matching(except: name) }.first
    case .object(let members):
      members.lazy.filter { $0.name != name }.compactMap { $0.value.matching(except: name) }.first
    default: nil
    }
  }
}

extension Thing {
  /// Whether one of a record's values is this text.
  func holds(_ text: String) -> Bool {
    let values = (json["values"]?.fields ?? [:]).values.flatMap { $0.list ?? [] }
    return values.contains { value in RecordFilter.texts(of: value).contains(text) }
  }
}

extension SandboxData {
  /// The member that an identifier or an address of e-mail means.
  func member(_ name: String) -> Thing? {
    all(.member).first { $0.id == name || $0.json["email_address"]?.text == name }
  }
}

extension Substring {
  /// The text without blanks around it.
  var trimmed: String { split(separator: " ").joined(separator: " ") }
}
