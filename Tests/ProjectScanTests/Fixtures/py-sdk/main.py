import os
from attio import SDK
import py_attio

sdk = SDK(oauth2=os.environ["ATTIO_OAUTH2_TOKEN"])
client = py_attio.Client(os.environ["ATTIO_OAUTH2_TOKEN"])


async def go():
    await sdk.notes.get_v2_notes_note_id__async(note_id="x")  #=> GET /v2/notes/{note_id}
    sdk.lists.get_v2_lists()  #=> GET /v2/lists
    client.list_records("people", {})  #=> POST /v2/objects/{object}/records/query
    rows = []
    rows.list_records()
