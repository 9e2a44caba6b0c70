import Testing

/// The errors that are about one request, not about the token.
extension ErrorsPage {
  static var requests: String {
    ([
      "### About one request, not about the token",
      "",
      "The type is `invalid_request_error`; `message`, `validation_errors` and `path` say what to change.",
      "",
      "| HTTP | `code` | Means | What to do |",
      "|---|---|---|---|",
    ] + errors.map { "| \($0.status) | `\($0.code)` | \($0.meaning) | \($0.remedy) |" })
    .joined(separator: "\n")
  }

  /// One code of Attio's.
  struct RequestError: Sendable {
    var status: Int
    var code: String
    var meaning: String
    var remedy: String

    init(_ status: Int, _ code: String, _ meaning: String, _ remedy: String) {
      self.status = status
      self.code = code
      self.meaning = meaning
      self.remedy = remedy
    }
  }

  /// All codes that Attio's document lists for calls, but those of the states.
  static let errors: [RequestError] = [
    .init(
      400,
      "validation_type",
      "a member is missing or has the wrong type",
      "mend what `validation_errors` names"
    ),
    .init(400, "missing_value", "a required value is missing", "send it"),
    .init(
      400,
      "value_not_found",
      "an option, status, record or attribute in the body does not exist",
      "read the names with `GET /v2/objects/{object}/attributes`"
    ),
    .init(
      400,
      "filter_error",
      "the filter or the SQL cannot be read",
      "look at `path` in the answer"
    ),
    .init(
      400,
      "unknown_filter_attribute_slug",
      "the filter names an attribute that is not there",
      "correct the slug"
    ),
    .init(400, "immutable_value", "the value cannot be changed once it is set", "leave it out"),
    .init(
      400,
      "multiple_match_results",
      "several records match the upsert",
      "match by a unique attribute, or merge them"
    ),
    .init(
      400,
      "matching_attribute_definition_not_unique",
      "`matching_attribute` is not unique",
      "name a unique attribute, such as `email_addresses` or `domains`"
    ),
    .init(
      400,
      "uniqueness_conflict",
      "another record has this value of a unique attribute",
      "update the record that the message names"
    ),
    .init(400, "duplicate_values", "a value stands twice", "send it once"),
    .init(
      400,
      "multiple_values_for_single_value_attribute",
      "several values for an attribute that holds one",
      "send one"
    ),
    .init(400, "system_edit_unauthorized", "Attio sets this itself", "leave it alone"),
    .init(400, "formula_edit_unauthorized", "a formula computes this", "leave it out"),
    .init(400, "self_merge", "both records are the same", "name two"),
    .init(400, "merge_in_progress", "the record is being merged", "send the same call again later"),
    .init(400, "limit_reached", "there are too many of them", "remove some first"),
    .init(
      400,
      "quota_exceeded",
      "the workspace has all the objects that its plan allows",
      "ask an admin about the plan"
    ),
    .init(
      400,
      "particle_gate_violation",
      "the plan or a switch of the workspace does not allow it",
      "ask an admin about the plan"
    ),
    .init(
      400,
      "standard_object_disabled",
      "the object is switched off in this workspace",
      "have an admin switch it on"
    ),
    .init(404, "not_found", "no such record, list, note …", "check the ID and the workspace"),
    .init(404, "value_not_found", "a record in the body does not exist", "check the ID"),
    .init(404, "merge_in_progress", "the record is being merged into another", "ask again later"),
    .init(409, "slug_conflict", "the slug is taken", "choose another"),
    .init(
      409,
      "concurrent_write_conflict",
      "somebody wrote the same record at the same time",
      "send the same call again"
    ),
    .init(
      409,
      "uniqueness_conflict",
      "a webhook with this URL, event and filter exists",
      "use that one"
    ),
    .init(413, "validation_type", "the note is too long", "shorten it"),
    .init(
      429,
      "rate_limit_exceeded",
      "too many requests, or a query whose score is over the limit",
      "wait as `Retry-After` says; a query that is refused again and again must be simplified"
    ),
  ]
}
