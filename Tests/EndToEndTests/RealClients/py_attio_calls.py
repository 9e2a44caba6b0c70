"""All 56 methods of the package py-attio; five of them send what Attio refuses."""

import os

import py_attio
from calls import Calls

client = py_attio.Client(os.environ["ATTIO_API_KEY"])
client.base_url = os.environ["SANDBOX_URL"] + "/v2"
do = Calls()

do("identify_self", client.identify_self)
do("list_objects", client.list_objects)
do("get_object", lambda: client.get_object("people"))
do("create_object", lambda: client.create_object(
    {"data": {"api_slug": "boats", "singular_noun": "Boat", "plural_noun": "Boats"}}))
do("update_object", lambda: client.update_object("boats", {"data": {"plural_noun": "Ships"}}))
do("list_attributes", lambda: client.list_attributes("objects", "people"))
do("create_attribute", lambda: client.create_attribute("objects", "boats", {"data": {
    "title": "Length", "description": None, "api_slug": "length", "type": "number",
    "is_required": False, "is_unique": False, "is_multiselect": False, "config": {}}}))
do("get_attribute", lambda: client.get_attribute("objects", "boats", "length"))
do("update_attribute", lambda: client.update_attribute(
    "objects", "boats", "length", {"data": {"title": "Metres"}}))
record = do("create_record", lambda: client.create_record("companies", {"data": {"values": {
    "name": "Villa Diodati", "domains": ["diodati.example"]}}}))["data"]["id"]["record_id"]
do("list_records", lambda: client.list_records("companies", {"limit": 2}))
do("get_record", lambda: client.get_record("companies", record))
# It has no way to name the matching attribute.
do("assert_record", lambda: client.assert_record(
    "companies", {"data": {"values": {"domains": ["diodati.example"]}}}), refused="400")
do("update_record", lambda: client.update_record(
    "companies", record, {"data": {"values": {"description": "A house"}}}))
do("list_record_values", lambda: client.list_record_values("companies", record, "name"))
person = client.list_records("people", {"limit": 1})["data"][0]["id"]["record_id"]
do("list_record_entries", lambda: client.list_record_entries("people", person))
do("list_lists", client.list_lists)
do("create_list", lambda: client.create_list({"data": {
    "name": "Guests", "api_slug": "guests", "parent_object": "people",
    "workspace_access": "full-access", "workspace_member_access": []}}))
do("get_list", lambda: client.get_list("guests"))
do("update_list", lambda: client.update_list("guests", {"data": {"name": "All guests"}}))
place = {"parent_record_id": person, "parent_object": "people", "entry_values": {}}
entry = do("create_entry", lambda: client.create_entry(
    "guests", {"data": place}))["data"]["id"]["entry_id"]
do("list_entries", lambda: client.list_entries("guests"))
do("assert_entries", lambda: client.assert_entries("guests", {"data": place}))
do("get_entry", lambda: client.get_entry("guests", entry))
do("delete_entry", lambda: client.delete_entry("guests", entry))
member = do("list_members", client.list_members)["data"][0]["id"]["workspace_member_id"]
do("get_member", lambda: client.get_member(member))
note = do("create_note", lambda: client.create_note({"data": {
    "parent_object": "people", "parent_record_id": person, "title": "Rain",
    "format": "plaintext", "content": "All summer"}}))["data"]["id"]["note_id"]
do("list_notes", client.list_notes)
do("get_note", lambda: client.get_note(note))
do("delete_note", lambda: client.delete_note(note))
task = do("create_task", lambda: client.create_task({"data": {
    "content": "Tell a story", "format": "plaintext", "deadline_at": None, "is_completed": False,
    "linked_records": [], "assignees": []}}))["data"]["id"]["task_id"]
do("list_tasks", client.list_tasks)
do("get_task", lambda: client.get_task(task))
# It sends no body.
do("update_task", lambda: client.update_task(task), refused="400")
do("delete_task", lambda: client.delete_task(task))
comment = do("create_comment", lambda: client.create_comment({"data": {
    "format": "plaintext", "content": "Good", "author": {"type": "workspace-member", "id": member},
    "record": {"object": "people", "record_id": person}}}))["data"]
do("list_threads", lambda: client.list_threads({"object": "people", "record_id": person}))
do("get_thread", lambda: client.get_thread(comment["thread_id"]))
do("get_comment", lambda: client.get_comment(comment["id"]["comment_id"]))
do("delete_comment", lambda: client.delete_comment(comment["id"]["comment_id"]))
meeting = do("list_meetings", lambda: client.list_meetings({}))["data"][0]["id"]["meeting_id"]
call = client._request("GET", f"/meetings/{meeting}/call_recordings")["data"][0]["id"]
do("get_meetings", lambda: client.get_meetings(meeting, call["call_recording_id"]))
do("get_transcript", lambda: client.get_transcript(meeting, call["call_recording_id"]))
files = do("list_files", lambda: client.list_files({"object": "people", "record_id": person}))["data"]
folder = do("create_folder", lambda: client.create_folder({
    "object": "people", "record_id": person, "file_type": "folder", "name": "Drafts"}))
# It sends JSON where a form is wanted.
do("upload_file", lambda: client.upload_file(
    {"object": "people", "record_id": person, "file": "text"}), refused="400")
file = [one for one in files if one["file_type"] == "file"][0]["id"]["file_id"]
do("get_file", lambda: client.get_file(file))
# It follows the redirect, as it should, and then reads the file as JSON.
do("download_file", lambda: client.download_file(file), refused="JSON")
do("delete_file", lambda: client.delete_file(folder["data"]["id"]["file_id"]))
do("list_webhooks", client.list_webhooks)
hook = do("create_webhook", lambda: client.create_webhook({"data": {
    "target_url": "https://example.com/hook",
    "subscriptions": [{"event_type": "note.created", "filter": None}]}}))["data"]["id"]["webhook_id"]
do("get_webhook", lambda: client.get_webhook(hook))
# It sends no body.
do("update_webhook", lambda: client.update_webhook(hook), refused="400")
do("delete_webhook", lambda: client.delete_webhook(hook))
do("delete_record", lambda: client.delete_record("companies", record))
