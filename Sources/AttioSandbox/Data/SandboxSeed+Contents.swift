import Ground

/// What stands on records and beside them: notes, tasks, comments, files, meetings, and the like.
extension SandboxSeed {
  func addContents(_ data: inout SandboxData) {
    let ada = data.identifier("people Ada Lovelace")
    for (key, title, text) in [
      ("note", "First note", "A note of the sandbox."),
      ("second note", "Call with Ada", "She wants **two** engines."),
    ] {
      let id = data.identifier(key)
      data.add(
        .note,
        Thing(id: id, json: data.note(id, on: ("people", ada), title, text, Self.actor(data)))
      )
    }
    for (key, text) in [("task", "A task of the sandbox."), ("second task", "Write to Grace")] {
      let id = data.identifier(key)
      let json: JSONValue = [
        "id": data.id(["task_id": id]),
        "content_plaintext": .text(text),
        "deadline_at": nil,
        "is_completed": false,
        "completed_at": nil,
        "linked_records": [],
        "assignees": [],
        "created_by_actor": Self.actor(data),
        "created_at": Self.createdAt,
      ]
      data.add(.task, Thing(id: id, json: json))
    }
    addComments(on: ada, &data)
    addFiles(on: ada, &data)
    let webhook = data.identifier("webhook")
    data.secrets[webhook] = SHA256.hexadecimal("secret of \(webhook)")
    data.add(
      .webhook,
      Thing(
        id: webhook,
        json: [
          "target_url": "https://example.com/webhook",
          "subscriptions": [["event_type": "record.created", "filter": nil]],
          "id": data.id(["webhook_id": webhook]),
          "status": "active",
          "created_at": Self.createdAt,
        ]
      )
    )
  }

  private func addComments(on record: String, _ data: inout SandboxData) {
    let people = data.identifier("object people")
    let entry: JSONValue = [
      "entry_id": .text(data.identifier("entry")), "list_id": .text(data.identifier("list sales")),
    ]
    for place in ["record", "entry"] {
      let id = data.identifier("comment on \(place)")
      let thread = data.identifier("thread on \(place)")
      data.addComment(
        id,
        thread: thread,
        "A comment of the sandbox.",
        record: ["record_id": .text(record), "object_id": .text(people)],
        entry: place == "entry" ? entry : .null,
        by: Self.actor(data),
        at: Self.createdAt
      )
    }
  }

  private func addFiles(on record: String, _ data: inout SandboxData) {
    let place = (object: "people", objectID: data.identifier("object people"), record: record)
    let file = data.identifier("file")
    data.contents[file] = .init(type: "text/plain", bytes: Array("A file of the sandbox.\n".utf8))
    data.add(
      .file,
      Thing(
        id: file,
        json: data.file(file, on: place, Self.actor(data), Self.createdAt, "file")
          .with("name", "file.txt").with("content_type", "text/plain")
          .with("content_size", 23).with("parent_folder_id", .null)
      )
    )
    let folder = data.identifier("folder")
    data.add(
      .file,
      Thing(
        id: folder,
        json: data.file(folder, on: place, Self.actor(data), Self.createdAt, "folder")
          .with("name", "Contracts").with("parent_folder_id", .null)
      )
    )
  }

  func addMeetings(_ data: inout SandboxData) {
    let id = data.identifier("meeting")
    let ada: JSONValue = [
      "status": "accepted", "is_organizer": true, "name": "Ada Lovelace",
      "email_address": "ada.lovelace@people.example",
    ]
    data.add(
      .meeting,
      Thing(
        id: id,
        json: [
          "id": data.id(["meeting_id": id]),
          "title": "A meeting of the sandbox",
          "description": "",
          "is_all_day": false,
          "start": ["datetime": "2025-11-03T18:00:00.000000000Z", "timezone": "UTC"],
          "end": ["datetime": "2025-11-03T18:30:00.000000000Z", "timezone": "UTC"],
          "participants": [ada],
          "linked_records": [],
          "created_at": Self.createdAt,
          "created_by_actor": Self.actor(data),
        ]
      )
    )
    let recording = data.identifier("recording")
    data.addRecording(
      recording,
      of: id,
      [
        [
          "speech": "Two engines, then.", "start_time": 0, "end_time": 2,
          "speaker": ["name": "Ada"],
        ]
      ],
      "https://example.com/recording.mp4",
      Self.actor(data),
      Self.createdAt
    )
    let email = data.identifier("email")
    data.add(
      .email,
      Thing(
        id: email,
        json: [
          "id": data.id(["mailbox_id": data.identifier("mailbox"), "email_id": email]),
          "sent_at": Self.createdAt,
          "direction": "inbound",
          "subject_line": "Two engines",
          "participants": [
            [
              "role": "from", "email_address": "ada.lovelace@people.example",
              "email_domain": "people.example", "name": "Ada Lovelace",
            ]
          ],
          "linked_records": [],
        ]
      )
    )
  }

  func addActivities(_ data: inout SandboxData) {
    let id = data.identifier("activity")
    data.addActivity(id, ("site-visits", "Site visit", "Site visits"), "activities", Self.createdAt)
    guard let activity = data.find(.activity, id) else { return }
    let record = data.identifier("activity record")
    let time = Self.createdAt.text ?? ""
    let writer = ValueWriter(owner: activity, actor: Self.actor(data), now: time)
    guard let values = try? writer.values(["title": "Visit at Bletchley"], data) else { return }
    data.addActivityRecord(
      record,
      of: activity,
      writer.complete(values, id: record, data),
      at: Self.createdAt
    )
  }
}

extension SandboxData {
  func note(
    _ id: String,
    on place: (object: String, record: String),
    _ title: String,
    _ text: String,
    _ actor: JSONValue,
    at time: JSONValue = SandboxSeed.createdAt
  ) -> JSONValue {
    [
      "id": self.id(["note_id": id]),
      "parent_object": .text(place.object),
      "parent_record_id": .text(place.record),
      "title": .text(title),
      "meeting_id": nil,
      "content_plaintext": .text(text.filter { !"*_#`".contains($0) }),
      "content_markdown": .text(text),
      "tags": [],
      "created_by_actor": actor,
      "created_at": time,
    ]
  }

  mutating func addComment(
    _ id: String,
    thread: String,
    _ text: String,
    record: JSONValue,
    entry: JSONValue,
    by author: JSONValue,
    at time: JSONValue
  ) {
    add(
      .comment,
      Thing(
        id: id,
        owner: thread,
        json: [
          "id": self.id(["comment_id": id]),
          "thread_id": .text(thread),
          "content_plaintext": .text(text),
          "entry": entry,
          "record": record,
          "resolved_at": nil,
          "resolved_by": ["type": nil, "id": nil],
          "created_at": time,
          "author": author,
        ]
      )
    )
  }

  /// What files and folders share.
  func file(
    _ id: String,
    on place: (object: String, objectID: String, record: String),
    _ actor: JSONValue,
    _ time: JSONValue,
    _ type: String
  ) -> JSONValue {
    [
      "id": self.id(["file_id": id]),
      "object_id": .text(place.objectID),
      "object_slug": .text(place.object),
      "record_id": .text(place.record),
      "storage_provider": "attio",
      "created_by_actor": actor,
      "created_at": time,
      "file_type": .text(type),
    ]
  }

  mutating func addRecording(
    _ id: String,
    of meeting: String,
    _ segments: [JSONValue],
    _ video: String?,
    _ actor: JSONValue,
    _ time: JSONValue
  ) {
    let raw = segments.map { "\($0["speaker"]?["name"]?.text ?? ""): \($0["speech"]?.text ?? "")" }
    add(
      .recording,
      Thing(
        id: id,
        owner: meeting,
        json: [
          "id": self.id(["meeting_id": meeting, "call_recording_id": id]),
          "status": "completed",
          "web_url": .text("https://app.attio.com/\(workspace.slug)/calls/\(meeting)/\(id)"),
          "created_by_actor": actor,
          "created_at": time,
          "video_url": .optional(video),
          "transcript": [
            "segments": .list(segments), "raw_transcript": .text(raw.joined(separator: "\n")),
          ],
        ]
      )
    )
  }

  mutating func addActivity(
    _ id: String,
    _ names: (slug: String, singular: String, plural: String),
    _ parent: String,
    _ time: JSONValue
  ) {
    let schema = identifier("activity schema \(parent)")
    let activity = Thing(
      id: id,
      json: [
        "id": self.id(["activity_id": id]),
        "api_slug": .text(names.slug),
        "singular_noun": .text(names.singular),
        "plural_noun": .text(names.plural),
        "extends": [["schema_id": .text(schema), "schema_slug": .text(parent)]],
        "is_system_activity": false,
        "created_at": time,
      ]
    )
    add(.activity, activity)
    for row in AttributeRow.activity + AttributeRow.common { add(row, to: activity, at: time) }
  }

  mutating func addActivityRecord(
    _ id: String,
    of activity: Thing,
    _ values: JSONValue,
    at time: JSONValue
  ) {
    add(
      .activityRecord,
      Thing(
        id: id,
        owner: activity.id,
        json: [
          "id": self.id(["activity_id": activity.id, "record_id": id]),
          "created_at": time,
          "values": values,
        ]
      )
    )
  }
}
