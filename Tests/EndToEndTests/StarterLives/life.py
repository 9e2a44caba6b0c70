from urllib.request import urlopen

from attio_client.client import attio, upload

people = "/objects/people/records"


def values(**fields):
    return {"data": {"values": fields}}


made = attio("POST", people, values(email_addresses=["life@python.example"]))
record = made["data"]["id"]["record_id"]
again = attio("PUT", people + "?matching_attribute=email_addresses",
              values(email_addresses=["life@python.example"], job_title="Author"))
assert again["data"]["id"]["record_id"] == record
pages = [attio("POST", people + "/query", {"limit": 6, "offset": at})["data"] for at in (0, 6)]
assert len({row["id"]["record_id"] for page in pages for row in page}) == 11
changed = attio("PATCH", f"{people}/{record}", values(job_title="Editor"))
assert changed["data"]["values"]["job_title"][0]["value"] == "Editor"
note = attio("POST", "/notes", {"data": {
    "parent_object": "people", "parent_record_id": record, "title": "Plan",
    "format": "plaintext", "content": "Write"}})["data"]["id"]["note_id"]
assert attio("DELETE", f"/notes/{note}") == {}
task = attio("POST", "/tasks", {"data": {
    "content": "Write", "format": "plaintext", "deadline_at": None, "is_completed": False,
    "linked_records": [], "assignees": []}})["data"]["id"]["task_id"]
assert attio("PATCH", f"/tasks/{task}", {"data": {"is_completed": True}})["data"]["is_completed"]
file = upload("people", record, 'a "b".txt', b"A draft\r\n")["data"]["id"]["file_id"]
address = attio("GET", f"/files/{file}/download")["location"]
assert urlopen(address).read() == b"A draft\r\n"
attio("DELETE", f"{people}/{record}")
print("lived")
