/// The methods of the client libraries, one a line.
///
/// Library, method, operation (`-` where Attio has no such endpoint) and a remark, separated by tabs. Read from the libraries' sources in November 2026:
/// attio-js 0.1.1, @interfere/attio 0.1.3, attio-ts-sdk 2.3.3, effect-attio 1.1.0, attio (PyPI) 0.26.1,
/// py-attio 0.9.0, attio (gem) 0.5.0, attio-ruby 0.1.5, attio (hex) 0.3.3, attio-rs 2.0.0.
enum ClientLibraryRows {
  static let text = #"""
    attio-js	objects.list	GET /v2/objects
    attio-js	objects.create	POST /v2/objects
    attio-js	objects.get	GET /v2/objects/{object}
    attio-js	objects.partialUpdate	PATCH /v2/objects/{object}
    attio-js	attributes.list	GET /v2/{target}/{identifier}/attributes
    attio-js	attributes.create	POST /v2/{target}/{identifier}/attributes
    attio-js	attributes.get	GET /v2/{target}/{identifier}/attributes/{attribute}
    attio-js	attributes.update	PATCH /v2/{target}/{identifier}/attributes/{attribute}
    attio-js	attributes.listSelectOptions	GET /v2/{target}/{identifier}/attributes/{attribute}/options
    attio-js	attributes.createSelectOption	POST /v2/{target}/{identifier}/attributes/{attribute}/options
    attio-js	attributes.updateOption	PATCH /v2/{target}/{identifier}/attributes/{attribute}/options/{option}
    attio-js	attributes.listStatuses	GET /v2/{target}/{identifier}/attributes/{attribute}/statuses
    attio-js	attributes.statuses.create	POST /v2/{target}/{identifier}/attributes/{attribute}/statuses
    attio-js	attributes.statuses.update	PATCH /v2/{target}/{identifier}/attributes/{attribute}/statuses/{status}
    attio-js	records.query	POST /v2/objects/{object}/records/query
    attio-js	records.create	POST /v2/objects/{object}/records
    attio-js	records.assert	PUT /v2/objects/{object}/records
    attio-js	records.get	GET /v2/objects/{object}/records/{record_id}
    attio-js	records.partialUpdate	PATCH /v2/objects/{object}/records/{record_id}
    attio-js	records.update	PUT /v2/objects/{object}/records/{record_id}
    attio-js	records.delete	DELETE /v2/objects/{object}/records/{record_id}
    attio-js	records.listAttributeValues	GET /v2/objects/{object}/records/{record_id}/attributes/{attribute}/values
    attio-js	records.listEntries	GET /v2/objects/{object}/records/{record_id}/entries
    attio-js	lists.listAll	GET /v2/lists
    attio-js	lists.create	POST /v2/lists
    attio-js	lists.get	GET /v2/lists/{list}
    attio-js	lists.update	PATCH /v2/lists/{list}
    attio-js	entries.query	POST /v2/lists/{list}/entries/query
    attio-js	entries.create	POST /v2/lists/{list}/entries
    attio-js	entries.assert	PUT /v2/lists/{list}/entries
    attio-js	entries.getEntry	GET /v2/lists/{list}/entries/{entry_id}
    attio-js	entries.update	PATCH /v2/lists/{list}/entries/{entry_id}
    attio-js	entries.overwrite	PUT /v2/lists/{list}/entries/{entry_id}
    attio-js	entries.delete	DELETE /v2/lists/{list}/entries/{entry_id}
    attio-js	entries.attributes.values.list	GET /v2/lists/{list}/entries/{entry_id}/attributes/{attribute}/values
    attio-js	workspaceMembers.list	GET /v2/workspace_members
    attio-js	workspaceMembers.get	GET /v2/workspace_members/{workspace_member_id}
    attio-js	notes.list	GET /v2/notes
    attio-js	notes.create	POST /v2/notes
    attio-js	notes.get	GET /v2/notes/{note_id}
    attio-js	notes.delete	DELETE /v2/notes/{note_id}
    attio-js	tasks.list	GET /v2/tasks
    attio-js	tasks.create	POST /v2/tasks
    attio-js	tasks.get	GET /v2/tasks/{task_id}
    attio-js	tasks.update	PATCH /v2/tasks/{task_id}
    attio-js	tasks.delete	DELETE /v2/tasks/{task_id}
    attio-js	threads.list	GET /v2/threads
    attio-js	threads.get	GET /v2/threads/{thread_id}
    attio-js	comments.create	POST /v2/comments
    attio-js	comments.get	GET /v2/comments/{comment_id}
    attio-js	comments.delete	DELETE /v2/comments/{comment_id}
    attio-js	webhooks.list	GET /v2/webhooks
    attio-js	webhooks.create	POST /v2/webhooks
    attio-js	webhooks.get	GET /v2/webhooks/{webhook_id}
    attio-js	webhooks.partialUpdate	PATCH /v2/webhooks/{webhook_id}
    attio-js	webhooks.delete	DELETE /v2/webhooks/{webhook_id}
    attio-js	meta.identify	GET /v2/self
    @interfere/attio	objects.list	GET /v2/objects
    @interfere/attio	objects.create	POST /v2/objects
    @interfere/attio	objects.get	GET /v2/objects/{object}
    @interfere/attio	objects.update	PATCH /v2/objects/{object}
    @interfere/attio	attributes.list	GET /v2/{target}/{identifier}/attributes
    @interfere/attio	attributes.create	POST /v2/{target}/{identifier}/attributes
    @interfere/attio	attributes.get	GET /v2/{target}/{identifier}/attributes/{attribute}
    @interfere/attio	attributes.update	PATCH /v2/{target}/{identifier}/attributes/{attribute}
    @interfere/attio	attributes.listOptions	GET /v2/{target}/{identifier}/attributes/{attribute}/options
    @interfere/attio	attributes.createOption	POST /v2/{target}/{identifier}/attributes/{attribute}/options
    @interfere/attio	attributes.updateOption	PATCH /v2/{target}/{identifier}/attributes/{attribute}/options/{option}
    @interfere/attio	attributes.listStatuses	GET /v2/{target}/{identifier}/attributes/{attribute}/statuses
    @interfere/attio	attributes.createStatus	POST /v2/{target}/{identifier}/attributes/{attribute}/statuses
    @interfere/attio	attributes.updateStatus	PATCH /v2/{target}/{identifier}/attributes/{attribute}/statuses/{status}
    @interfere/attio	records.query	POST /v2/objects/{object}/records/query
    @interfere/attio	records.create	POST /v2/objects/{object}/records
    @interfere/attio	records.assert	PUT /v2/objects/{object}/records
    @interfere/attio	records.get	GET /v2/objects/{object}/records/{record_id}
    @interfere/attio	records.update	PATCH /v2/objects/{object}/records/{record_id}
    @interfere/attio	records.overwriteUpdate	PUT /v2/objects/{object}/records/{record_id}
    @interfere/attio	records.delete	DELETE /v2/objects/{object}/records/{record_id}
    @interfere/attio	records.getAttributeValues	GET /v2/objects/{object}/records/{record_id}/attributes/{attribute}/values
    @interfere/attio	records.listEntries	GET /v2/objects/{object}/records/{record_id}/entries
    @interfere/attio	records.search	POST /v2/objects/records/search
    @interfere/attio	lists.list	GET /v2/lists
    @interfere/attio	lists.create	POST /v2/lists
    @interfere/attio	lists.get	GET /v2/lists/{list}
    @interfere/attio	lists.update	PATCH /v2/lists/{list}
    @interfere/attio	entries.query	POST /v2/lists/{list}/entries/query
    @interfere/attio	entries.create	POST /v2/lists/{list}/entries
    @interfere/attio	entries.upsertByParent	PUT /v2/lists/{list}/entries
    @interfere/attio	entries.get	GET /v2/lists/{list}/entries/{entry_id}
    @interfere/attio	entries.appendUpdate	PATCH /v2/lists/{list}/entries/{entry_id}
    @interfere/attio	entries.update	PUT /v2/lists/{list}/entries/{entry_id}
    @interfere/attio	entries.delete	DELETE /v2/lists/{list}/entries/{entry_id}
    @interfere/attio	entries.listAttributeValues	GET /v2/lists/{list}/entries/{entry_id}/attributes/{attribute}/values
    @interfere/attio	workspaceMembers.list	GET /v2/workspace_members
    @interfere/attio	workspaceMembers.get	GET /v2/workspace_members/{workspace_member_id}
    @interfere/attio	notes.list	GET /v2/notes
    @interfere/attio	notes.create	POST /v2/notes
    @interfere/attio	notes.get	GET /v2/notes/{note_id}
    @interfere/attio	notes.delete	DELETE /v2/notes/{note_id}
    @interfere/attio	tasks.list	GET /v2/tasks
    @interfere/attio	tasks.create	POST /v2/tasks
    @interfere/attio	tasks.get	GET /v2/tasks/{task_id}
    @interfere/attio	tasks.update	PATCH /v2/tasks/{task_id}
    @interfere/attio	tasks.delete	DELETE /v2/tasks/{task_id}
    @interfere/attio	threads.list	GET /v2/threads
    @interfere/attio	threads.get	GET /v2/threads/{thread_id}
    @interfere/attio	comments.create	POST /v2/comments
    @interfere/attio	comments.get	GET /v2/comments/{comment_id}
    @interfere/attio	comments.delete	DELETE /v2/comments/{comment_id}
    @interfere/attio	meetings.list	GET /v2/meetings
    @interfere/attio	meetings.createOrFind	POST /v2/meetings
    @interfere/attio	meetings.get	GET /v2/meetings/{meeting_id}
    @interfere/attio	callRecordings.listByMeeting	GET /v2/meetings/{meeting_id}/call_recordings
    @interfere/attio	callRecordings.create	POST /v2/meetings/{meeting_id}/call_recordings
    @interfere/attio	callRecordings.get	GET /v2/meetings/{meeting_id}/call_recordings/{call_recording_id}
    @interfere/attio	callRecordings.delete	DELETE /v2/meetings/{meeting_id}/call_recordings/{call_recording_id}
    @interfere/attio	transcripts.get	GET /v2/meetings/{meeting_id}/call_recordings/{call_recording_id}/transcript
    @interfere/attio	scimSchemas.list	-	sends GET /scim/v2/Schemas, which is not in the table
    @interfere/attio	webhooks.list	GET /v2/webhooks
    @interfere/attio	webhooks.create	POST /v2/webhooks
    @interfere/attio	webhooks.get	GET /v2/webhooks/{webhook_id}
    @interfere/attio	webhooks.update	PATCH /v2/webhooks/{webhook_id}
    @interfere/attio	webhooks.delete	DELETE /v2/webhooks/{webhook_id}
    @interfere/attio	meta.identify	GET /v2/self
    attio-ts-sdk	getV2Objects	GET /v2/objects
    attio-ts-sdk	postV2Objects	POST /v2/objects
    attio-ts-sdk	getV2ObjectsByObject	GET /v2/objects/{object}
    attio-ts-sdk	patchV2ObjectsByObject	PATCH /v2/objects/{object}
    attio-ts-sdk	getV2ObjectsByObjectViews	GET /v2/objects/{object}/views
    attio-ts-sdk	getV2ByTargetByIdentifierAttributes	GET /v2/{target}/{identifier}/attributes
    attio-ts-sdk	postV2ByTargetByIdentifierAttributes	POST /v2/{target}/{identifier}/attributes
    attio-ts-sdk	getV2ByTargetByIdentifierAttributesByAttribute	GET /v2/{target}/{identifier}/attributes/{attribute}
    attio-ts-sdk	patchV2ByTargetByIdentifierAttributesByAttribute	PATCH /v2/{target}/{identifier}/attributes/{attribute}
    attio-ts-sdk	getV2ByTargetByIdentifierAttributesByAttributeOptions	GET /v2/{target}/{identifier}/attributes/{attribute}/options
    attio-ts-sdk	postV2ByTargetByIdentifierAttributesByAttributeOptions	POST /v2/{target}/{identifier}/attributes/{attribute}/options
    attio-ts-sdk	patchV2ByTargetByIdentifierAttributesByAttributeOptionsByOption	PATCH /v2/{target}/{identifier}/attributes/{attribute}/options/{option}
    attio-ts-sdk	getV2ByTargetByIdentifierAttributesByAttributeStatuses	GET /v2/{target}/{identifier}/attributes/{attribute}/statuses
    attio-ts-sdk	postV2ByTargetByIdentifierAttributesByAttributeStatuses	POST /v2/{target}/{identifier}/attributes/{attribute}/statuses
    attio-ts-sdk	patchV2ByTargetByIdentifierAttributesByAttributeStatusesByStatus	PATCH /v2/{target}/{identifier}/attributes/{attribute}/statuses/{status}
    attio-ts-sdk	postV2ObjectsByObjectRecordsQuery	POST /v2/objects/{object}/records/query
    attio-ts-sdk	postV2ObjectsByObjectRecords	POST /v2/objects/{object}/records
    attio-ts-sdk	putV2ObjectsByObjectRecords	PUT /v2/objects/{object}/records
    attio-ts-sdk	deleteV2ObjectsByObjectRecordsByRecordId	DELETE /v2/objects/{object}/records/{record_id}
    attio-ts-sdk	getV2ObjectsByObjectRecordsByRecordId	GET /v2/objects/{object}/records/{record_id}
    attio-ts-sdk	patchV2ObjectsByObjectRecordsByRecordId	PATCH /v2/objects/{object}/records/{record_id}
    attio-ts-sdk	putV2ObjectsByObjectRecordsByRecordId	PUT /v2/objects/{object}/records/{record_id}
    attio-ts-sdk	postV2ObjectsByObjectRecordsMerge	POST /v2/objects/{object}/records/merge
    attio-ts-sdk	getV2ObjectsByObjectRecordsByRecordIdAttributesByAttributeValues	GET /v2/objects/{object}/records/{record_id}/attributes/{attribute}/values
    attio-ts-sdk	getV2ObjectsByObjectRecordsByRecordIdEntries	GET /v2/objects/{object}/records/{record_id}/entries
    attio-ts-sdk	postV2ObjectsRecordsSearch	POST /v2/objects/records/search
    attio-ts-sdk	postV2Sql	POST /v2/sql
    attio-ts-sdk	getV2Lists	GET /v2/lists
    attio-ts-sdk	postV2Lists	POST /v2/lists
    attio-ts-sdk	getV2ListsByList	GET /v2/lists/{list}
    attio-ts-sdk	patchV2ListsByList	PATCH /v2/lists/{list}
    attio-ts-sdk	getV2ListsByListViews	GET /v2/lists/{list}/views
    attio-ts-sdk	postV2ListsByListEntriesQuery	POST /v2/lists/{list}/entries/query
    attio-ts-sdk	postV2ListsByListEntries	POST /v2/lists/{list}/entries
    attio-ts-sdk	putV2ListsByListEntries	PUT /v2/lists/{list}/entries
    attio-ts-sdk	deleteV2ListsByListEntriesByEntryId	DELETE /v2/lists/{list}/entries/{entry_id}
    attio-ts-sdk	getV2ListsByListEntriesByEntryId	GET /v2/lists/{list}/entries/{entry_id}
    attio-ts-sdk	patchV2ListsByListEntriesByEntryId	PATCH /v2/lists/{list}/entries/{entry_id}
    attio-ts-sdk	putV2ListsByListEntriesByEntryId	PUT /v2/lists/{list}/entries/{entry_id}
    attio-ts-sdk	getV2ListsByListEntriesByEntryIdAttributesByAttributeValues	GET /v2/lists/{list}/entries/{entry_id}/attributes/{attribute}/values
    attio-ts-sdk	getV2WorkspaceMembers	GET /v2/workspace_members
    attio-ts-sdk	getV2WorkspaceMembersByWorkspaceMemberId	GET /v2/workspace_members/{workspace_member_id}
    attio-ts-sdk	getV2Notes	GET /v2/notes
    attio-ts-sdk	postV2Notes	POST /v2/notes
    attio-ts-sdk	deleteV2NotesByNoteId	DELETE /v2/notes/{note_id}
    attio-ts-sdk	getV2NotesByNoteId	GET /v2/notes/{note_id}
    attio-ts-sdk	getV2Tasks	GET /v2/tasks
    attio-ts-sdk	postV2Tasks	POST /v2/tasks
    attio-ts-sdk	deleteV2TasksByTaskId	DELETE /v2/tasks/{task_id}
    attio-ts-sdk	getV2TasksByTaskId	GET /v2/tasks/{task_id}
    attio-ts-sdk	patchV2TasksByTaskId	PATCH /v2/tasks/{task_id}
    attio-ts-sdk	getV2Threads	GET /v2/threads
    attio-ts-sdk	getV2ThreadsByThreadId	GET /v2/threads/{thread_id}
    attio-ts-sdk	postV2Comments	POST /v2/comments
    attio-ts-sdk	deleteV2CommentsByCommentId	DELETE /v2/comments/{comment_id}
    attio-ts-sdk	getV2CommentsByCommentId	GET /v2/comments/{comment_id}
    attio-ts-sdk	getV2Meetings	GET /v2/meetings
    attio-ts-sdk	postV2Meetings	POST /v2/meetings
    attio-ts-sdk	getV2MeetingsByMeetingId	GET /v2/meetings/{meeting_id}
    attio-ts-sdk	getV2MeetingsByMeetingIdCallRecordings	GET /v2/meetings/{meeting_id}/call_recordings
    attio-ts-sdk	postV2MeetingsByMeetingIdCallRecordings	POST /v2/meetings/{meeting_id}/call_recordings
    attio-ts-sdk	deleteV2MeetingsByMeetingIdCallRecordingsByCallRecordingId	DELETE /v2/meetings/{meeting_id}/call_recordings/{call_recording_id}
    attio-ts-sdk	getV2MeetingsByMeetingIdCallRecordingsByCallRecordingId	GET /v2/meetings/{meeting_id}/call_recordings/{call_recording_id}
    attio-ts-sdk	getV2MeetingsByMeetingIdCallRecordingsByCallRecordingIdTranscript	GET /v2/meetings/{meeting_id}/call_recordings/{call_recording_id}/transcript
    attio-ts-sdk	getV2Files	GET /v2/files
    attio-ts-sdk	postV2Files	POST /v2/files
    attio-ts-sdk	postV2FilesUpload	POST /v2/files/upload
    attio-ts-sdk	deleteV2FilesByFileId	DELETE /v2/files/{file_id}
    attio-ts-sdk	getV2FilesByFileId	GET /v2/files/{file_id}
    attio-ts-sdk	getV2FilesByFileIdDownload	GET /v2/files/{file_id}/download
    attio-ts-sdk	getV2Webhooks	GET /v2/webhooks
    attio-ts-sdk	postV2Webhooks	POST /v2/webhooks
    attio-ts-sdk	deleteV2WebhooksByWebhookId	DELETE /v2/webhooks/{webhook_id}
    attio-ts-sdk	getV2WebhooksByWebhookId	GET /v2/webhooks/{webhook_id}
    attio-ts-sdk	patchV2WebhooksByWebhookId	PATCH /v2/webhooks/{webhook_id}
    attio-ts-sdk	getV2Self	GET /v2/self
    attio-ts-sdk	sdk.objects.list	GET /v2/objects
    attio-ts-sdk	listObjects	GET /v2/objects
    attio-ts-sdk	sdk.objects.get	GET /v2/objects/{object}
    attio-ts-sdk	getObject	GET /v2/objects/{object}
    attio-ts-sdk	sdk.objects.create	POST /v2/objects
    attio-ts-sdk	createObject	POST /v2/objects
    attio-ts-sdk	sdk.objects.update	PATCH /v2/objects/{object}
    attio-ts-sdk	updateObject	PATCH /v2/objects/{object}
    attio-ts-sdk	sdk.records.create	POST /v2/objects/{object}/records
    attio-ts-sdk	createRecord	POST /v2/objects/{object}/records
    attio-ts-sdk	sdk.records.update	PATCH /v2/objects/{object}/records/{record_id}
    attio-ts-sdk	updateRecord	PATCH /v2/objects/{object}/records/{record_id}
    attio-ts-sdk	sdk.records.upsert	PUT /v2/objects/{object}/records
    attio-ts-sdk	upsertRecord	PUT /v2/objects/{object}/records
    attio-ts-sdk	sdk.records.get	GET /v2/objects/{object}/records/{record_id}
    attio-ts-sdk	getRecord	GET /v2/objects/{object}/records/{record_id}
    attio-ts-sdk	sdk.records.getMany	POST /v2/objects/{object}/records/query
    attio-ts-sdk	getManyRecords	POST /v2/objects/{object}/records/query
    attio-ts-sdk	sdk.records.delete	DELETE /v2/objects/{object}/records/{record_id}
    attio-ts-sdk	deleteRecord	DELETE /v2/objects/{object}/records/{record_id}
    attio-ts-sdk	sdk.records.query	POST /v2/objects/{object}/records/query
    attio-ts-sdk	queryRecords	POST /v2/objects/{object}/records/query
    attio-ts-sdk	sdk.lists.list	GET /v2/lists
    attio-ts-sdk	listLists	GET /v2/lists
    attio-ts-sdk	sdk.lists.get	GET /v2/lists/{list}
    attio-ts-sdk	getList	GET /v2/lists/{list}
    attio-ts-sdk	sdk.lists.queryEntries	POST /v2/lists/{list}/entries/query
    attio-ts-sdk	queryListEntries	POST /v2/lists/{list}/entries/query
    attio-ts-sdk	sdk.lists.addEntry	POST /v2/lists/{list}/entries
    attio-ts-sdk	addListEntry	POST /v2/lists/{list}/entries
    attio-ts-sdk	sdk.lists.updateEntry	PATCH /v2/lists/{list}/entries/{entry_id}
    attio-ts-sdk	updateListEntry	PATCH /v2/lists/{list}/entries/{entry_id}
    attio-ts-sdk	sdk.lists.removeEntry	DELETE /v2/lists/{list}/entries/{entry_id}
    attio-ts-sdk	removeListEntry	DELETE /v2/lists/{list}/entries/{entry_id}
    attio-ts-sdk	sdk.notes.list	GET /v2/notes
    attio-ts-sdk	listNotes	GET /v2/notes
    attio-ts-sdk	sdk.notes.get	GET /v2/notes/{note_id}
    attio-ts-sdk	getNote	GET /v2/notes/{note_id}
    attio-ts-sdk	sdk.notes.create	POST /v2/notes
    attio-ts-sdk	createNote	POST /v2/notes
    attio-ts-sdk	sdk.notes.delete	DELETE /v2/notes/{note_id}
    attio-ts-sdk	deleteNote	DELETE /v2/notes/{note_id}
    attio-ts-sdk	sdk.tasks.list	GET /v2/tasks
    attio-ts-sdk	listTasks	GET /v2/tasks
    attio-ts-sdk	sdk.tasks.get	GET /v2/tasks/{task_id}
    attio-ts-sdk	getTask	GET /v2/tasks/{task_id}
    attio-ts-sdk	sdk.tasks.create	POST /v2/tasks
    attio-ts-sdk	createTask	POST /v2/tasks
    attio-ts-sdk	sdk.tasks.update	PATCH /v2/tasks/{task_id}
    attio-ts-sdk	updateTask	PATCH /v2/tasks/{task_id}
    attio-ts-sdk	sdk.tasks.delete	DELETE /v2/tasks/{task_id}
    attio-ts-sdk	deleteTask	DELETE /v2/tasks/{task_id}
    attio-ts-sdk	sdk.files.list	GET /v2/files
    attio-ts-sdk	listFiles	GET /v2/files
    attio-ts-sdk	sdk.files.listForPerson	GET /v2/files
    attio-ts-sdk	listPersonFiles	GET /v2/files
    attio-ts-sdk	sdk.files.get	GET /v2/files/{file_id}
    attio-ts-sdk	getFile	GET /v2/files/{file_id}
    attio-ts-sdk	sdk.files.download	GET /v2/files/{file_id}/download
    attio-ts-sdk	downloadFile	GET /v2/files/{file_id}/download
    attio-ts-sdk	sdk.files.getDownloadUrl	GET /v2/files/{file_id}/download
    attio-ts-sdk	getFileDownloadUrl	GET /v2/files/{file_id}/download
    attio-ts-sdk	sdk.search.records	POST /v2/objects/records/search
    attio-ts-sdk	searchRecords	POST /v2/objects/records/search
    attio-ts-sdk	sdk.workspaceMembers.list	GET /v2/workspace_members
    attio-ts-sdk	listWorkspaceMembers	GET /v2/workspace_members
    attio-ts-sdk	sdk.workspaceMembers.get	GET /v2/workspace_members/{workspace_member_id}
    attio-ts-sdk	getWorkspaceMember	GET /v2/workspace_members/{workspace_member_id}
    attio-ts-sdk	sdk.metadata.listAttributes	GET /v2/{target}/{identifier}/attributes
    attio-ts-sdk	listAttributes	GET /v2/{target}/{identifier}/attributes
    attio-ts-sdk	sdk.metadata.findAttribute	GET /v2/{target}/{identifier}/attributes
    attio-ts-sdk	findAttribute	GET /v2/{target}/{identifier}/attributes
    attio-ts-sdk	sdk.metadata.getAttribute	GET /v2/{target}/{identifier}/attributes/{attribute}
    attio-ts-sdk	getAttribute	GET /v2/{target}/{identifier}/attributes/{attribute}
    attio-ts-sdk	sdk.metadata.getAttributeOptions	GET /v2/{target}/{identifier}/attributes/{attribute}/options
    attio-ts-sdk	getAttributeOptions	GET /v2/{target}/{identifier}/attributes/{attribute}/options
    attio-ts-sdk	sdk.metadata.getAttributeStatuses	GET /v2/{target}/{identifier}/attributes/{attribute}/statuses
    attio-ts-sdk	getAttributeStatuses	GET /v2/{target}/{identifier}/attributes/{attribute}/statuses
    attio-ts-sdk	sdk.metadata.listAllowedValues	GET /v2/{target}/{identifier}/attributes/{attribute}/options	or …/statuses, the same scopes
    attio-ts-sdk	listAllowedValues	GET /v2/{target}/{identifier}/attributes/{attribute}/options	or …/statuses, the same scopes
    attio-ts-sdk	sdk.metadata.schema	GET /v2/{target}/{identifier}/attributes
    attio-ts-sdk	createSchema	GET /v2/{target}/{identifier}/attributes
    attio (PyPI)	activities.get_v2_activities	GET /v2/activities
    attio (PyPI)	activities.post_v2_activities	POST /v2/activities
    attio (PyPI)	activities.get_v2_activities_activity_	GET /v2/activities/{activity}
    attio (PyPI)	activities.patch_v2_activities_activity_	PATCH /v2/activities/{activity}
    attio (PyPI)	activities.delete_v2_activities_activity_	DELETE /v2/activities/{activity}
    attio (PyPI)	activity_records.post_v2_activities_activity_records_query	POST /v2/activities/{activity}/records/query
    attio (PyPI)	activity_records.post_v2_activities_activity_records	POST /v2/activities/{activity}/records
    attio (PyPI)	activity_records.put_v2_activities_activity_records	PUT /v2/activities/{activity}/records
    attio (PyPI)	activity_records.get_v2_activities_activity_records_record_id_	GET /v2/activities/{activity}/records/{record_id}
    attio (PyPI)	activity_records.patch_v2_activities_activity_records_record_id_	PATCH /v2/activities/{activity}/records/{record_id}
    attio (PyPI)	activity_records.put_v2_activities_activity_records_record_id_	PUT /v2/activities/{activity}/records/{record_id}
    attio (PyPI)	activity_records.delete_v2_activities_activity_records_record_id_	DELETE /v2/activities/{activity}/records/{record_id}
    attio (PyPI)	attributes.get_v2_target_identifier_attributes	GET /v2/{target}/{identifier}/attributes
    attio (PyPI)	attributes.post_v2_target_identifier_attributes	POST /v2/{target}/{identifier}/attributes
    attio (PyPI)	attributes.get_v2_target_identifier_attributes_attribute_	GET /v2/{target}/{identifier}/attributes/{attribute}
    attio (PyPI)	attributes.patch_v2_target_identifier_attributes_attribute_	PATCH /v2/{target}/{identifier}/attributes/{attribute}
    attio (PyPI)	attributes.get_v2_target_identifier_attributes_attribute_options	GET /v2/{target}/{identifier}/attributes/{attribute}/options
    attio (PyPI)	attributes.post_v2_target_identifier_attributes_attribute_options	POST /v2/{target}/{identifier}/attributes/{attribute}/options
    attio (PyPI)	attributes.patch_v2_target_identifier_attributes_attribute_options_option_	PATCH /v2/{target}/{identifier}/attributes/{attribute}/options/{option}
    attio (PyPI)	attributes.get_v2_target_identifier_attributes_attribute_statuses	GET /v2/{target}/{identifier}/attributes/{attribute}/statuses
    attio (PyPI)	attributes.post_v2_target_identifier_attributes_attribute_statuses	POST /v2/{target}/{identifier}/attributes/{attribute}/statuses
    attio (PyPI)	attributes.patch_v2_target_identifier_attributes_attribute_statuses_status_	PATCH /v2/{target}/{identifier}/attributes/{attribute}/statuses/{status}
    attio (PyPI)	call_recordings.get_v2_meetings_meeting_id_call_recordings	GET /v2/meetings/{meeting_id}/call_recordings
    attio (PyPI)	call_recordings.post_v2_meetings_meeting_id_call_recordings	POST /v2/meetings/{meeting_id}/call_recordings
    attio (PyPI)	call_recordings.get_v2_meetings_meeting_id_call_recordings_call_recording_id_	GET /v2/meetings/{meeting_id}/call_recordings/{call_recording_id}
    attio (PyPI)	call_recordings.delete_v2_meetings_meeting_id_call_recordings_call_recording_id_	DELETE /v2/meetings/{meeting_id}/call_recordings/{call_recording_id}
    attio (PyPI)	comments.post_v2_comments	POST /v2/comments
    attio (PyPI)	comments.get_v2_comments_comment_id_	GET /v2/comments/{comment_id}
    attio (PyPI)	comments.delete_v2_comments_comment_id_	DELETE /v2/comments/{comment_id}
    attio (PyPI)	emails.get_v2_emails	GET /v2/emails
    attio (PyPI)	entries.post_v2_lists_list_entries_query	POST /v2/lists/{list}/entries/query
    attio (PyPI)	entries.post_v2_lists_list_entries	POST /v2/lists/{list}/entries
    attio (PyPI)	entries.put_v2_lists_list_entries	PUT /v2/lists/{list}/entries
    attio (PyPI)	entries.get_v2_lists_list_entries_entry_id_	GET /v2/lists/{list}/entries/{entry_id}
    attio (PyPI)	entries.patch_v2_lists_list_entries_entry_id_	PATCH /v2/lists/{list}/entries/{entry_id}
    attio (PyPI)	entries.put_v2_lists_list_entries_entry_id_	PUT /v2/lists/{list}/entries/{entry_id}
    attio (PyPI)	entries.delete_v2_lists_list_entries_entry_id_	DELETE /v2/lists/{list}/entries/{entry_id}
    attio (PyPI)	entries.get_v2_lists_list_entries_entry_id_attributes_attribute_values	GET /v2/lists/{list}/entries/{entry_id}/attributes/{attribute}/values
    attio (PyPI)	entries.put_v2_lists_list_entries_entry_id_attributes_attribute_values	PUT /v2/lists/{list}/entries/{entry_id}/attributes/{attribute}/values
    attio (PyPI)	files.get_v2_files	GET /v2/files
    attio (PyPI)	files.post_v2_files	POST /v2/files
    attio (PyPI)	files.post_v2_files_upload	POST /v2/files/upload
    attio (PyPI)	files.get_v2_files_file_id_	GET /v2/files/{file_id}
    attio (PyPI)	files.delete_v2_files_file_id_	DELETE /v2/files/{file_id}
    attio (PyPI)	files.get_v2_files_file_id_download	GET /v2/files/{file_id}/download
    attio (PyPI)	lists.get_v2_lists	GET /v2/lists
    attio (PyPI)	lists.post_v2_lists	POST /v2/lists
    attio (PyPI)	lists.get_v2_lists_list_	GET /v2/lists/{list}
    attio (PyPI)	lists.patch_v2_lists_list_	PATCH /v2/lists/{list}
    attio (PyPI)	lists.get_v2_lists_list_views	GET /v2/lists/{list}/views
    attio (PyPI)	meetings.get_v2_meetings	GET /v2/meetings
    attio (PyPI)	meetings.post_v2_meetings	POST /v2/meetings
    attio (PyPI)	meetings.get_v2_meetings_meeting_id_	GET /v2/meetings/{meeting_id}
    attio (PyPI)	meetings.patch_v2_meetings_meeting_id_	PATCH /v2/meetings/{meeting_id}
    attio (PyPI)	meetings.put_v2_meetings_meeting_id_	PUT /v2/meetings/{meeting_id}
    attio (PyPI)	meetings.delete_v2_meetings_meeting_id_	DELETE /v2/meetings/{meeting_id}
    attio (PyPI)	meta.get_v2_self	GET /v2/self
    attio (PyPI)	notes.get_v2_notes	GET /v2/notes
    attio (PyPI)	notes.post_v2_notes	POST /v2/notes
    attio (PyPI)	notes.get_v2_notes_note_id_	GET /v2/notes/{note_id}
    attio (PyPI)	notes.patch_v2_notes_note_id_	PATCH /v2/notes/{note_id}
    attio (PyPI)	notes.delete_v2_notes_note_id_	DELETE /v2/notes/{note_id}
    attio (PyPI)	objects.get_v2_objects	GET /v2/objects
    attio (PyPI)	objects.post_v2_objects	POST /v2/objects
    attio (PyPI)	objects.get_v2_objects_object_	GET /v2/objects/{object}
    attio (PyPI)	objects.patch_v2_objects_object_	PATCH /v2/objects/{object}
    attio (PyPI)	objects.delete_v2_objects_object_	DELETE /v2/objects/{object}
    attio (PyPI)	objects.get_v2_objects_object_views	GET /v2/objects/{object}/views
    attio (PyPI)	records.post_v2_objects_object_records_query	POST /v2/objects/{object}/records/query
    attio (PyPI)	records.post_v2_objects_object_records	POST /v2/objects/{object}/records
    attio (PyPI)	records.put_v2_objects_object_records	PUT /v2/objects/{object}/records
    attio (PyPI)	records.get_v2_objects_object_records_record_id_	GET /v2/objects/{object}/records/{record_id}
    attio (PyPI)	records.patch_v2_objects_object_records_record_id_	PATCH /v2/objects/{object}/records/{record_id}
    attio (PyPI)	records.put_v2_objects_object_records_record_id_	PUT /v2/objects/{object}/records/{record_id}
    attio (PyPI)	records.delete_v2_objects_object_records_record_id_	DELETE /v2/objects/{object}/records/{record_id}
    attio (PyPI)	records.post_v2_objects_object_records_merge	POST /v2/objects/{object}/records/merge
    attio (PyPI)	records.get_v2_objects_object_records_record_id_attributes_attribute_values	GET /v2/objects/{object}/records/{record_id}/attributes/{attribute}/values
    attio (PyPI)	records.put_v2_objects_object_records_record_id_attributes_attribute_values	PUT /v2/objects/{object}/records/{record_id}/attributes/{attribute}/values
    attio (PyPI)	records.get_v2_objects_object_records_record_id_entries	GET /v2/objects/{object}/records/{record_id}/entries
    attio (PyPI)	records.post_v2_objects_records_search	POST /v2/objects/records/search
    attio (PyPI)	sequences.post_v2_sequences_unsubscribed_emails	POST /v2/sequences/unsubscribed_emails
    attio (PyPI)	sql.post_v2_sql	POST /v2/sql
    attio (PyPI)	tasks.get_v2_tasks	GET /v2/tasks
    attio (PyPI)	tasks.post_v2_tasks	POST /v2/tasks
    attio (PyPI)	tasks.get_v2_tasks_task_id_	GET /v2/tasks/{task_id}
    attio (PyPI)	tasks.patch_v2_tasks_task_id_	PATCH /v2/tasks/{task_id}
    attio (PyPI)	tasks.delete_v2_tasks_task_id_	DELETE /v2/tasks/{task_id}
    attio (PyPI)	threads.get_v2_threads	GET /v2/threads
    attio (PyPI)	threads.get_v2_threads_thread_id_	GET /v2/threads/{thread_id}
    attio (PyPI)	transcripts.get_v2_meetings_meeting_id_call_recordings_call_recording_id_transcript	GET /v2/meetings/{meeting_id}/call_recordings/{call_recording_id}/transcript
    attio (PyPI)	webhooks.get_v2_webhooks	GET /v2/webhooks
    attio (PyPI)	webhooks.post_v2_webhooks	POST /v2/webhooks
    attio (PyPI)	webhooks.get_v2_webhooks_webhook_id_	GET /v2/webhooks/{webhook_id}
    attio (PyPI)	webhooks.patch_v2_webhooks_webhook_id_	PATCH /v2/webhooks/{webhook_id}
    attio (PyPI)	webhooks.delete_v2_webhooks_webhook_id_	DELETE /v2/webhooks/{webhook_id}
    attio (PyPI)	workspace_members.get_v2_workspace_members	GET /v2/workspace_members
    attio (PyPI)	workspace_members.get_v2_workspace_members_workspace_member_id_	GET /v2/workspace_members/{workspace_member_id}
    py-attio	get_object	GET /v2/objects/{object}
    py-attio	list_objects	GET /v2/objects
    py-attio	create_object	POST /v2/objects
    py-attio	update_object	PATCH /v2/objects/{object}
    py-attio	list_attributes	GET /v2/{target}/{identifier}/attributes
    py-attio	create_attribute	POST /v2/{target}/{identifier}/attributes
    py-attio	get_attribute	GET /v2/{target}/{identifier}/attributes/{attribute}
    py-attio	update_attribute	PATCH /v2/{target}/{identifier}/attributes/{attribute}
    py-attio	list_records	POST /v2/objects/{object}/records/query
    py-attio	get_record	GET /v2/objects/{object}/records/{record_id}
    py-attio	create_record	POST /v2/objects/{object}/records
    py-attio	assert_record	PUT /v2/objects/{object}/records
    py-attio	update_record	PUT /v2/objects/{object}/records/{record_id}
    py-attio	delete_record	DELETE /v2/objects/{object}/records/{record_id}
    py-attio	list_record_values	GET /v2/objects/{object}/records/{record_id}/attributes/{attribute}/values
    py-attio	list_record_entries	GET /v2/objects/{object}/records/{record_id}/entries
    py-attio	list_lists	GET /v2/lists
    py-attio	create_list	POST /v2/lists
    py-attio	get_list	GET /v2/lists/{list}
    py-attio	update_list	PATCH /v2/lists/{list}
    py-attio	list_entries	POST /v2/lists/{list}/entries/query
    py-attio	create_entry	POST /v2/lists/{list}/entries
    py-attio	assert_entries	PUT /v2/lists/{list}/entries
    py-attio	get_entry	GET /v2/lists/{list}/entries/{entry_id}
    py-attio	delete_entry	DELETE /v2/lists/{list}/entries/{entry_id}
    py-attio	list_members	GET /v2/workspace_members
    py-attio	get_member	GET /v2/workspace_members/{workspace_member_id}
    py-attio	list_notes	GET /v2/notes
    py-attio	create_note	POST /v2/notes
    py-attio	get_note	GET /v2/notes/{note_id}
    py-attio	delete_note	DELETE /v2/notes/{note_id}
    py-attio	list_tasks	GET /v2/tasks
    py-attio	create_task	POST /v2/tasks
    py-attio	get_task	GET /v2/tasks/{task_id}
    py-attio	delete_task	DELETE /v2/tasks/{task_id}
    py-attio	update_task	PATCH /v2/tasks/{task_id}
    py-attio	list_threads	GET /v2/threads
    py-attio	get_thread	GET /v2/threads/{thread_id}
    py-attio	create_comment	POST /v2/comments
    py-attio	get_comment	GET /v2/comments/{comment_id}
    py-attio	delete_comment	DELETE /v2/comments/{comment_id}
    py-attio	list_meetings	GET /v2/meetings
    py-attio	get_meetings	GET /v2/meetings/{meeting_id}/call_recordings/{call_recording_id}	defined three times, the last one counts
    py-attio	get_transcript	GET /v2/meetings/{meeting_id}/call_recordings/{call_recording_id}/transcript
    py-attio	list_files	GET /v2/files
    py-attio	create_folder	POST /v2/files
    py-attio	upload_file	POST /v2/files/upload
    py-attio	get_file	GET /v2/files/{file_id}
    py-attio	delete_file	DELETE /v2/files/{file_id}
    py-attio	download_file	GET /v2/files/{file_id}/download
    py-attio	list_webhooks	GET /v2/webhooks
    py-attio	create_webhook	POST /v2/webhooks
    py-attio	get_webhook	GET /v2/webhooks/{webhook_id}
    py-attio	delete_webhook	DELETE /v2/webhooks/{webhook_id}
    py-attio	update_webhook	PATCH /v2/webhooks/{webhook_id}
    py-attio	identify_self	GET /v2/self
    attio (gem)	attributes.list	GET /v2/{target}/{identifier}/attributes
    attio (gem)	attributes.get	GET /v2/{target}/{identifier}/attributes/{attribute}
    attio (gem)	attributes.create	POST /v2/{target}/{identifier}/attributes
    attio (gem)	attributes.update	PATCH /v2/{target}/{identifier}/attributes/{attribute}
    attio (gem)	attributes.list_options	GET /v2/{target}/{identifier}/attributes/{attribute}/options
    attio (gem)	attributes.create_option	POST /v2/{target}/{identifier}/attributes/{attribute}/options
    attio (gem)	attributes.update_option	PATCH /v2/{target}/{identifier}/attributes/{attribute}/options/{option}
    attio (gem)	attributes.list_statuses	GET /v2/{target}/{identifier}/attributes/{attribute}/statuses
    attio (gem)	attributes.create_status	POST /v2/{target}/{identifier}/attributes/{attribute}/statuses
    attio (gem)	attributes.update_status	PATCH /v2/{target}/{identifier}/attributes/{attribute}/statuses/{status}
    attio (gem)	bulk.create_records	POST /v2/objects/{object}/records	meant; sends POST to a path that ends in /bulk, which Attio does not have
    attio (gem)	bulk.update_records	PATCH /v2/objects/{object}/records/{record_id}	meant; sends PATCH to a path that ends in /bulk, which Attio does not have
    attio (gem)	bulk.delete_records	DELETE /v2/objects/{object}/records/{record_id}	meant; sends DELETE to a path that ends in /bulk, which Attio does not have
    attio (gem)	bulk.upsert_records	PUT /v2/objects/{object}/records	meant; sends PUT to a path that ends in /bulk, which Attio does not have
    attio (gem)	bulk.add_list_entries	POST /v2/lists/{list}/entries	meant; sends POST to a path that ends in /bulk, which Attio does not have
    attio (gem)	bulk.remove_list_entries	DELETE /v2/lists/{list}/entries/{entry_id}	meant; sends DELETE to a path that ends in /bulk, which Attio does not have
    attio (gem)	comments.list	-	sends GET /v2/comments, which Attio does not have
    attio (gem)	comments.get	GET /v2/comments/{comment_id}
    attio (gem)	comments.create	POST /v2/comments
    attio (gem)	comments.update	-	sends PATCH /v2/comments/{id}, which Attio does not have
    attio (gem)	comments.delete	DELETE /v2/comments/{comment_id}
    attio (gem)	comments.react	-	sends POST /v2/comments/{id}/reactions, which Attio does not have
    attio (gem)	comments.unreact	-	sends DELETE /v2/comments/{id}/reactions/{id}, which Attio does not have
    attio (gem)	deals.list	POST /v2/objects/{object}/records/query	meant; sends GET /v2/objects/deals/records, which Attio does not have
    attio (gem)	deals.get	GET /v2/objects/{object}/records/{record_id}
    attio (gem)	deals.create	POST /v2/objects/{object}/records
    attio (gem)	deals.update	PATCH /v2/objects/{object}/records/{record_id}
    attio (gem)	deals.delete	DELETE /v2/objects/{object}/records/{record_id}
    attio (gem)	lists.list	GET /v2/lists
    attio (gem)	lists.get	GET /v2/lists/{list}
    attio (gem)	lists.entries	POST /v2/lists/{list}/entries/query	meant; sends GET /v2/lists/{id}/entries, which Attio does not have
    attio (gem)	lists.create_entry	POST /v2/lists/{list}/entries
    attio (gem)	lists.get_entry	GET /v2/lists/{list}/entries/{entry_id}
    attio (gem)	lists.delete_entry	DELETE /v2/lists/{list}/entries/{entry_id}
    attio (gem)	lists.create	POST /v2/lists
    attio (gem)	lists.update	PATCH /v2/lists/{list}
    attio (gem)	lists.query_entries	POST /v2/lists/{list}/entries/query
    attio (gem)	lists.assert_entry	PUT /v2/lists/{list}/entries
    attio (gem)	lists.update_entry	PATCH /v2/lists/{list}/entries/{entry_id}
    attio (gem)	meta.identify	GET /v2/self
    attio (gem)	notes.list	GET /v2/notes
    attio (gem)	notes.get	GET /v2/notes/{note_id}
    attio (gem)	notes.create	POST /v2/notes
    attio (gem)	notes.update	PATCH /v2/notes/{note_id}
    attio (gem)	notes.delete	DELETE /v2/notes/{note_id}
    attio (gem)	objects.list	GET /v2/objects
    attio (gem)	objects.get	GET /v2/objects/{object}
    attio (gem)	objects.create	POST /v2/objects
    attio (gem)	objects.update	PATCH /v2/objects/{object}
    attio (gem)	records.list	POST /v2/objects/{object}/records/query
    attio (gem)	records.get	GET /v2/objects/{object}/records/{record_id}
    attio (gem)	records.create	POST /v2/objects/{object}/records
    attio (gem)	records.update	PATCH /v2/objects/{object}/records/{record_id}
    attio (gem)	records.delete	DELETE /v2/objects/{object}/records/{record_id}
    attio (gem)	records.assert	PUT /v2/objects/{object}/records
    attio (gem)	records.update_with_put	PUT /v2/objects/{object}/records/{record_id}
    attio (gem)	tasks.list	GET /v2/tasks
    attio (gem)	tasks.get	GET /v2/tasks/{task_id}
    attio (gem)	tasks.create	POST /v2/tasks
    attio (gem)	tasks.update	PATCH /v2/tasks/{task_id}
    attio (gem)	tasks.complete	PATCH /v2/tasks/{task_id}
    attio (gem)	tasks.reopen	PATCH /v2/tasks/{task_id}
    attio (gem)	tasks.delete	DELETE /v2/tasks/{task_id}
    attio (gem)	threads.list	GET /v2/threads
    attio (gem)	threads.get	GET /v2/threads/{thread_id}
    attio (gem)	threads.create	-	sends POST /v2/threads, which Attio does not have
    attio (gem)	threads.update	-	sends PATCH /v2/threads/{id}, which Attio does not have
    attio (gem)	threads.close	-	sends PATCH /v2/threads/{id}, which Attio does not have
    attio (gem)	threads.reopen	-	sends PATCH /v2/threads/{id}, which Attio does not have
    attio (gem)	threads.delete	-	sends DELETE /v2/threads/{id}, which Attio does not have
    attio (gem)	threads.add_participants	-	sends POST /v2/threads/{id}/participants, which Attio does not have
    attio (gem)	threads.remove_participants	-	sends DELETE /v2/threads/{id}/participants, which Attio does not have
    attio (gem)	users.list	-	sends GET /v2/users, which Attio does not have
    attio (gem)	users.get	-	sends GET /v2/users/{id}, which Attio does not have
    attio (gem)	workspace_members.list	GET /v2/workspace_members
    attio (gem)	workspace_members.get	GET /v2/workspace_members/{workspace_member_id}
    attio (gem)	workspace_members.invite	-	sends POST /v2/workspace_members/invitations, which Attio does not have
    attio (gem)	workspace_members.update	-	sends PATCH /v2/workspace_members/{id}, which Attio does not have
    attio (gem)	workspace_members.remove	-	sends DELETE /v2/workspace_members/{id}, which Attio does not have
    attio (gem)	workspace_members.accept_invitation	-	sends POST /v2/workspace_members/invitations/{id}/accept, which Attio does not have
    attio (gem)	workspace_members.resend_invitation	-	sends POST /v2/workspace_members/{id}/resend_invitation, which Attio does not have
    attio (gem)	workspace_members.me	GET /v2/workspace_members/{workspace_member_id}
    attio (gem)	workspaces.get	GET /v2/self
    attio (gem)	workspaces.members	GET /v2/workspace_members
    attio (gem)	records.list_all	POST /v2/objects/{object}/records/query
    attio (gem)	deals.update_stage	PATCH /v2/objects/{object}/records/{record_id}
    attio (gem)	deals.mark_won	PATCH /v2/objects/{object}/records/{record_id}
    attio (gem)	deals.mark_lost	PATCH /v2/objects/{object}/records/{record_id}
    attio (gem)	deals.list_by_stage	POST /v2/objects/{object}/records/query	meant; goes through deals.list
    attio (gem)	deals.list_by_company	POST /v2/objects/{object}/records/query	meant; goes through deals.list
    attio (gem)	deals.list_by_owner	POST /v2/objects/{object}/records/query	meant; goes through deals.list
    attio (gem)	deals.pipeline_value	POST /v2/objects/{object}/records/query	meant; goes through deals.list
    attio (gem)	meta.active?	GET /v2/self
    attio (gem)	meta.workspace	GET /v2/self
    attio (gem)	meta.permissions	GET /v2/self
    attio (gem)	meta.permission?	GET /v2/self
    attio (gem)	meta.token_info	GET /v2/self
    attio-ruby (gem)	Person.list	POST /v2/objects/{object}/records/query
    attio-ruby (gem)	Person.all	POST /v2/objects/{object}/records/query
    attio-ruby (gem)	Person.search	POST /v2/objects/{object}/records/query
    attio-ruby (gem)	Person.find_by	POST /v2/objects/{object}/records/query
    attio-ruby (gem)	Person.retrieve	GET /v2/objects/{object}/records/{record_id}
    attio-ruby (gem)	Person.get	GET /v2/objects/{object}/records/{record_id}
    attio-ruby (gem)	Person.find	GET /v2/objects/{object}/records/{record_id}
    attio-ruby (gem)	Person.create	POST /v2/objects/{object}/records
    attio-ruby (gem)	Person.update	PUT /v2/objects/{object}/records/{record_id}
    attio-ruby (gem)	Person.delete	DELETE /v2/objects/{object}/records/{record_id}
    attio-ruby (gem)	Person#save	PATCH /v2/objects/{object}/records/{record_id}	method of what a call returned
    attio-ruby (gem)	Person#destroy	DELETE /v2/objects/{object}/records/{record_id}	method of what a call returned
    attio-ruby (gem)	Company.list	POST /v2/objects/{object}/records/query
    attio-ruby (gem)	Company.all	POST /v2/objects/{object}/records/query
    attio-ruby (gem)	Company.search	POST /v2/objects/{object}/records/query
    attio-ruby (gem)	Company.find_by	POST /v2/objects/{object}/records/query
    attio-ruby (gem)	Company.retrieve	GET /v2/objects/{object}/records/{record_id}
    attio-ruby (gem)	Company.get	GET /v2/objects/{object}/records/{record_id}
    attio-ruby (gem)	Company.find	GET /v2/objects/{object}/records/{record_id}
    attio-ruby (gem)	Company.create	POST /v2/objects/{object}/records
    attio-ruby (gem)	Company.update	PUT /v2/objects/{object}/records/{record_id}
    attio-ruby (gem)	Company.delete	DELETE /v2/objects/{object}/records/{record_id}
    attio-ruby (gem)	Company#save	PATCH /v2/objects/{object}/records/{record_id}	method of what a call returned
    attio-ruby (gem)	Company#destroy	DELETE /v2/objects/{object}/records/{record_id}	method of what a call returned
    attio-ruby (gem)	Deal.list	POST /v2/objects/{object}/records/query
    attio-ruby (gem)	Deal.all	POST /v2/objects/{object}/records/query
    attio-ruby (gem)	Deal.search	POST /v2/objects/{object}/records/query
    attio-ruby (gem)	Deal.find_by	POST /v2/objects/{object}/records/query
    attio-ruby (gem)	Deal.retrieve	GET /v2/objects/{object}/records/{record_id}
    attio-ruby (gem)	Deal.get	GET /v2/objects/{object}/records/{record_id}
    attio-ruby (gem)	Deal.find	GET /v2/objects/{object}/records/{record_id}
    attio-ruby (gem)	Deal.create	POST /v2/objects/{object}/records
    attio-ruby (gem)	Deal.update	PUT /v2/objects/{object}/records/{record_id}
    attio-ruby (gem)	Deal.delete	DELETE /v2/objects/{object}/records/{record_id}
    attio-ruby (gem)	Deal#save	PATCH /v2/objects/{object}/records/{record_id}	method of what a call returned
    attio-ruby (gem)	Deal#destroy	DELETE /v2/objects/{object}/records/{record_id}	method of what a call returned
    attio-ruby (gem)	Deal.in_stage	POST /v2/objects/{object}/records/query
    attio-ruby (gem)	Deal.won	POST /v2/objects/{object}/records/query
    attio-ruby (gem)	Deal.lost	POST /v2/objects/{object}/records/query
    attio-ruby (gem)	Deal.open_deals	POST /v2/objects/{object}/records/query
    attio-ruby (gem)	Deal.find_by_value_range	POST /v2/objects/{object}/records/query
    attio-ruby (gem)	Deal.find_by_owner	POST /v2/objects/{object}/records/query
    attio-ruby (gem)	Deal.closed_in_period	POST /v2/objects/{object}/records/query
    attio-ruby (gem)	Deal.closed_in_quarter	POST /v2/objects/{object}/records/query
    attio-ruby (gem)	Deal.metrics_for_period	POST /v2/objects/{object}/records/query
    attio-ruby (gem)	Deal.high_value	POST /v2/objects/{object}/records/query
    attio-ruby (gem)	Deal.unassigned	POST /v2/objects/{object}/records/query
    attio-ruby (gem)	Deal.recently_created	POST /v2/objects/{object}/records/query
    attio-ruby (gem)	Deal.created_in_period	POST /v2/objects/{object}/records/query
    attio-ruby (gem)	Deal#update_stage	PATCH /v2/objects/{object}/records/{record_id}	method of what a call returned
    attio-ruby (gem)	Deal#update_status	PATCH /v2/objects/{object}/records/{record_id}	method of what a call returned
    attio-ruby (gem)	Deal#update_value	PATCH /v2/objects/{object}/records/{record_id}	method of what a call returned
    attio-ruby (gem)	Company.find_by_size	POST /v2/objects/{object}/records/query
    attio-ruby (gem)	Object.list	GET /v2/objects
    attio-ruby (gem)	Object.all	GET /v2/objects
    attio-ruby (gem)	Object.retrieve	GET /v2/objects/{object}
    attio-ruby (gem)	Object.get	GET /v2/objects/{object}
    attio-ruby (gem)	Object.find	GET /v2/objects/{object}
    attio-ruby (gem)	Object.create	POST /v2/objects
    attio-ruby (gem)	Object.update	PATCH /v2/objects/{object}
    attio-ruby (gem)	Object.delete	DELETE /v2/objects/{object}
    attio-ruby (gem)	Object.destroy	DELETE /v2/objects/{object}
    attio-ruby (gem)	List.list	GET /v2/lists
    attio-ruby (gem)	List.all	GET /v2/lists
    attio-ruby (gem)	List.retrieve	GET /v2/lists/{list}
    attio-ruby (gem)	List.get	GET /v2/lists/{list}
    attio-ruby (gem)	List.find	GET /v2/lists/{list}
    attio-ruby (gem)	List.create	POST /v2/lists
    attio-ruby (gem)	List.update	PATCH /v2/lists/{list}
    attio-ruby (gem)	Note.list	GET /v2/notes
    attio-ruby (gem)	Note.all	GET /v2/notes
    attio-ruby (gem)	Note.retrieve	GET /v2/notes/{note_id}
    attio-ruby (gem)	Note.get	GET /v2/notes/{note_id}
    attio-ruby (gem)	Note.find	GET /v2/notes/{note_id}
    attio-ruby (gem)	Note.create	POST /v2/notes
    attio-ruby (gem)	Note.delete	DELETE /v2/notes/{note_id}
    attio-ruby (gem)	Note.destroy	DELETE /v2/notes/{note_id}
    attio-ruby (gem)	Task.list	GET /v2/tasks
    attio-ruby (gem)	Task.all	GET /v2/tasks
    attio-ruby (gem)	Task.retrieve	GET /v2/tasks/{task_id}
    attio-ruby (gem)	Task.get	GET /v2/tasks/{task_id}
    attio-ruby (gem)	Task.find	GET /v2/tasks/{task_id}
    attio-ruby (gem)	Task.create	POST /v2/tasks
    attio-ruby (gem)	Task.update	PATCH /v2/tasks/{task_id}
    attio-ruby (gem)	Task.delete	DELETE /v2/tasks/{task_id}
    attio-ruby (gem)	Task.destroy	DELETE /v2/tasks/{task_id}
    attio-ruby (gem)	Thread.list	GET /v2/threads
    attio-ruby (gem)	Thread.all	GET /v2/threads
    attio-ruby (gem)	Thread.retrieve	GET /v2/threads/{thread_id}
    attio-ruby (gem)	Thread.get	GET /v2/threads/{thread_id}
    attio-ruby (gem)	Thread.find	GET /v2/threads/{thread_id}
    attio-ruby (gem)	Comment.retrieve	GET /v2/comments/{comment_id}
    attio-ruby (gem)	Comment.get	GET /v2/comments/{comment_id}
    attio-ruby (gem)	Comment.find	GET /v2/comments/{comment_id}
    attio-ruby (gem)	Comment.create	POST /v2/comments
    attio-ruby (gem)	Comment.delete	DELETE /v2/comments/{comment_id}
    attio-ruby (gem)	Comment.destroy	DELETE /v2/comments/{comment_id}
    attio-ruby (gem)	Webhook.list	GET /v2/webhooks
    attio-ruby (gem)	Webhook.all	GET /v2/webhooks
    attio-ruby (gem)	Webhook.retrieve	GET /v2/webhooks/{webhook_id}
    attio-ruby (gem)	Webhook.get	GET /v2/webhooks/{webhook_id}
    attio-ruby (gem)	Webhook.find	GET /v2/webhooks/{webhook_id}
    attio-ruby (gem)	Webhook.create	POST /v2/webhooks
    attio-ruby (gem)	Webhook.update	PATCH /v2/webhooks/{webhook_id}
    attio-ruby (gem)	Webhook.delete	DELETE /v2/webhooks/{webhook_id}
    attio-ruby (gem)	Webhook.destroy	DELETE /v2/webhooks/{webhook_id}
    attio-ruby (gem)	WorkspaceMember.list	GET /v2/workspace_members
    attio-ruby (gem)	WorkspaceMember.all	GET /v2/workspace_members
    attio-ruby (gem)	WorkspaceMember.retrieve	GET /v2/workspace_members/{workspace_member_id}
    attio-ruby (gem)	WorkspaceMember.get	GET /v2/workspace_members/{workspace_member_id}
    attio-ruby (gem)	WorkspaceMember.find	GET /v2/workspace_members/{workspace_member_id}
    attio-ruby (gem)	Meta.identify	GET /v2/self
    attio-ruby (gem)	Attribute.list	GET /v2/{target}/{identifier}/attributes	target objects
    attio-ruby (gem)	Attribute.for_object	GET /v2/{target}/{identifier}/attributes	target objects
    attio-ruby (gem)	Attribute.create	POST /v2/{target}/{identifier}/attributes	target objects
    attio-ruby (gem)	Attribute.retrieve	GET /v2/{target}/{identifier}/attributes/{attribute}	target objects
    attio-ruby (gem)	Attribute.update	PATCH /v2/{target}/{identifier}/attributes/{attribute}	target objects
    attio-ruby (gem)	Entry.list	POST /v2/lists/{list}/entries/query
    attio-ruby (gem)	Entry.create	POST /v2/lists/{list}/entries
    attio-ruby (gem)	Entry.retrieve	GET /v2/lists/{list}/entries/{entry_id}
    attio-ruby (gem)	Entry.update	PATCH /v2/lists/{list}/entries/{entry_id}
    attio-ruby (gem)	Entry.delete	DELETE /v2/lists/{list}/entries/{entry_id}
    attio-ruby (gem)	Entry.assert_by_parent	PUT /v2/lists/{list}/entries
    attio-ruby (gem)	Entry.list_attribute_values	GET /v2/lists/{list}/entries/{entry_id}/attributes/{attribute}/values
    attio-ruby (gem)	List#entries	POST /v2/lists/{list}/entries/query	method of what a call returned
    attio-ruby (gem)	List#add_record	POST /v2/lists/{list}/entries	method of what a call returned
    attio-ruby (gem)	List#remove_record	DELETE /v2/lists/{list}/entries/{entry_id}	method of what a call returned
    attio-ruby (gem)	Note.for_record	GET /v2/notes
    attio-ruby (gem)	Task#complete!	PATCH /v2/tasks/{task_id}	method of what a call returned
    attio (hex)	Attributes.list	GET /v2/{target}/{identifier}/attributes
    attio (hex)	Attributes.create	POST /v2/{target}/{identifier}/attributes
    attio (hex)	Attributes.get	GET /v2/{target}/{identifier}/attributes/{attribute}
    attio (hex)	Attributes.update	PATCH /v2/{target}/{identifier}/attributes/{attribute}
    attio (hex)	Attributes.delete	-	sends DELETE /v2/{id}/{id}/attributes/{id}, which Attio does not have
    attio (hex)	Comments.get	GET /v2/comments/{comment_id}
    attio (hex)	Comments.update	-	sends PATCH /v2/comments/{id}, which Attio does not have
    attio (hex)	Comments.delete	DELETE /v2/comments/{comment_id}
    attio (hex)	Entries.list	POST /v2/lists/{list}/entries/query	meant; sends GET /v2/lists/{id}/entries, which Attio does not have
    attio (hex)	Entries.get	GET /v2/lists/{list}/entries/{entry_id}
    attio (hex)	Entries.create	POST /v2/lists/{list}/entries
    attio (hex)	Entries.update	PATCH /v2/lists/{list}/entries/{entry_id}
    attio (hex)	Entries.delete	DELETE /v2/lists/{list}/entries/{entry_id}
    attio (hex)	Entries.stream	POST /v2/lists/{list}/entries/query	meant; sends GET /v2/lists/{id}/entries, which Attio does not have
    attio (hex)	Entries.stream_all	POST /v2/lists/{list}/entries/query	meant; sends GET /v2/lists/{id}/entries, which Attio does not have
    attio (hex)	Lists.list	GET /v2/lists
    attio (hex)	Lists.get	GET /v2/lists/{list}
    attio (hex)	Lists.create	POST /v2/lists
    attio (hex)	Lists.update	PATCH /v2/lists/{list}
    attio (hex)	Lists.list_views	GET /v2/lists/{list}/views
    attio (hex)	Meetings.list	GET /v2/meetings
    attio (hex)	Meetings.get	GET /v2/meetings/{meeting_id}
    attio (hex)	Meetings.create	POST /v2/meetings
    attio (hex)	Meetings.update	PATCH /v2/meetings/{meeting_id}
    attio (hex)	Meetings.delete	DELETE /v2/meetings/{meeting_id}
    attio (hex)	Meetings.stream	GET /v2/meetings
    attio (hex)	Meetings.stream_all	GET /v2/meetings
    attio (hex)	Meta.get_token	GET /v2/self	meant; sends GET /v2/meta/token, which Attio does not have
    attio (hex)	Notes.list	GET /v2/notes
    attio (hex)	Notes.get	GET /v2/notes/{note_id}
    attio (hex)	Notes.create	POST /v2/notes
    attio (hex)	Notes.update	PATCH /v2/notes/{note_id}
    attio (hex)	Notes.delete	DELETE /v2/notes/{note_id}
    attio (hex)	Notes.stream	GET /v2/notes
    attio (hex)	Notes.stream_all	GET /v2/notes
    attio (hex)	Objects.list	GET /v2/objects
    attio (hex)	Objects.get	GET /v2/objects/{object}
    attio (hex)	Objects.create	POST /v2/objects
    attio (hex)	Objects.update	PATCH /v2/objects/{object}
    attio (hex)	Objects.list_views	GET /v2/objects/{object}/views
    attio (hex)	Records.list	POST /v2/objects/{object}/records/query	meant; sends GET /v2/objects/{id}/records, which Attio does not have
    attio (hex)	Records.get	GET /v2/objects/{object}/records/{record_id}
    attio (hex)	Records.create	POST /v2/objects/{object}/records
    attio (hex)	Records.update	PATCH /v2/objects/{object}/records/{record_id}
    attio (hex)	Records.delete	DELETE /v2/objects/{object}/records/{record_id}
    attio (hex)	Records.assert	PUT /v2/objects/{object}/records	meant; sends POST /v2/objects/{id}/records/assert, which Attio does not have
    attio (hex)	Records.stream	POST /v2/objects/{object}/records/query	meant; sends GET /v2/objects/{id}/records, which Attio does not have
    attio (hex)	Records.stream_all	POST /v2/objects/{object}/records/query	meant; sends GET /v2/objects/{id}/records, which Attio does not have
    attio (hex)	Tasks.list	GET /v2/tasks
    attio (hex)	Tasks.get	GET /v2/tasks/{task_id}
    attio (hex)	Tasks.create	POST /v2/tasks
    attio (hex)	Tasks.update	PATCH /v2/tasks/{task_id}
    attio (hex)	Tasks.delete	DELETE /v2/tasks/{task_id}
    attio (hex)	Tasks.stream	GET /v2/tasks
    attio (hex)	Tasks.stream_all	GET /v2/tasks
    attio (hex)	Threads.list	GET /v2/threads
    attio (hex)	Threads.get	GET /v2/threads/{thread_id}
    attio (hex)	Threads.create	-	sends POST /v2/threads, which Attio does not have
    attio (hex)	Threads.stream	GET /v2/threads
    attio (hex)	Threads.stream_all	GET /v2/threads
    attio (hex)	Webhooks.list	GET /v2/webhooks
    attio (hex)	Webhooks.get	GET /v2/webhooks/{webhook_id}
    attio (hex)	Webhooks.create	POST /v2/webhooks
    attio (hex)	Webhooks.update	PATCH /v2/webhooks/{webhook_id}
    attio (hex)	Webhooks.delete	DELETE /v2/webhooks/{webhook_id}
    attio (hex)	WorkspaceMembers.list	GET /v2/workspace_members	meant; sends GET /v2/workspace-members, which Attio does not have
    attio (hex)	WorkspaceMembers.get	GET /v2/workspace_members/{workspace_member_id}	meant; sends GET /v2/workspace-members/{id}, which Attio does not have
    effect-attio	attributes.list	GET /v2/{target}/{identifier}/attributes
    effect-attio	attributes.create	POST /v2/{target}/{identifier}/attributes
    effect-attio	attributes.get	GET /v2/{target}/{identifier}/attributes/{attribute}
    effect-attio	attributes.update	PATCH /v2/{target}/{identifier}/attributes/{attribute}
    effect-attio	attributes.listSelectOptions	GET /v2/{target}/{identifier}/attributes/{attribute}/options
    effect-attio	attributes.createSelectOption	POST /v2/{target}/{identifier}/attributes/{attribute}/options
    effect-attio	attributes.updateSelectOption	PATCH /v2/{target}/{identifier}/attributes/{attribute}/options/{option}
    effect-attio	attributes.listStatuses	GET /v2/{target}/{identifier}/attributes/{attribute}/statuses
    effect-attio	attributes.createStatus	POST /v2/{target}/{identifier}/attributes/{attribute}/statuses
    effect-attio	attributes.updateStatus	PATCH /v2/{target}/{identifier}/attributes/{attribute}/statuses/{status}
    effect-attio	comments.create	POST /v2/comments
    effect-attio	comments.get	GET /v2/comments/{comment_id}
    effect-attio	comments.delete	DELETE /v2/comments/{comment_id}
    effect-attio	emails.list	GET /v2/emails
    effect-attio	lists.<list slug>.list	POST /v2/lists/{list}/entries/query
    effect-attio	lists.<list slug>.assert	PUT /v2/lists/{list}/entries
    effect-attio	lists.<list slug>.create	POST /v2/lists/{list}/entries
    effect-attio	lists.<list slug>.get	GET /v2/lists/{list}/entries/{entry_id}
    effect-attio	lists.<list slug>.update	PUT /v2/lists/{list}/entries/{entry_id}
    effect-attio	lists.<list slug>.delete	DELETE /v2/lists/{list}/entries/{entry_id}
    effect-attio	lists.<list slug>.patch	PATCH /v2/lists/{list}/entries/{entry_id}
    effect-attio	lists.<list slug>.listAttributeValues	GET /v2/lists/{list}/entries/{entry_id}/attributes/{attribute}/values
    effect-attio	lists.<list slug>.writeAttributeValues	PUT /v2/lists/{list}/entries/{entry_id}/attributes/{attribute}/values
    effect-attio	files.list	GET /v2/files
    effect-attio	files.create	POST /v2/files
    effect-attio	files.upload	POST /v2/files/upload
    effect-attio	files.get	GET /v2/files/{file_id}
    effect-attio	files.delete	DELETE /v2/files/{file_id}
    effect-attio	files.download	GET /v2/files/{file_id}/download
    effect-attio	lists.list	GET /v2/lists
    effect-attio	lists.create	POST /v2/lists
    effect-attio	lists.get	GET /v2/lists/{list}
    effect-attio	lists.update	PATCH /v2/lists/{list}
    effect-attio	lists.listViews	GET /v2/lists/{list}/views
    effect-attio	meetings.list	GET /v2/meetings
    effect-attio	meetings.create	POST /v2/meetings
    effect-attio	meetings.get	GET /v2/meetings/{meeting_id}
    effect-attio	meetings.listCallRecordings	GET /v2/meetings/{meeting_id}/call_recordings
    effect-attio	meetings.createCallRecording	POST /v2/meetings/{meeting_id}/call_recordings
    effect-attio	meetings.getCallRecording	GET /v2/meetings/{meeting_id}/call_recordings/{call_recording_id}
    effect-attio	meetings.deleteCallRecording	DELETE /v2/meetings/{meeting_id}/call_recordings/{call_recording_id}
    effect-attio	meta.identify	GET /v2/self
    effect-attio	notes.list	GET /v2/notes
    effect-attio	notes.create	POST /v2/notes
    effect-attio	notes.get	GET /v2/notes/{note_id}
    effect-attio	notes.delete	DELETE /v2/notes/{note_id}
    effect-attio	objects.list	GET /v2/objects
    effect-attio	objects.create	POST /v2/objects
    effect-attio	objects.get	GET /v2/objects/{object}
    effect-attio	objects.update	PATCH /v2/objects/{object}
    effect-attio	objects.listViews	GET /v2/objects/{object}/views
    effect-attio	records.search	POST /v2/objects/records/search
    effect-attio	<object slug>.list	POST /v2/objects/{object}/records/query
    effect-attio	<object slug>.assert	PUT /v2/objects/{object}/records
    effect-attio	<object slug>.get	GET /v2/objects/{object}/records/{record_id}
    effect-attio	<object slug>.create	POST /v2/objects/{object}/records
    effect-attio	<object slug>.update	PUT /v2/objects/{object}/records/{record_id}
    effect-attio	<object slug>.patch	PATCH /v2/objects/{object}/records/{record_id}
    effect-attio	<object slug>.delete	DELETE /v2/objects/{object}/records/{record_id}
    effect-attio	<object slug>.merge	POST /v2/objects/{object}/records/merge
    effect-attio	<object slug>.listAttributeValues	GET /v2/objects/{object}/records/{record_id}/attributes/{attribute}/values
    effect-attio	<object slug>.writeAttributeValues	PUT /v2/objects/{object}/records/{record_id}/attributes/{attribute}/values
    effect-attio	<object slug>.listEntries	GET /v2/objects/{object}/records/{record_id}/entries
    effect-attio	sql.query	POST /v2/sql
    effect-attio	tasks.list	GET /v2/tasks
    effect-attio	tasks.create	POST /v2/tasks
    effect-attio	tasks.get	GET /v2/tasks/{task_id}
    effect-attio	tasks.delete	DELETE /v2/tasks/{task_id}
    effect-attio	tasks.update	PATCH /v2/tasks/{task_id}
    effect-attio	threads.list	GET /v2/threads
    effect-attio	threads.get	GET /v2/threads/{thread_id}
    effect-attio	webhooks.list	GET /v2/webhooks
    effect-attio	webhooks.create	POST /v2/webhooks
    effect-attio	webhooks.get	GET /v2/webhooks/{webhook_id}
    effect-attio	webhooks.update	PATCH /v2/webhooks/{webhook_id}
    effect-attio	webhooks.delete	DELETE /v2/webhooks/{webhook_id}
    effect-attio	workspaceMembers.list	GET /v2/workspace_members
    effect-attio	workspaceMembers.get	GET /v2/workspace_members/{workspace_member_id}
    effect-attio	<object slug>.findMany	POST /v2/objects/{object}/records/query
    effect-attio	<object slug>.findManyStream	POST /v2/objects/{object}/records/query
    effect-attio	<object slug>.findFirst	POST /v2/objects/{object}/records/query
    effect-attio	<object slug>.listStream	POST /v2/objects/{object}/records/query
    effect-attio	lists.<list slug>.findMany	POST /v2/lists/{list}/entries/query
    effect-attio	lists.<list slug>.findManyStream	POST /v2/lists/{list}/entries/query
    effect-attio	lists.<list slug>.findFirst	POST /v2/lists/{list}/entries/query
    effect-attio	lists.<list slug>.listStream	POST /v2/lists/{list}/entries/query
    attio-rs (git)	v2_target_identifier_attributes_attribute_get	GET /v2/{target}/{identifier}/attributes/{attribute}
    attio-rs (git)	v2_target_identifier_attributes_attribute_options_get	GET /v2/{target}/{identifier}/attributes/{attribute}/options
    attio-rs (git)	v2_target_identifier_attributes_attribute_options_option_patch	PATCH /v2/{target}/{identifier}/attributes/{attribute}/options/{option}
    attio-rs (git)	v2_target_identifier_attributes_attribute_options_post	POST /v2/{target}/{identifier}/attributes/{attribute}/options
    attio-rs (git)	v2_target_identifier_attributes_attribute_patch	PATCH /v2/{target}/{identifier}/attributes/{attribute}
    attio-rs (git)	v2_target_identifier_attributes_attribute_statuses_get	GET /v2/{target}/{identifier}/attributes/{attribute}/statuses
    attio-rs (git)	v2_target_identifier_attributes_attribute_statuses_post	POST /v2/{target}/{identifier}/attributes/{attribute}/statuses
    attio-rs (git)	v2_target_identifier_attributes_attribute_statuses_status_patch	PATCH /v2/{target}/{identifier}/attributes/{attribute}/statuses/{status}
    attio-rs (git)	v2_target_identifier_attributes_get	GET /v2/{target}/{identifier}/attributes
    attio-rs (git)	v2_target_identifier_attributes_post	POST /v2/{target}/{identifier}/attributes
    attio-rs (git)	v2_comments_comment_id_delete	DELETE /v2/comments/{comment_id}
    attio-rs (git)	v2_comments_comment_id_get	GET /v2/comments/{comment_id}
    attio-rs (git)	v2_comments_post	POST /v2/comments
    attio-rs (git)	v2_lists_list_entries_entry_id_attributes_attribute_values_get	GET /v2/lists/{list}/entries/{entry_id}/attributes/{attribute}/values
    attio-rs (git)	v2_lists_list_entries_entry_id_delete	DELETE /v2/lists/{list}/entries/{entry_id}
    attio-rs (git)	v2_lists_list_entries_entry_id_get	GET /v2/lists/{list}/entries/{entry_id}
    attio-rs (git)	v2_lists_list_entries_entry_id_patch	PATCH /v2/lists/{list}/entries/{entry_id}
    attio-rs (git)	v2_lists_list_entries_entry_id_put	PUT /v2/lists/{list}/entries/{entry_id}
    attio-rs (git)	v2_lists_list_entries_post	POST /v2/lists/{list}/entries
    attio-rs (git)	v2_lists_list_entries_query_post	POST /v2/lists/{list}/entries/query
    attio-rs (git)	v2_lists_get	GET /v2/lists
    attio-rs (git)	v2_lists_list_get	GET /v2/lists/{list}
    attio-rs (git)	v2_lists_list_patch	PATCH /v2/lists/{list}
    attio-rs (git)	v2_lists_post	POST /v2/lists
    attio-rs (git)	v2_notes_get	GET /v2/notes
    attio-rs (git)	v2_notes_note_id_delete	DELETE /v2/notes/{note_id}
    attio-rs (git)	v2_notes_note_id_get	GET /v2/notes/{note_id}
    attio-rs (git)	v2_notes_post	POST /v2/notes
    attio-rs (git)	v2_objects_get	GET /v2/objects
    attio-rs (git)	v2_objects_object_get	GET /v2/objects/{object}
    attio-rs (git)	v2_objects_object_patch	PATCH /v2/objects/{object}
    attio-rs (git)	v2_objects_post	POST /v2/objects
    attio-rs (git)	v2_objects_object_records_post	POST /v2/objects/{object}/records
    attio-rs (git)	v2_objects_object_records_put	PUT /v2/objects/{object}/records
    attio-rs (git)	v2_objects_object_records_query_post	POST /v2/objects/{object}/records/query
    attio-rs (git)	v2_objects_object_records_record_id_attributes_attribute_values_get	GET /v2/objects/{object}/records/{record_id}/attributes/{attribute}/values
    attio-rs (git)	v2_objects_object_records_record_id_delete	DELETE /v2/objects/{object}/records/{record_id}
    attio-rs (git)	v2_objects_object_records_record_id_entries_get	GET /v2/objects/{object}/records/{record_id}/entries
    attio-rs (git)	v2_objects_object_records_record_id_get	GET /v2/objects/{object}/records/{record_id}
    attio-rs (git)	v2_objects_object_records_record_id_patch	PATCH /v2/objects/{object}/records/{record_id}
    attio-rs (git)	v2_tasks_get	GET /v2/tasks
    attio-rs (git)	v2_tasks_post	POST /v2/tasks
    attio-rs (git)	v2_tasks_task_id_delete	DELETE /v2/tasks/{task_id}
    attio-rs (git)	v2_tasks_task_id_get	GET /v2/tasks/{task_id}
    attio-rs (git)	v2_threads_get	GET /v2/threads
    attio-rs (git)	v2_threads_thread_id_get	GET /v2/threads/{thread_id}
    attio-rs (git)	v2_webhooks_get	GET /v2/webhooks
    attio-rs (git)	v2_webhooks_post	POST /v2/webhooks
    attio-rs (git)	v2_webhooks_webhook_id_delete	DELETE /v2/webhooks/{webhook_id}
    attio-rs (git)	v2_webhooks_webhook_id_get	GET /v2/webhooks/{webhook_id}
    attio-rs (git)	v2_webhooks_webhook_id_patch	PATCH /v2/webhooks/{webhook_id}
    attio-rs (git)	v2_workspace_members_get	GET /v2/workspace_members
    attio-rs (git)	v2_workspace_members_workspace_member_id_get	GET /v2/workspace_members/{workspace_member_id}
    """#
}
