"""All 97 operations through the package attio, which checks every answer against Attio's document."""

import io
import os
import sys

from attio import SDK
from calls import Calls

sdk = SDK(oauth2=os.environ["ATTIO_API_KEY"], server_url=os.environ["SANDBOX_URL"])
do = Calls()


def rows(answer):
    return answer.data if answer else []


do("self", lambda: sdk.meta.get_v2_self())

# Objects
do("objects", lambda: sdk.objects.get_v2_objects())
do("object", lambda: sdk.objects.get_v2_objects_object_(object="people"))
do("create object", lambda: sdk.objects.post_v2_objects(
    data={"api_slug": "boats", "singular_noun": "Boat", "plural_noun": "Boats"}))
do("update object", lambda: sdk.objects.patch_v2_objects_object_(
    object="boats", data={"plural_noun": "Ships"}))
do("views of an object", lambda: sdk.objects.get_v2_objects_object_views(object="people", limit=1))

# Attributes
A = sdk.attributes
at = {"target": "objects", "identifier": "boats"}
do("attributes", lambda: A.get_v2_target_identifier_attributes(target="objects", identifier="deals"))


def attribute(slug, kind):
    return lambda: A.post_v2_target_identifier_attributes(**at, data={
        "title": slug.title(), "description": None, "api_slug": slug, "type": kind,
        "is_required": False, "is_unique": slug == "name", "is_multiselect": False, "config": {}})


do("create attribute", attribute("name", "text"))
do("create select", attribute("colour", "select"))
do("create status", attribute("state", "status"))
do("attribute", lambda: A.get_v2_target_identifier_attributes_attribute_(**at, attribute="colour"))
do("update attribute", lambda: A.patch_v2_target_identifier_attributes_attribute_(
    **at, attribute="colour", data={"title": "Paint"}))
option = do("create option", lambda: A.post_v2_target_identifier_attributes_attribute_options(
    **at, attribute="colour", data={"title": "Red"}))
do("options", lambda: A.get_v2_target_identifier_attributes_attribute_options(**at, attribute="colour"))
do("update option", lambda: A.patch_v2_target_identifier_attributes_attribute_options_option_(
    **at, attribute="colour", option="Red", data={"title": "Crimson"}))
do("create a status", lambda: A.post_v2_target_identifier_attributes_attribute_statuses(
    **at, attribute="state", data={"title": "Afloat", "target_time_in_status": "P1DT0H0M0S"}))
do("statuses", lambda: A.get_v2_target_identifier_attributes_attribute_statuses(**at, attribute="state"))
do("update status", lambda: A.patch_v2_target_identifier_attributes_attribute_statuses_status_(
    **at, attribute="state", status="Afloat", data={"is_archived": True}))

# Records
R = sdk.records
person = do("create record", lambda: R.post_v2_objects_object_records(object="people", data={"values": {
    "name": [{"first_name": "Mary", "last_name": "Shelley", "full_name": "Mary Shelley"}],
    "email_addresses": ["mary@shelley.example"], "phone_numbers": [
        {"original_phone_number": "+15558675309", "country_code": "US"}]}})).data
ids = {"object": "people", "record_id": person.id.record_id}
do("upsert record", lambda: R.put_v2_objects_object_records(
    object="people", matching_attribute="email_addresses",
    data={"values": {"email_addresses": ["mary@shelley.example"], "job_title": ["Author"]}}))
do("query records", lambda: R.post_v2_objects_object_records_query(
    object="people", filter_={"email_addresses": "mary@shelley.example"},
    sorts=[{"direction": "asc", "attribute": "name", "field": "last_name"}], limit=5))
do("query deals", lambda: R.post_v2_objects_object_records_query(object="deals"))
do("query companies", lambda: R.post_v2_objects_object_records_query(object="companies"))
do("query users", lambda: R.post_v2_objects_object_records_query(object="users"))
do("query projects", lambda: R.post_v2_objects_object_records_query(object="projects"))
do("record", lambda: R.get_v2_objects_object_records_record_id_(**ids))
do("patch record", lambda: R.patch_v2_objects_object_records_record_id_(
    **ids, data={"values": {"description": ["Writes"]}}))
do("put record", lambda: R.put_v2_objects_object_records_record_id_(
    **ids, data={"values": {"job_title": ["Novelist"]}}))
do("values", lambda: R.get_v2_objects_object_records_record_id_attributes_attribute_values(
    **ids, attribute="job_title"))
do("put values", lambda: R.put_v2_objects_object_records_record_id_attributes_attribute_values(
    **ids, attribute="job_title", data={"values": [
        {"value": "Editor", "active_from": "2026-01-01T00:00:00.000000000Z", "active_until": None}]}))
do("search", lambda: R.post_v2_objects_records_search(
    query="mary", objects=["people", "companies"], request_as={"type": "workspace"}))
do("search companies", lambda: R.post_v2_objects_records_search(
    query="analytical", objects=["companies", "deals"], request_as={"type": "workspace"}))
do("sql", lambda: sdk.sql.post_v2_sql(sql="SELECT * FROM people LIMIT 2"))

# Lists and entries
L, E = sdk.lists, sdk.entries
do("lists", lambda: L.get_v2_lists())
do("create list", lambda: L.post_v2_lists(data={
    "name": "Crew", "api_slug": "crew", "parent_object": "people",
    "workspace_access": "full-access", "workspace_member_access": []}))
do("list", lambda: L.get_v2_lists_list_(list_id="crew"))
do("update list", lambda: L.patch_v2_lists_list_(list_id="crew", data={"name": "The crew"}))
do("views of a list", lambda: L.get_v2_lists_list_views(list_id="sales"))
entry = do("create entry", lambda: E.post_v2_lists_list_entries(list_id="sales", data={
    "parent_record_id": person.id.record_id, "parent_object": "people",
    "entry_values": {"stage": ["Contacted"]}})).data
eid = {"list_id": "sales", "entry_id": entry.id.entry_id}
do("upsert entry", lambda: E.put_v2_lists_list_entries(list_id="sales", data={
    "parent_record_id": person.id.record_id, "parent_object": "people",
    "entry_values": {"priority": ["High"]}}))
do("query entries", lambda: E.post_v2_lists_list_entries_query(list_id="sales", limit=2))
do("entry", lambda: E.get_v2_lists_list_entries_entry_id_(**eid))
do("patch entry", lambda: E.patch_v2_lists_list_entries_entry_id_(
    **eid, data={"entry_values": {"amount": [{"currency_value": 7, "currency_code": "EUR"}]}}))
do("put entry", lambda: E.put_v2_lists_list_entries_entry_id_(
    **eid, data={"entry_values": {"stage": ["Signed"]}}))
do("values of an entry", lambda: E.get_v2_lists_list_entries_entry_id_attributes_attribute_values(
    **eid, attribute="stage"))
do("put values of an entry", lambda: E.put_v2_lists_list_entries_entry_id_attributes_attribute_values(
    **eid, attribute="stage", data={"values": [
        {"value": "Negotiation", "active_from": "2026-01-01T00:00:00Z", "active_until": None}]}))
do("entries of a record", lambda: R.get_v2_objects_object_records_record_id_entries(**ids))

# Members, notes, tasks, comments
members = do("members", lambda: sdk.workspace_members.get_v2_workspace_members())
member = rows(members)[0].id.workspace_member_id
do("member", lambda: sdk.workspace_members.get_v2_workspace_members_workspace_member_id_(
    workspace_member_id=member))
N = sdk.notes
note = do("create note", lambda: N.post_v2_notes(data={
    "parent_object": "people", "parent_record_id": person.id.record_id, "title": "Plan",
    "format": "markdown", "content": "A **plan**"})).data
do("notes", lambda: N.get_v2_notes(limit=5, parent_object="people"))
do("note", lambda: N.get_v2_notes_note_id_(note_id=note.id.note_id))
do("update note", lambda: N.patch_v2_notes_note_id_(
    note_id=note.id.note_id, data={"title": "New plan"}))
do("delete note", lambda: N.delete_v2_notes_note_id_(note_id=note.id.note_id))
T = sdk.tasks
task = do("create task", lambda: T.post_v2_tasks(data={
    "content": "Write", "format": "plaintext", "deadline_at": None, "is_completed": False,
    "linked_records": [{"target_object": "people", "target_record_id": person.id.record_id}],
    "assignees": [{"referenced_actor_type": "workspace-member", "referenced_actor_id": member}]})).data
do("tasks", lambda: T.get_v2_tasks(is_completed=False, sort="created_at:desc"))
do("task", lambda: T.get_v2_tasks_task_id_(task_id=task.id.task_id))
do("update task", lambda: T.patch_v2_tasks_task_id_(
    task_id=task.id.task_id, data={"is_completed": True}))
do("delete task", lambda: T.delete_v2_tasks_task_id_(task_id=task.id.task_id))
C = sdk.comments
comment = do("create comment", lambda: C.post_v2_comments(data={
    "format": "plaintext", "content": "Hello", "author": {"type": "workspace-member", "id": member},
    "record": {"object": "people", "record_id": person.id.record_id}})).data
do("threads", lambda: sdk.threads.get_v2_threads(object="people", record_id=person.id.record_id))
do("thread", lambda: sdk.threads.get_v2_threads_thread_id_(thread_id=comment.thread_id))
do("comment", lambda: C.get_v2_comments_comment_id_(comment_id=comment.id.comment_id))
do("delete comment", lambda: C.delete_v2_comments_comment_id_(comment_id=comment.id.comment_id))

# Meetings and recordings
M, G = sdk.meetings, sdk.call_recordings
meeting = do("create meeting", lambda: M.post_v2_meetings(data={
    "title": "Launch", "description": "", "is_all_day": False,
    "start": {"datetime": "2026-05-01T10:00:00.000Z", "timezone": "UTC"},
    "end": {"datetime": "2026-05-01T11:00:00.000Z", "timezone": "UTC"},
    "participants": [{"email_address": "mary@shelley.example", "is_organizer": True,
                      "status": "accepted"}], "linked_records": []})).data
mid = {"meeting_id": meeting.id.meeting_id}
do("meetings", lambda: M.get_v2_meetings(limit=1))
do("meeting", lambda: M.get_v2_meetings_meeting_id_(**mid))
link = {"linked_records": [{"object": "people", "record_id": person.id.record_id}]}
do("patch meeting", lambda: M.patch_v2_meetings_meeting_id_(**mid, data=link))
do("put meeting", lambda: M.put_v2_meetings_meeting_id_(**mid, data=link))
recording = do("create recording", lambda: G.post_v2_meetings_meeting_id_call_recordings(**mid, data={
    "transcript": [{"speech": "Hello", "start_time": 0, "end_time": 1, "speaker": {"name": "Mary"}}]})).data
cid = {**mid, "call_recording_id": recording.id.call_recording_id}
do("recordings", lambda: G.get_v2_meetings_meeting_id_call_recordings(**mid))
do("recording", lambda: G.get_v2_meetings_meeting_id_call_recordings_call_recording_id_(**cid))
do("transcript", lambda:
   sdk.transcripts.get_v2_meetings_meeting_id_call_recordings_call_recording_id_transcript(**cid))
do("delete recording", lambda: sdk.call_recordings.
   delete_v2_meetings_meeting_id_call_recordings_call_recording_id_(**cid))
do("delete meeting", lambda: M.delete_v2_meetings_meeting_id_(**mid))

# Files
F = sdk.files
do("create folder", lambda: F.post_v2_files(request={
    "object": "people", "record_id": person.id.record_id, "file_type": "folder", "name": "Drafts"}))
upload = do("upload", lambda: F.post_v2_files_upload(
    file={"file_name": "a.txt", "content": io.BytesIO(b"A draft\n"), "content_type": "text/plain"},
    object="people", record_id=person.id.record_id))
do("files", lambda: F.get_v2_files(object="people", record_id=person.id.record_id))
fid = {"file_id": upload.data.id.file_id}
do("file", lambda: F.get_v2_files_file_id_(**fid))
do("download", lambda: F.get_v2_files_file_id_download(**fid))
do("delete file", lambda: F.delete_v2_files_file_id_(**fid))

# Webhooks
W = sdk.webhooks
hook = do("create webhook", lambda: W.post_v2_webhooks(data={
    "target_url": "https://example.com/hook",
    "subscriptions": [{"event_type": "note.created", "filter": None}]})).data
wid = {"webhook_id": hook.id.webhook_id}
do("webhooks", lambda: W.get_v2_webhooks())
do("webhook", lambda: W.get_v2_webhooks_webhook_id_(**wid))
do("update webhook", lambda: W.patch_v2_webhooks_webhook_id_(
    **wid, data={"target_url": "https://example.com/other"}))
do("delete webhook", lambda: W.delete_v2_webhooks_webhook_id_(**wid))

# E-mails, unsubscribes, activities
do("emails", lambda: sdk.emails.get_v2_emails())
do("unsubscribe", lambda: sdk.sequences.post_v2_sequences_unsubscribed_emails(
    data={"email_addresses": ["mary@shelley.example"]}))
V, Y = sdk.activities, sdk.activity_records
do("create activity", lambda: V.post_v2_activities(data={
    "api_slug": "trips", "singular_noun": "Trip", "plural_noun": "Trips", "extends": "activities"}))
do("activities", lambda: V.get_v2_activities(limit=1))
do("activity", lambda: V.get_v2_activities_activity_(activity="trips"))
do("update activity", lambda: V.patch_v2_activities_activity_(
    activity="trips", data={"plural_noun": "Travels"}))
trip = do("create activity record", lambda: Y.post_v2_activities_activity_records(
    activity="trips", data={"values": {"title": ["Geneva"], "external_id": ["t-1"]}})).data
tid = {"activity": "trips", "record_id": trip.id.record_id}
do("upsert activity record", lambda: Y.put_v2_activities_activity_records(
    activity="trips", matching_attribute="external_id",
    data={"values": {"external_id": ["t-1"], "title": ["Geneva, again"]}}))
do("query activity records", lambda: Y.post_v2_activities_activity_records_query(
    activity="trips", filter_={"external_id": "t-1"}))
do("activity record", lambda: Y.get_v2_activities_activity_records_record_id_(**tid))
do("patch activity record", lambda: Y.patch_v2_activities_activity_records_record_id_(
    **tid, data={"values": {"title": ["Rome"]}}))
do("put activity record", lambda: Y.put_v2_activities_activity_records_record_id_(
    **tid, data={"values": {"title": ["Pisa"]}}))
do("delete activity record", lambda: Y.delete_v2_activities_activity_records_record_id_(**tid))
do("delete activity", lambda: V.delete_v2_activities_activity_(activity="trips"))

# What goes last
do("delete entry", lambda: E.delete_v2_lists_list_entries_entry_id_(**eid))
other = do("create another", lambda: R.post_v2_objects_object_records(
    object="people", data={"values": {"name": ["Byron, George"]}})).data
do("merge records", lambda: R.post_v2_objects_object_records_merge(object="people", data={
    "primary_record_id": other.id.record_id, "secondary_record_id": person.id.record_id}))
last = do("create a third", lambda: R.post_v2_objects_object_records(
    object="people", data={"values": {"name": ["Polidori, John"]}})).data
do("delete record", lambda: R.delete_v2_objects_object_records_record_id_(
    object="people", record_id=last.id.record_id))
do("delete object", lambda: sdk.objects.delete_v2_objects_object_(object="boats"))
sys.exit(0)
