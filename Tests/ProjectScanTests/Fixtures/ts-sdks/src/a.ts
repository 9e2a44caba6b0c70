import { Attio } from "attio-js";
import { recordsQuery } from "attio-js/funcs/recordsQuery.js";
import { createAttioClient, getV2NotesByNoteId as readNote, listTasks } from "attio-ts-sdk";

export const crm = new Attio({ apiKey: process.env["ATTIO_API_KEY"] ?? "" });
const sdkClient = createAttioClient({ apiKey: process.env.ATTIO_API_KEY });

export async function run() {
  await crm.notes.create({ data: {} }); //=> POST /v2/notes
  await recordsQuery(crm, { object: "people" }); //=> POST /v2/objects/{object}/records/query
  await readNote({ client: sdkClient, path: { note_id: "x" } }); //=> GET /v2/notes/{note_id}
  await listTasks({ client: sdkClient }); //=> GET /v2/tasks
  const map = { notes: { create: (x: unknown) => x } };
  map.notes.create(1);
}
