import assert from "node:assert/strict";
import { attio, upload } from "./src/attio/client.js";

const people = "/objects/people/records";
const values = (fields) => ({ data: { values: fields } });

const made = await attio("POST", people, values({ email_addresses: ["life@node.example"] }));
const record = made.data.id.record_id;
const again = await attio("PUT", `${people}?matching_attribute=email_addresses`,
  values({ email_addresses: ["life@node.example"], job_title: "Author" }));
assert.equal(again.data.id.record_id, record);
const seen = new Set();
for (const offset of [0, 6]) {
  const page = await attio("POST", `${people}/query`, { limit: 6, offset });
  for (const row of page.data) seen.add(row.id.record_id);
}
assert.equal(seen.size, 11);
const changed = await attio("PATCH", `${people}/${record}`, values({ job_title: "Editor" }));
assert.equal(changed.data.values.job_title[0].value, "Editor");
const note = await attio("POST", "/notes", { data: {
  parent_object: "people", parent_record_id: record, title: "Plan", format: "plaintext", content: "Write" } });
assert.deepEqual(await attio("DELETE", `/notes/${note.data.id.note_id}`), {});
const task = await attio("POST", "/tasks", { data: {
  content: "Write", format: "plaintext", deadline_at: null, is_completed: false, linked_records: [], assignees: [] } });
const done = await attio("PATCH", `/tasks/${task.data.id.task_id}`, { data: { is_completed: true } });
assert.equal(done.data.is_completed, true);
const file = await upload("people", record, 'a "b".txt', "A draft\r\n");
const { location } = await attio("GET", `/files/${file.data.id.file_id}/download`);
assert.equal(await (await fetch(location)).text(), "A draft\r\n");
await attio("DELETE", `${people}/${record}`);
console.log("lived");
