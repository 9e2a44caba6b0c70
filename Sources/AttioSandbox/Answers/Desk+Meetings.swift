import AttioTables
import Ground
import LocalHTTP

/// Meetings, their recordings, and activities.
extension Desk {
  mutating func meetings(_ words: [String]) throws(AttioError) -> LocalResponse {
    if words.contains("call_recordings") { return try recordings(words) }
    guard route.parameters["meeting_id"] != nil else {
      return route.endpoint.method == .get ? listMeetings() : try createMeeting()
    }
    let meeting = try thing(.meeting, "meeting_id", "Meeting")
    switch route.endpoint.method {
    case .get: return one(meeting.json)
    case .delete:
      data.remove(.meeting) { $0.id == meeting.id }
      data.remove(.recording) { $0.owner == meeting.id }
      return gone
    default:
      let old =
        route.endpoint.method == .patch ? meeting.json["linked_records"]?.list ?? [] : []
      let new = try linkedRecords(input["linked_records"])
      let all = old + new.filter { !old.contains($0) }
      data.change(.meeting, meeting.id) { $0["linked_records"] = .list(all) }
      return one(try thing(.meeting, "meeting_id", "Meeting").json)
    }
  }

  private func listMeetings() -> LocalResponse {
    let record = query("linked_record_id")
    let addresses = query("participants")?.split(separator: ",").map(String.init)
    var found = data.all(.meeting).filter { meeting in
      let linked = meeting.json["linked_records"]?.list ?? []
      let people = (meeting.json["participants"]?.list ?? []).compactMap {
        $0["email_address"]?.text
      }
      let isLinked = record.map { id in linked.contains { $0["record_id"] == .text(id) } }
      let isTheirs = addresses.map { !$0.filter(people.contains).isEmpty }
      return isLinked ?? true && isTheirs ?? true
    }
    if query("sort") == "start_desc" { found.reverse() }
    return page(found)
  }

  private mutating func createMeeting() throws(AttioError) -> LocalResponse {
    let id = data.newID()
    var json: JSONValue = ["id": data.id(["meeting_id": id])]
    json.take("title", "description", "is_all_day", "start", "end", from: input)
    for name in ["start", "end"] {
      if let given = json[name], given["date"] == nil, given["timezone"] == nil {
        json[name] = given.with("timezone", .null)
      }
    }
    json["participants"] = .list(
      (input["participants"]?.list ?? []).map { person in
        let isOrganizer = person["is_organizer"] == true || person["is_organizer"] == "true"
        return [
          "status": person["status"] ?? "pending", "is_organizer": .bool(isOrganizer),
          "email_address": person["email_address"] ?? .null, "name": person["name"] ?? .null,
        ]
      }
    )
    json["linked_records"] = .list(try linkedRecords(input["linked_records"]))
    json["created_at"] = time
    json["created_by_actor"] = actor
    data.add(.meeting, Thing(id: id, json: json))
    return one(json)
  }

  private func linkedRecords(_ input: JSONValue?) throws(AttioError) -> [JSONValue] {
    var result: [JSONValue] = []
    for link in input?.list ?? [] {
      let name = link["object"]?.text ?? ""
      let id = link["record_id"]?.text ?? ""
      guard let object = data.find(.object, name),
        let record = data.find(.record, id, of: object.id)
      else { throw .valueNotFound("Record with ID \"\(id)\" not found.", at: "linked_records") }
      result.append([
        "object_slug": .text(object.slug ?? object.id), "object_id": .text(object.id),
        "record_id": .text(record.id),
      ])
    }
    return result
  }

  private mutating func recordings(_ words: [String]) throws(AttioError) -> LocalResponse {
    let meeting = try thing(.meeting, "meeting_id", "Meeting")
    guard route.parameters["call_recording_id"] != nil else {
      guard route.endpoint.method == .post else {
        return page(data.all(.recording, of: meeting.id).map { Self.short($0) })
      }
      let segments = (input["transcript"]?.list ?? []).map { segment in
        segment.with("speaker", ["name": segment["speaker"]?["name"] ?? ""])
      }
      let id = data.newID()
      data.addRecording(id, of: meeting.id, segments, input["video_url"]?.text, actor, time)
      let recording = try thing(.recording, named: id, "Call recording")
      tell("call-recording.created", recording.json["id"] ?? .null)
      return one(Self.short(recording).json)
    }
    let recording = try thing(.recording, "call_recording_id", "Call recording", of: meeting.id)
    if words.last == "transcript" {
      let transcript: JSONValue = [
        "id": recording.json["id"] ?? .null,
        "transcript": recording.json["transcript"]?["segments"] ?? [],
        "raw_transcript": recording.json["transcript"]?["raw_transcript"] ?? "",
        "web_url": recording.json["web_url"] ?? .null,
      ]
      return .json(200, ["data": transcript, "pagination": ["next_cursor": nil]])
    }
    guard route.endpoint.method == .delete else { return one(recording.json) }
    data.remove(.recording) { $0.id == recording.id }
    return LocalResponse(status: 204)
  }

  /// A recording as lists have it: without the recording itself.
  private static func short(_ recording: Thing) -> Thing {
    var short = recording
    short.json["video_url"] = nil
    short.json["transcript"] = nil
    return short
  }

  // MARK: Activities

  mutating func activities() throws(AttioError) -> LocalResponse {
    guard route.parameters["activity"] != nil else {
      return route.endpoint.method == .get ? page(data.all(.activity)) : try createActivity()
    }
    let activity = try thing(.activity, "activity", "Activity")
    switch route.endpoint.method {
    case .get: return one(activity.json)
    case .delete:
      data.remove(.activity) { $0.id == activity.id }
      data.remove(.activityRecord) { $0.owner == activity.id }
      tell("activity.deleted", activity.json["id"] ?? .null)
      return gone
    default:
      try confirmFree(input["api_slug"], .activity, but: activity.id)
      let input = input
      data.change(.activity, activity.id) {
        $0.take("api_slug", "singular_noun", "plural_noun", from: input)
      }
      tell("activity.updated", activity.json["id"] ?? .null)
      return one(try thing(.activity, named: activity.id, "Activity").json)
    }
  }

  private mutating func createActivity() throws(AttioError) -> LocalResponse {
    try confirmFree(input["api_slug"], .activity)
    let id = data.newID()
    let names = (
      slug: input["api_slug"]?.text ?? id,
      singular: input["singular_noun"]?.text ?? "",
      plural: input["plural_noun"]?.text ?? ""
    )
    data.addActivity(id, names, input["extends"]?.text ?? "activities", time)
    let activity = try thing(.activity, named: id, "Activity")
    tell("activity.created", activity.json["id"] ?? .null)
    return one(activity.json)
  }

  mutating func activityRecords(_ words: [String]) throws(AttioError) -> LocalResponse {
    let activity = try thing(.activity, "activity", "Activity")
    switch (route.endpoint.method, words.dropFirst(3).first) {
    case (.post, "query"): return try query(activity, .activityRecord, "values")
    case (.post, _): return one(try createActivityRecord(activity).json)
    case (.put, nil):
      let (values, found) = try matches(activity, .activityRecord)
      guard let record = found.first else {
        return one(try createActivityRecord(activity).json)
      }
      return one(change(record, activity, values).json)
    default: break
    }
    let id = parameter("record_id")
    guard let record = data.find(.activityRecord, id, of: activity.id) else {
      throw .notFound("Record with ID \"\(id)\" not found.")
    }
    switch route.endpoint.method {
    case .get: return one(record.json)
    case .delete:
      data.remove(.activityRecord) { $0.id == record.id }
      tell("activity-record.deleted", record.json["id"] ?? .null)
      return gone
    default:
      let values = try writer(activity).values(input["values"] ?? [:], data)
      return one(change(record, activity, values).json)
    }
  }

  private mutating func createActivityRecord(_ activity: Thing) throws(AttioError) -> Thing {
    let writer = writer(activity)
    let values = try writer.values(input["values"] ?? [:], data)
    try writer.confirmUnique(values, but: nil, .activityRecord, data)
    let id = data.newID()
    data.addActivityRecord(id, of: activity, writer.complete(values, id: id, data), at: time)
    guard let record = data.find(.activityRecord, id) else { throw .notFound("No record.") }
    tell("activity-record.created", record.json["id"] ?? .null)
    return record
  }

  private mutating func change(
    _ record: Thing,
    _ activity: Thing,
    _ values: [String: [JSONValue]]
  ) -> Thing {
    let joining: ValueWriter.Joining = route.endpoint.method == .patch ? .adding : .replacing
    var changed = record
    changed.json["values"] = writer(activity)
      .joined(record.json["values"] ?? [:], with: values, { _ in joining }, data)
    let json = changed.json
    data.change(.activityRecord, record.id) { $0 = json }
    return changed
  }
}
