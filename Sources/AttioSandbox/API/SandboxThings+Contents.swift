import Ground
import LocalHTTP

/// What stands on records: notes, tasks, comments, meetings; and webhooks.
extension SandboxThings {
  /// Threads on a record or on an entry of a list, as the query asks.
  func threads(query: FormFields) -> [JSONValue] {
    let isOnEntry = query["entry_id"] != nil || query["list"] != nil
    let isOnRecord = query["record_id"] != nil || query["object"] != nil
    let places =
      isOnEntry == isOnRecord ? ["record", "entry"] : [isOnEntry ? "entry" : "record"]
    return places.map { place in
      [
        "id": id(["thread_id": workspace.identifier("thread on \(place)")]),
        "comments": [comment("comment on \(place)")],
        "created_at": Self.createdAt,
      ]
    }
  }

  func comment(_ name: String) -> JSONValue {
    let place = name.hasSuffix("entry") ? "entry" : "record"
    let entry: JSONValue = [
      "entry_id": .text(workspace.identifier("entry")),
      "list_id": .text(workspace.identifier("list sales")),
    ]
    let record: JSONValue = [
      "record_id": .text(workspace.identifier("people Ada Lovelace")),
      "object_id": .text(workspace.identifier("object people")),
    ]
    return [
      "id": id(["comment_id": workspace.identifier(name)]),
      "thread_id": .text(workspace.identifier("thread on \(place)")),
      "content_plaintext": "A comment of the sandbox.",
      "entry": place == "entry" ? entry : nil,
      "record": place == "record" ? record : nil,
      "resolved_at": nil,
      "resolved_by": nil,
      "created_at": Self.createdAt,
      "author": actor,
    ]
  }

  /// Kinds of which one example is enough; kinds that are absent have none at all.
  var contents: [String: [JSONValue]] {
    [
      "notes": [note], "tasks": [task], "meetings": [meeting], "call_recordings": [recording],
      "transcript": [transcript], "webhooks": [webhook], "files": [file],
    ]
  }

  private var note: JSONValue {
    [
      "id": id(["note_id": workspace.identifier("note")]),
      "parent_object": "people",
      "parent_record_id": .text(workspace.identifier("people Ada Lovelace")),
      "title": "First note",
      "meeting_id": nil,
      "content_plaintext": "A note of the sandbox.",
      "content_markdown": "A note of the sandbox.",
      "tags": [],
      "created_by_actor": actor,
      "created_at": Self.createdAt,
    ]
  }

  private var task: JSONValue {
    [
      "id": id(["task_id": workspace.identifier("task")]),
      "content_plaintext": "A task of the sandbox.",
      "deadline_at": nil,
      "is_completed": false,
      "linked_records": [],
      "assignees": [],
      "created_by_actor": actor,
      "created_at": Self.createdAt,
    ]
  }

  private var meeting: JSONValue {
    [
      "id": id(["meeting_id": workspace.identifier("meeting")]),
      "title": "A meeting of the sandbox",
      "description": "",
      "is_all_day": false,
      "start": ["datetime": "2025-11-03T18:00:00.000000000Z", "timezone": "UTC"],
      "end": ["datetime": "2025-11-03T18:30:00.000000000Z", "timezone": "UTC"],
      "participants": [],
      "linked_records": [],
      "created_at": Self.createdAt,
      "created_by_actor": actor,
    ]
  }

  private var recordingID: JSONValue {
    id([
      "meeting_id": workspace.identifier("meeting"),
      "call_recording_id": workspace.identifier("recording"),
    ])
  }

  private var recording: JSONValue {
    [
      "id": recordingID,
      "status": "completed",
      "web_url": .text("https://app.attio.com/\(workspace.slug)/calls"),
      "created_by_actor": actor,
      "created_at": Self.createdAt,
    ]
  }

  private var transcript: JSONValue {
    [
      "id": recordingID,
      "transcript": [],
      "raw_transcript": "",
      "web_url": .text("https://app.attio.com/\(workspace.slug)/calls"),
    ]
  }

  private var webhook: JSONValue {
    [
      "target_url": "https://example.com/webhook",
      "subscriptions": [["event_type": "record.created", "filter": nil]],
      "id": id(["webhook_id": workspace.identifier("webhook")]),
      "status": "active",
      "created_at": Self.createdAt,
    ]
  }

  private var file: JSONValue {
    [
      "id": id(["file_id": workspace.identifier("file")]),
      "name": "file.txt",
      "created_at": Self.createdAt,
    ]
  }
}
