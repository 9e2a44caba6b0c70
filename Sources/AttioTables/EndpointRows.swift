// swift-format-ignore-file: one row a line, however long.

extension EndpointRequirements {
  /// Attio's operations as its OpenAPI document of 2026-10-03 has them, one a line.
  ///
  /// Columns: method and path; title; the scopes that every such call needs; further ones by case, separated by
  /// semicolons; remarks: `workspace` (takes a workspace's token only), the stage, requests a second where it has a
  /// limit of its own. `make spec` compares these rows with a newer document.
  static let rows: StaticString = """
    GET /v2/objects | List objects | object_configuration:read |  |
    POST /v2/objects | Create an object | object_configuration:read-write |  |
    GET /v2/objects/{object} | Get an object | object_configuration:read |  |
    PATCH /v2/objects/{object} | Update an object | object_configuration:read-write |  |
    GET /v2/objects/{object}/views | List views for object | object_configuration:read |  |
    GET /v2/{target}/{identifier}/attributes | List attributes |  | target=objects: object_configuration:read; target=lists: list_configuration:read |
    POST /v2/{target}/{identifier}/attributes | Create an attribute |  | target=objects: object_configuration:read-write; target=lists: list_configuration:read-write |
    GET /v2/{target}/{identifier}/attributes/{attribute} | Get an attribute |  | target=objects: object_configuration:read; target=lists: list_configuration:read |
    PATCH /v2/{target}/{identifier}/attributes/{attribute} | Update an attribute |  | target=objects: object_configuration:read-write; target=lists: list_configuration:read-write |
    GET /v2/{target}/{identifier}/attributes/{attribute}/options | List select options |  | target=objects: object_configuration:read; target=lists: list_configuration:read |
    POST /v2/{target}/{identifier}/attributes/{attribute}/options | Create a select option |  | target=objects: object_configuration:read-write; target=lists: list_configuration:read-write |
    PATCH /v2/{target}/{identifier}/attributes/{attribute}/options/{option} | Update a select option |  | target=objects: object_configuration:read-write; target=lists: list_configuration:read-write |
    GET /v2/{target}/{identifier}/attributes/{attribute}/statuses | List statuses |  | target=objects: object_configuration:read; target=lists: list_configuration:read |
    POST /v2/{target}/{identifier}/attributes/{attribute}/statuses | Create a status |  | target=objects: object_configuration:read-write; target=lists: list_configuration:read-write |
    PATCH /v2/{target}/{identifier}/attributes/{attribute}/statuses/{status} | Update a status |  | target=objects: object_configuration:read-write; target=lists: list_configuration:read-write |
    POST /v2/objects/{object}/records/query | List records | record_permission:read object_configuration:read |  |
    POST /v2/objects/{object}/records | Create a record | record_permission:read-write object_configuration:read |  |
    PUT /v2/objects/{object}/records | Upsert a record | record_permission:read-write object_configuration:read |  |
    DELETE /v2/objects/{object}/records/{record_id} | Delete a record | object_configuration:read record_permission:read-write |  |
    GET /v2/objects/{object}/records/{record_id} | Get a record | record_permission:read object_configuration:read |  |
    PATCH /v2/objects/{object}/records/{record_id} | Update a record (append multiselect values) | record_permission:read-write object_configuration:read |  |
    PUT /v2/objects/{object}/records/{record_id} | Update a record (overwrite multiselect values) | record_permission:read-write object_configuration:read |  |
    POST /v2/objects/{object}/records/merge | Merge two records | record_permission:read-write object_configuration:read |  | beta 5/s
    GET /v2/objects/{object}/records/{record_id}/attributes/{attribute}/values | List record attribute values | record_permission:read object_configuration:read |  |
    GET /v2/objects/{object}/records/{record_id}/entries | List record entries | record_permission:read object_configuration:read list_entry:read |  |
    POST /v2/objects/records/search | Search records | record_permission:read object_configuration:read |  | beta
    POST /v2/sql | Query SQL | record_permission:read object_configuration:read |  | beta 2/s
    GET /v2/lists | List all lists | list_configuration:read |  |
    POST /v2/lists | Create a list | list_configuration:read-write |  |
    GET /v2/lists/{list} | Get a list | list_configuration:read |  |
    PATCH /v2/lists/{list} | Update a list | list_configuration:read-write |  |
    GET /v2/lists/{list}/views | List views for list | list_configuration:read |  |
    POST /v2/lists/{list}/entries/query | List entries | list_entry:read list_configuration:read |  |
    POST /v2/lists/{list}/entries | Create an entry (add record to list) | list_entry:read-write list_configuration:read |  |
    PUT /v2/lists/{list}/entries | Upsert a list entry by parent | list_entry:read-write list_configuration:read |  |
    DELETE /v2/lists/{list}/entries/{entry_id} | Delete a list entry | list_entry:read-write list_configuration:read |  |
    GET /v2/lists/{list}/entries/{entry_id} | Get a list entry | list_entry:read list_configuration:read |  |
    PATCH /v2/lists/{list}/entries/{entry_id} | Update a list entry (append multiselect values) | list_entry:read-write list_configuration:read |  |
    PUT /v2/lists/{list}/entries/{entry_id} | Update a list entry (overwrite multiselect values) | list_entry:read-write list_configuration:read |  |
    GET /v2/lists/{list}/entries/{entry_id}/attributes/{attribute}/values | List attribute values for a list entry | list_entry:read list_configuration:read |  |
    GET /v2/workspace_members | List workspace members | user_management:read |  |
    GET /v2/workspace_members/{workspace_member_id} | Get a workspace member | user_management:read |  |
    GET /v2/notes | List notes | note:read object_configuration:read record_permission:read |  | 10/s
    POST /v2/notes | Create a note | note:read-write object_configuration:read record_permission:read |  |
    DELETE /v2/notes/{note_id} | Delete a note | note:read-write |  |
    GET /v2/notes/{note_id} | Get a note | note:read object_configuration:read record_permission:read |  |
    GET /v2/tasks | List tasks | task:read object_configuration:read record_permission:read user_management:read |  |
    POST /v2/tasks | Create a task | task:read-write object_configuration:read record_permission:read user_management:read |  |
    DELETE /v2/tasks/{task_id} | Delete a task | task:read-write |  |
    GET /v2/tasks/{task_id} | Get a task | task:read object_configuration:read record_permission:read user_management:read |  |
    PATCH /v2/tasks/{task_id} | Update a task | task:read-write object_configuration:read record_permission:read user_management:read |  |
    GET /v2/threads | List threads | comment:read | on records: object_configuration:read record_permission:read; on list entries: list_configuration:read list_entry:read |
    GET /v2/threads/{thread_id} | Get a thread | comment:read | on records: object_configuration:read record_permission:read; on list entries: list_configuration:read list_entry:read |
    POST /v2/comments | Create a comment | comment:read-write | on records: object_configuration:read record_permission:read; on list entries: list_configuration:read list_entry:read |
    DELETE /v2/comments/{comment_id} | Delete a comment | comment:read-write |  |
    GET /v2/comments/{comment_id} | Get a comment | comment:read | on records: object_configuration:read record_permission:read; on list entries: list_configuration:read list_entry:read |
    GET /v2/meetings | List meetings | meeting:read record_permission:read |  | workspace beta
    POST /v2/meetings | Create a meeting | meeting:read-write record_permission:read |  | beta
    GET /v2/meetings/{meeting_id} | Get a meeting | meeting:read record_permission:read |  | beta
    GET /v2/meetings/{meeting_id}/call_recordings | List call recordings | meeting:read call_recording:read |  | beta
    POST /v2/meetings/{meeting_id}/call_recordings | Create call recording | meeting:read call_recording:read-write |  | beta 1/s
    DELETE /v2/meetings/{meeting_id}/call_recordings/{call_recording_id} | Delete call recording | meeting:read call_recording:read-write |  | beta
    GET /v2/meetings/{meeting_id}/call_recordings/{call_recording_id} | Get call recording | meeting:read call_recording:read |  | beta
    GET /v2/meetings/{meeting_id}/call_recordings/{call_recording_id}/transcript | Get call transcript | meeting:read call_recording:read |  | workspace beta
    GET /v2/files | List files | object_configuration:read record_permission:read file:read |  | beta
    POST /v2/files | Create a folder | file:read-write object_configuration:read record_permission:read |  | beta
    POST /v2/files/upload | Upload a file | file:read-write object_configuration:read record_permission:read |  | beta 1/s
    DELETE /v2/files/{file_id} | Delete a file | file:read-write object_configuration:read record_permission:read |  | beta
    GET /v2/files/{file_id} | Get a file | file:read object_configuration:read record_permission:read |  | beta
    GET /v2/files/{file_id}/download | Download a file | object_configuration:read record_permission:read file:read |  | beta
    GET /v2/webhooks | List webhooks | webhook:read |  | workspace
    POST /v2/webhooks | Create a webhook | webhook:read-write |  | workspace
    DELETE /v2/webhooks/{webhook_id} | Delete a webhook | webhook:read-write |  | workspace
    GET /v2/webhooks/{webhook_id} | Get a webhook | webhook:read |  | workspace
    PATCH /v2/webhooks/{webhook_id} | Update a webhook | webhook:read-write |  | workspace
    GET /v2/self | Identify |  |  |
    PATCH /v2/notes/{note_id} | Update a note | note:read-write object_configuration:read record_permission:read |  |
    DELETE /v2/objects/{object} | Delete an object | object_configuration:read-write record_permission:read-write |  |
    DELETE /v2/meetings/{meeting_id} | Delete a meeting | meeting:read-write |  | beta
    GET /v2/emails | List emails | email:read record_permission:read object_configuration:read |  | workspace alpha
    POST /v2/sequences/unsubscribed_emails | Record unsubscribed e-mail addresses | sequence_unsubscribe:read-write |  | beta
    PUT /v2/lists/{list}/entries/{entry_id}/attributes/{attribute}/values | Write list entry attribute values | list_entry:read-write list_configuration:read |  | beta
    PATCH /v2/meetings/{meeting_id} | Update a meeting (append linked records) | meeting:read-write record_permission:read |  | beta
    PUT /v2/meetings/{meeting_id} | Update a meeting (overwrite linked records) | meeting:read-write record_permission:read |  | beta
    PUT /v2/objects/{object}/records/{record_id}/attributes/{attribute}/values | Write record attribute values | record_permission:read-write object_configuration:read |  | beta
    GET /v2/activities | List activities | activity_configuration:read |  | alpha
    POST /v2/activities | Create an activity | activity_configuration:read-write |  | alpha
    DELETE /v2/activities/{activity} | Delete an activity | activity_configuration:read-write activity_record:read-write |  | alpha
    GET /v2/activities/{activity} | Get an activity | activity_configuration:read |  | alpha
    PATCH /v2/activities/{activity} | Update an activity | activity_configuration:read-write |  | alpha
    POST /v2/activities/{activity}/records | Create an activity record | activity_record:read-write activity_configuration:read object_configuration:read record_permission:read |  | alpha
    PUT /v2/activities/{activity}/records | Upsert an activity record | activity_record:read-write activity_configuration:read object_configuration:read record_permission:read |  | alpha
    POST /v2/activities/{activity}/records/query | List activity records | activity_record:read activity_configuration:read object_configuration:read record_permission:read |  | alpha
    DELETE /v2/activities/{activity}/records/{record_id} | Delete an activity record | activity_record:read-write activity_configuration:read object_configuration:read record_permission:read |  | alpha
    GET /v2/activities/{activity}/records/{record_id} | Get an activity record | activity_record:read activity_configuration:read object_configuration:read record_permission:read |  | alpha
    PATCH /v2/activities/{activity}/records/{record_id} | Update an activity record (append multiselect values) | activity_record:read-write activity_configuration:read object_configuration:read record_permission:read |  | alpha
    PUT /v2/activities/{activity}/records/{record_id} | Update an activity record (overwrite multiselect values) | activity_record:read-write activity_configuration:read object_configuration:read record_permission:read |  | alpha
    """
}
