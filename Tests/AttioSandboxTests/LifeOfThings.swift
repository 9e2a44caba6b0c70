/// Calls that reach each of Attio's operations, in an order in which each can be made.
///
/// `{name}` in a path or a body stands for something that an earlier answer held.
enum LifeOfThings {
  /// One call.
  struct Step: Sendable {
    var operation: String
    var path: String
    var body: String
    /// What to remember of the answer: a name, and where it stands.
    var keep: (name: String, at: [String])?

    init(
      _ operation: String,
      _ path: String? = nil,
      _ body: String = "",
      keep: (name: String, at: [String])? = nil
    ) {
      self.operation = operation
      self.path = path ?? String(operation.split(separator: " ")[1])
      self.body = body
      self.keep = keep
    }
  }

  static let steps = objects + records + lists + contents + meetings + files + others + ends

  private static let attribute =
    #""description":null,"is_required":false,"is_unique":false,"is_multiselect":false,"config":{}"#

  private static let objects: [Step] = [
    Step("GET /v2/self"),
    Step("GET /v2/objects"),
    Step(
      "POST /v2/objects",
      nil,
      #"{"data":{"api_slug":"boats","singular_noun":"Boat","plural_noun":"Boats"}}"#
    ),
    Step("GET /v2/objects/{object}", "/v2/objects/boats"),
    Step("PATCH /v2/objects/{object}", "/v2/objects/boats", #"{"data":{"plural_noun":"Ships"}}"#),
    Step("GET /v2/objects/{object}/views", "/v2/objects/people/views?limit=1"),
    Step("GET /v2/{target}/{identifier}/attributes", "/v2/objects/deals/attributes"),
    Step("GET /v2/{target}/{identifier}/attributes", "/v2/lists/sales/attributes"),
    Step(
      "POST /v2/{target}/{identifier}/attributes",
      "/v2/objects/boats/attributes",
      #"{"data":{"title":"Colour","api_slug":"colour","type":"select",\#(attribute)}}"#
    ),
    Step(
      "POST /v2/{target}/{identifier}/attributes",
      "/v2/lists/sales/attributes",
      #"{"data":{"title":"State","api_slug":"state","type":"status",\#(attribute)}}"#
    ),
    Step(
      "GET /v2/{target}/{identifier}/attributes/{attribute}",
      "/v2/objects/boats/attributes/colour"
    ),
    Step(
      "PATCH /v2/{target}/{identifier}/attributes/{attribute}",
      "/v2/objects/boats/attributes/colour",
      #"{"data":{"title":"Paint"}}"#
    ),
    Step(
      "POST /v2/{target}/{identifier}/attributes/{attribute}/options",
      "/v2/objects/boats/attributes/colour/options",
      #"{"data":{"title":"Red"}}"#
    ),
    Step(
      "GET /v2/{target}/{identifier}/attributes/{attribute}/options",
      "/v2/objects/boats/attributes/colour/options"
    ),
    Step(
      "PATCH /v2/{target}/{identifier}/attributes/{attribute}/options/{option}",
      "/v2/objects/boats/attributes/colour/options/Red",
      #"{"data":{"title":"Crimson"}}"#
    ),
    Step(
      "POST /v2/{target}/{identifier}/attributes/{attribute}/statuses",
      "/v2/lists/sales/attributes/state/statuses",
      #"{"data":{"title":"Afloat"}}"#
    ),
    Step(
      "GET /v2/{target}/{identifier}/attributes/{attribute}/statuses",
      "/v2/lists/sales/attributes/state/statuses"
    ),
    Step(
      "PATCH /v2/{target}/{identifier}/attributes/{attribute}/statuses/{status}",
      "/v2/lists/sales/attributes/state/statuses/Afloat",
      #"{"data":{"target_time_in_status":"P1DT0H0M0S"}}"#
    ),
  ]

  private static let people = "/v2/objects/people/records"

  private static let records: [Step] = [
    Step(
      "POST /v2/objects/{object}/records",
      people,
      #"{"data":{"values":{"name":"Shelley, Mary","email_addresses":["mary@shelley.example"],"#
        + #""phone_numbers":[{"original_phone_number":"+15558675309","country_code":"US"}],"#
        + #""primary_location":"London"}}}"#,
      keep: ("record", ["data", "id", "record_id"])
    ),
    Step(
      "PUT /v2/objects/{object}/records",
      people + "?matching_attribute=email_addresses",
      #"{"data":{"values":{"email_addresses":["mary@shelley.example"],"job_title":"Author"}}}"#
    ),
    Step("POST /v2/objects/{object}/records/query", people + "/query", #"{"limit":2}"#),
    Step(
      "POST /v2/objects/{object}/records/query",
      "/v2/objects/deals/records/query",
      #"{"filter":{"stage":"Lead"},"sorts":[{"direction":"desc","attribute":"value"}]}"#
    ),
    Step("POST /v2/objects/{object}/records/query", "/v2/objects/companies/records/query", "{}"),
    Step("POST /v2/objects/{object}/records/query", "/v2/objects/users/records/query", "{}"),
    Step("POST /v2/objects/{object}/records/query", "/v2/objects/workspaces/records/query", "{}"),
    Step("POST /v2/objects/{object}/records/query", "/v2/objects/projects/records/query", "{}"),
    Step("GET /v2/objects/{object}/records/{record_id}", people + "/{record}"),
    Step(
      "PATCH /v2/objects/{object}/records/{record_id}",
      people + "/{record}",
      #"{"data":{"values":{"email_addresses":["m@s.example"]}}}"#
    ),
    Step(
      "PUT /v2/objects/{object}/records/{record_id}",
      people + "/{record}",
      #"{"data":{"values":{"job_title":"Novelist"}}}"#
    ),
    Step(
      "GET /v2/objects/{object}/records/{record_id}/attributes/{attribute}/values",
      people + "/{record}/attributes/email_addresses/values"
    ),
    Step(
      "PUT /v2/objects/{object}/records/{record_id}/attributes/{attribute}/values",
      people + "/{record}/attributes/job_title/values",
      #"{"data":{"values":[{"value":"Editor","active_from":"2026-01-01T00:00:00.000000000Z","#
        + #""active_until":null}]}}"#
    ),
    Step(
      "POST /v2/objects/records/search",
      nil,
      #"{"query":"","objects":["people","companies","deals"],"request_as":{"type":"workspace"}}"#
    ),
    Step("POST /v2/sql", nil, #"{"sql":"SELECT * FROM people LIMIT 2"}"#),
  ]

  private static let place = #""parent_record_id":"{record}","parent_object":"people""#

  private static let lists: [Step] = [
    Step("GET /v2/lists"),
    Step(
      "POST /v2/lists",
      nil,
      #"{"data":{"name":"Crew","api_slug":"crew","parent_object":"people","#
        + #""workspace_access":"full-access","workspace_member_access":[]}}"#
    ),
    Step("GET /v2/lists/{list}", "/v2/lists/crew"),
    Step("PATCH /v2/lists/{list}", "/v2/lists/crew", #"{"data":{"name":"All"}}"#),
    Step("GET /v2/lists/{list}/views", "/v2/lists/sales/views"),
    Step(
      "POST /v2/lists/{list}/entries",
      "/v2/lists/sales/entries",
      #"{"data":{\#(place),"entry_values":{"amount":5}}}"#,
      keep: ("entry", ["data", "id", "entry_id"])
    ),
    Step(
      "PUT /v2/lists/{list}/entries",
      "/v2/lists/sales/entries",
      #"{"data":{\#(place),"entry_values":{"priority":"High"}}}"#
    ),
    Step(
      "POST /v2/lists/{list}/entries/query",
      "/v2/lists/sales/entries/query",
      #"{"filter":{"priority":"High"}}"#
    ),
    Step("GET /v2/lists/{list}/entries/{entry_id}", "/v2/lists/sales/entries/{entry}"),
    Step(
      "PATCH /v2/lists/{list}/entries/{entry_id}",
      "/v2/lists/sales/entries/{entry}",
      #"{"data":{"entry_values":{"stage":"Contacted"}}}"#
    ),
    Step(
      "PUT /v2/lists/{list}/entries/{entry_id}",
      "/v2/lists/sales/entries/{entry}",
      #"{"data":{"entry_values":{"stage":"Signed"}}}"#
    ),
    Step(
      "GET /v2/lists/{list}/entries/{entry_id}/attributes/{attribute}/values",
      "/v2/lists/sales/entries/{entry}/attributes/stage/values"
    ),
    Step(
      "PUT /v2/lists/{list}/entries/{entry_id}/attributes/{attribute}/values",
      "/v2/lists/sales/entries/{entry}/attributes/amount/values",
      #"{"data":{"values":[{"value":9,"active_from":"2026-01-01T00:00:00.000000000Z","#
        + #""active_until":null}]}}"#
    ),
    Step("GET /v2/objects/{object}/records/{record_id}/entries", people + "/{record}/entries"),
  ]

  private static let contents: [Step] = [
    Step(
      "GET /v2/workspace_members",
      keep: ("member", ["data", "0", "id", "workspace_member_id"])
    ),
    Step("GET /v2/workspace_members/{workspace_member_id}", "/v2/workspace_members/{member}"),
    Step(
      "POST /v2/notes",
      nil,
      #"{"data":{\#(place),"title":"Plan","format":"markdown","content":"A **plan**"}}"#,
      keep: ("note", ["data", "id", "note_id"])
    ),
    Step("GET /v2/notes"),
    Step("GET /v2/notes/{note_id}", "/v2/notes/{note}"),
    Step("PATCH /v2/notes/{note_id}", "/v2/notes/{note}", #"{"data":{"content":"Other"}}"#),
    Step("DELETE /v2/notes/{note_id}", "/v2/notes/{note}"),
    Step(
      "POST /v2/tasks",
      nil,
      #"{"data":{"content":"Write","format":"plaintext","deadline_at":null,"is_completed":false,"#
        + #""linked_records":[{"target_object":"people","target_record_id":"{record}"}],"#
        + #""assignees":[{"workspace_member_email_address":"sam@sandbox.example"}]}}"#,
      keep: ("task", ["data", "id", "task_id"])
    ),
    Step("GET /v2/tasks", "/v2/tasks?linked_record_id={record}&linked_object=people"),
    Step("GET /v2/tasks/{task_id}", "/v2/tasks/{task}"),
    Step("PATCH /v2/tasks/{task_id}", "/v2/tasks/{task}", #"{"data":{"is_completed":true}}"#),
    Step("DELETE /v2/tasks/{task_id}", "/v2/tasks/{task}"),
    Step(
      "POST /v2/comments",
      nil,
      #"{"data":{"format":"plaintext","content":"Hello","author":{"type":"workspace-member","#
        + #""id":"{member}"},"record":{"object":"people","record_id":"{record}"}}}"#,
      keep: ("comment", ["data", "id", "comment_id"])
    ),
    Step(
      "GET /v2/threads",
      "/v2/threads?object=people&record_id={record}",
      keep: ("thread", ["data", "0", "id", "thread_id"])
    ),
    Step("GET /v2/threads/{thread_id}", "/v2/threads/{thread}"),
    Step("GET /v2/comments/{comment_id}", "/v2/comments/{comment}"),
    Step("DELETE /v2/comments/{comment_id}", "/v2/comments/{comment}"),
  ]

  private static let link =
    #"{"data":{"linked_records":[{"object":"people","record_id":"{record}"}]}}"#
  private static let calls = "/v2/meetings/{meeting}/call_recordings"

  private static let meetings: [Step] = [
    Step(
      "POST /v2/meetings",
      nil,
      #"{"data":{"title":"Launch","description":"","is_all_day":false,"participants":[{"#
        + #""is_organizer":true,"status":"accepted","email_address":"m@s.example"}],"#
        + #""start":{"datetime":"2026-05-01T10:00:00Z","timezone":"UTC"},"#
        + #""end":{"datetime":"2026-05-01T11:00:00Z"}}}"#,
      keep: ("meeting", ["data", "id", "meeting_id"])
    ),
    Step("GET /v2/meetings", "/v2/meetings?limit=1"),
    Step("GET /v2/meetings/{meeting_id}", "/v2/meetings/{meeting}"),
    Step("PATCH /v2/meetings/{meeting_id}", "/v2/meetings/{meeting}", link),
    Step("PUT /v2/meetings/{meeting_id}", "/v2/meetings/{meeting}", link),
    Step(
      "POST /v2/meetings/{meeting_id}/call_recordings",
      calls,
      #"{"data":{"transcript":[{"speech":"Hi","start_time":0,"end_time":1.5,"speaker":{"name":"M"}}]}}"#,
      keep: ("call", ["data", "id", "call_recording_id"])
    ),
    Step("GET /v2/meetings/{meeting_id}/call_recordings", calls),
    Step("GET /v2/meetings/{meeting_id}/call_recordings/{call_recording_id}", calls + "/{call}"),
    Step(
      "GET /v2/meetings/{meeting_id}/call_recordings/{call_recording_id}/transcript",
      calls + "/{call}/transcript"
    ),
    Step("DELETE /v2/meetings/{meeting_id}/call_recordings/{call_recording_id}", calls + "/{call}"),
    Step("DELETE /v2/meetings/{meeting_id}", "/v2/meetings/{meeting}"),
  ]

  /// The boundary of the form that is uploaded.
  static let boundary = "a-boundary"

  private static let form = [("object", "people"), ("record_id", "{record}")].map {
    "--\(boundary)\r\nContent-Disposition: form-data; name=\"\($0)\"\r\n\r\n\($1)\r\n"
  }.joined()

  private static let files: [Step] = [
    Step(
      "POST /v2/files",
      nil,
      #"{"object":"people","record_id":"{record}","file_type":"folder","name":"Drafts"}"#,
      keep: ("folder", ["data", "id", "file_id"])
    ),
    Step(
      "POST /v2/files/upload",
      nil,
      form
        + "--\(boundary)\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.txt\"\r\n"
        + "Content-Type: text/plain\r\n\r\nA draft\r\n--\(boundary)--\r\n",
      keep: ("file", ["data", "id", "file_id"])
    ),
    Step("GET /v2/files", "/v2/files?object=people&record_id={record}"),
    Step("GET /v2/files/{file_id}", "/v2/files/{file}"),
    Step("GET /v2/files/{file_id}", "/v2/files/{folder}"),
    Step("GET /v2/files/{file_id}/download", "/v2/files/{file}/download"),
    Step("DELETE /v2/files/{file_id}", "/v2/files/{file}"),
  ]

  private static let trips = "/v2/activities/trips/records"

  private static let others: [Step] = [
    Step(
      "POST /v2/webhooks",
      nil,
      #"{"data":{"target_url":"https://example.com/hook","subscriptions":[{"event_type":"#
        + #""note.created","filter":null}]}}"#,
      keep: ("hook", ["data", "id", "webhook_id"])
    ),
    Step("GET /v2/webhooks"),
    Step("GET /v2/webhooks/{webhook_id}", "/v2/webhooks/{hook}"),
    Step(
      "PATCH /v2/webhooks/{webhook_id}",
      "/v2/webhooks/{hook}",
      #"{"data":{"target_url":"https://example.com/other"}}"#
    ),
    Step("DELETE /v2/webhooks/{webhook_id}", "/v2/webhooks/{hook}"),
    Step("GET /v2/emails"),
    Step(
      "POST /v2/sequences/unsubscribed_emails",
      nil,
      #"{"data":{"email_addresses":["a@b.example"]}}"#
    ),
    Step(
      "POST /v2/activities",
      nil,
      #"{"data":{"api_slug":"trips","singular_noun":"Trip","plural_noun":"Trips","#
        + #""extends":"activities"}}"#
    ),
    Step("GET /v2/activities", "/v2/activities?limit=1"),
    Step("GET /v2/activities/{activity}", "/v2/activities/trips"),
    Step(
      "PATCH /v2/activities/{activity}",
      "/v2/activities/trips",
      #"{"data":{"plural_noun":"Tours"}}"#
    ),
    Step(
      "POST /v2/activities/{activity}/records",
      trips,
      #"{"data":{"values":{"title":"Geneva","external_id":"t-1"}}}"#,
      keep: ("trip", ["data", "id", "record_id"])
    ),
    Step(
      "PUT /v2/activities/{activity}/records",
      trips + "?matching_attribute=external_id",
      #"{"data":{"values":{"external_id":"t-1","title":"Rome"}}}"#
    ),
    Step("POST /v2/activities/{activity}/records/query", trips + "/query", "{}"),
    Step("GET /v2/activities/{activity}/records/{record_id}", trips + "/{trip}"),
    Step(
      "PATCH /v2/activities/{activity}/records/{record_id}",
      trips + "/{trip}",
      #"{"data":{"values":{"title":"Pisa"}}}"#
    ),
    Step(
      "PUT /v2/activities/{activity}/records/{record_id}",
      trips + "/{trip}",
      #"{"data":{"values":{"title":"Bath"}}}"#
    ),
    Step("DELETE /v2/activities/{activity}/records/{record_id}", trips + "/{trip}"),
    Step("DELETE /v2/activities/{activity}", "/v2/activities/trips"),
  ]

  private static let ends: [Step] = [
    Step("DELETE /v2/lists/{list}/entries/{entry_id}", "/v2/lists/sales/entries/{entry}"),
    Step(
      "POST /v2/objects/{object}/records",
      people,
      #"{"data":{"values":{"name":"Byron, George"}}}"#,
      keep: ("other", ["data", "id", "record_id"])
    ),
    Step(
      "POST /v2/objects/{object}/records/merge",
      people + "/merge",
      #"{"data":{"primary_record_id":"{other}","secondary_record_id":"{record}"}}"#,
      keep: ("merged", ["data", "new_record_id"])
    ),
    Step("DELETE /v2/objects/{object}/records/{record_id}", people + "/{merged}"),
    Step("DELETE /v2/objects/{object}", "/v2/objects/boats"),
  ]
}
