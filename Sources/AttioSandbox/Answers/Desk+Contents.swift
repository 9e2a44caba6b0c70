import AttioTables
import Ground
import LocalHTTP

/// Members, notes, tasks, comments, unsubscribed addresses.
extension Desk {
  func members() throws(AttioError) -> LocalResponse {
    guard route.parameters["workspace_member_id"] != nil else { return many(data.all(.member)) }
    return one(try thing(.member, "workspace_member_id", "Workspace member").json)
  }

  // MARK: Notes

  mutating func notes() throws(AttioError) -> LocalResponse {
    guard route.parameters["note_id"] != nil else {
      return route.endpoint.method == .get ? listNotes() : try createNote()
    }
    let note = try thing(.note, "note_id", "Note")
    switch route.endpoint.method {
    case .get: return one(note.json)
    case .delete:
      data.remove(.note) { $0.id == note.id }
      tell("note.deleted", note.json["id"] ?? .null)
      return gone
    default:
      let input = input
      data.change(.note, note.id) {
        $0.take("title", from: input)
        guard let content = input["content"]?.text else { return }
        $0["content_plaintext"] = .text(content.filter { !"*_#`".contains($0) })
        $0["content_markdown"] = .text(content)
      }
      tell("note.updated", note.json["id"] ?? .null)
      return one(try thing(.note, "note_id", "Note").json)
    }
  }

  private func listNotes() -> LocalResponse {
    let object = query("parent_object").flatMap { data.find(.object, $0) }
    let found = data.all(.note).filter { note in
      let isWanted = query("parent_record_id").map { note.json["parent_record_id"] == .text($0) }
      let isOnObject = object.map { note.json["parent_object"]?.text == $0.slug }
      return isWanted ?? true && isOnObject ?? true
    }
    return many(found, limit: 10, most: 50)
  }

  private mutating func createNote() throws(AttioError) -> LocalResponse {
    let object = try thing(.object, named: input["parent_object"]?.text ?? "", "Object")
    let record = try record(input["parent_record_id"]?.text ?? "", of: object.id)
    let id = data.newID()
    var json = data.note(
      id,
      on: (object.slug ?? object.id, record.id),
      input["title"]?.text ?? "",
      input["content"]?.text ?? "",
      actor,
      at: input["created_at"] ?? time
    )
    json["meeting_id"] = input["meeting_id"] ?? .null
    data.add(.note, Thing(id: id, json: json))
    tell("note.created", json["id"] ?? .null)
    return one(json)
  }

  // MARK: Tasks

  mutating func tasks() throws(AttioError) -> LocalResponse {
    guard route.parameters["task_id"] != nil else {
      return route.endpoint.method == .get ? listTasks() : try writeTask(nil)
    }
    let task = try thing(.task, "task_id", "Task")
    switch route.endpoint.method {
    case .get: return one(task.json)
    case .delete:
      data.remove(.task) { $0.id == task.id }
      tell("task.deleted", task.json["id"] ?? .null)
      return gone
    default: return try writeTask(task)
    }
  }

  private func listTasks() -> LocalResponse {
    let wanted = query("linked_record_id")
    let assignee = query("assignee")
    let assigned = assignee.flatMap { data.member($0)?.id }
    var found = data.all(.task).filter { task in
      let linked = task.json["linked_records"]?.list ?? []
      let people = task.json["assignees"]?.list ?? []
      let isDone = query("is_completed").map { task.json["is_completed"] == .bool($0 == "true") }
      let isLinked = wanted.map { id in linked.contains { $0["target_record_id"] == .text(id) } }
      let isTheirs = assignee.map { _ in
        people.contains { $0["referenced_actor_id"]?.text == assigned }
          || people.isEmpty && assigned == nil
      }
      return isDone ?? true && isLinked ?? true && isTheirs ?? true
    }
    if query("sort")?.hasSuffix(":desc") == true { found.reverse() }
    return many(found)
  }

  private mutating func writeTask(_ old: Thing?) throws(AttioError) -> LocalResponse {
    var json =
      old?.json ?? [
        "id": .null, "content_plaintext": input["content"] ?? .null, "deadline_at": nil,
        "is_completed": false, "completed_at": nil, "linked_records": [], "assignees": [],
        "created_by_actor": actor, "created_at": time,
      ]
    json.take("deadline_at", "is_completed", from: input)
    let isCompleted = json["is_completed"] == true
    if isCompleted != (json["completed_at"] != .null) {
      json["completed_at"] = isCompleted ? time : .null
    }
    if let links = input["linked_records"]?.list {
      var linked: [JSONValue] = []
      for link in links { linked.append(try linkedRecord(link)) }
      json["linked_records"] = .list(linked)
    }
    if let people = input["assignees"]?.list {
      var assignees: [JSONValue] = []
      for person in people {
        let name = person["referenced_actor_id"] ?? person["workspace_member_email_address"]
        guard let member = data.member(name?.text ?? "") else {
          throw .valueNotFound("The workspace member was not found.", at: "assignees")
        }
        assignees.append([
          "referenced_actor_type": "workspace-member", "referenced_actor_id": .text(member.id),
        ])
      }
      json["assignees"] = .list(assignees)
    }
    let id = old?.id ?? data.newID()
    json["id"] = data.id(["task_id": id])
    if old == nil {
      data.add(.task, Thing(id: id, json: json))
    } else {
      let changed = json
      data.change(.task, id) { $0 = changed }
    }
    tell(old == nil ? "task.created" : "task.updated", json["id"] ?? .null)
    return one(json)
  }

  private func linkedRecord(_ link: JSONValue) throws(AttioError) -> JSONValue {
    let object = try thing(.object, named: link["target_object"]?.text ?? "", "Object")
    var record = link["target_record_id"]?.text.flatMap { data.find(.record, $0, of: object.id) }
    if record == nil, let match = link.fields?.first(where: { $0.key != "target_object" })?.value {
      let texts = (match.list ?? []).flatMap(RecordFilter.texts)
      record = data.all(.record, of: object.id).first { record in
        texts.contains { record.holds($0) }
      }
    }
    guard let record else { throw .notFound("A linked record was not found.") }
    return [
      "target_object_id": .text(object.slug ?? object.id), "target_record_id": .text(record.id),
    ]
  }

  // MARK: Comments

  mutating func comments() throws(AttioError) -> LocalResponse {
    if route.endpoint.path == "/v2/threads" { return many(threads()) }
    if route.parameters["thread_id"] != nil {
      let id = parameter("thread_id")
      guard let thread = threads().first(where: { $0.id == id }) else {
        throw .notFound("Thread with ID \"\(id)\" was not found.")
      }
      return .json(200, ["data": thread.json, "pagination": ["next_cursor": nil]])
    }
    guard route.parameters["comment_id"] != nil else { return try createComment() }
    let comment = try thing(.comment, "comment_id", "Comment")
    guard route.endpoint.method == .delete else { return one(comment.json) }
    // The head of a thread takes the thread along.
    let isHead = data.all(.comment, of: comment.owner).first?.id == comment.id
    data.remove(.comment) { isHead ? $0.owner == comment.owner : $0.id == comment.id }
    tell("comment.deleted", comment.json["id"] ?? .null)
    return gone
  }

  /// The threads that the query asks for, each with its comments.
  private func threads() -> [Thing] {
    var order: [String] = []
    let object = query("object").flatMap { data.find(.object, $0)?.id }
    let list = query("list").flatMap { data.find(.list, $0)?.id }
    let wanted = data.all(.comment).filter { comment in
      let (record, entry) = (comment.json["record"], comment.json["entry"])
      let isOnEntry = entry != .null
      let tests = [
        query("record_id").map { !isOnEntry && record?["record_id"] == .text($0) },
        query("object").map { _ in !isOnEntry && record?["object_id"]?.text == object },
        query("entry_id").map { isOnEntry && entry?["entry_id"] == .text($0) },
        query("list").map { _ in isOnEntry && entry?["list_id"]?.text == list },
      ]
      return tests.compactMap(\.self).allSatisfy { $0 }
    }
    for comment in wanted where !order.contains(comment.owner) { order.append(comment.owner) }
    return order.map { id in
      let comments = data.all(.comment, of: id)
      return Thing(
        id: id,
        json: [
          "id": data.id(["thread_id": id]),
          "comments": .list(comments.map(\.json)),
          "created_at": comments.first?.json["created_at"] ?? time,
        ]
      )
    }
  }

  private mutating func createComment() throws(AttioError) -> LocalResponse {
    let author = input["author"]?["id"]?.text ?? ""
    guard let member = data.member(author) else {
      throw .valueNotFound("Workspace member with ID \"\(author)\" was not found.", at: "author")
    }
    let id = data.newID()
    var (thread, record, entry): (String, JSONValue, JSONValue) = (data.newID(), [:], .null)
    if let name = input["thread_id"]?.text {
      guard let head = data.all(.comment, of: name).first else {
        throw .valueNotFound("Thread with ID \"\(name)\" was not found.", at: "thread_id")
      }
      (thread, record) = (name, head.json["record"] ?? [:])
      entry = head.json["entry"] ?? .null
    } else if let place = input["record"] {
      let object = try thing(.object, named: place["object"]?.text ?? "", "Object")
      let found = try self.record(place["record_id"]?.text ?? "", of: object.id)
      record = ["record_id": .text(found.id), "object_id": .text(object.id)]
    } else {
      let place = input["entry"] ?? [:]
      let list = try thing(.list, named: place["list"]?.text ?? "", "List")
      let found = try thing(.entry, named: place["entry_id"]?.text ?? "", "Entry", of: list.id)
      let parent = found.json["parent_record_id"] ?? .null
      let owner = data.find(.record, parent.text ?? "")?.owner ?? ""
      record = ["record_id": parent, "object_id": .text(owner)]
      entry = ["entry_id": .text(found.id), "list_id": .text(list.id)]
    }
    data.addComment(
      id,
      thread: thread,
      input["content"]?.text ?? "",
      record: record,
      entry: entry,
      by: ["type": "workspace-member", "id": .text(member.id)],
      at: input["created_at"] ?? time
    )
    let comment = try thing(.comment, named: id, "Comment")
    tell("comment.created", comment.json["id"] ?? .null)
    return one(comment.json)
  }

  mutating func unsubscribe() -> LocalResponse {
    let rows = (input["email_addresses"]?.list ?? []).map { address -> JSONValue in
      if let known = data.find(.unsubscribed, address.text ?? "") { return known.json }
      let json: JSONValue = ["email_address": address, "created_at": time]
      data.add(.unsubscribed, Thing(id: address.text ?? "", json: json))
      return json
    }
    return .json(200, ["data": .list(rows)])
  }
}
