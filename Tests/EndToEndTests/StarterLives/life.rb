require "./lib/attio/client"

def check(right)
  raise "wrong at #{caller(1..1).first}" unless right
end

people = "/objects/people/records"
values = ->(fields) { { data: { values: fields } } }
made = Attio.call("POST", people, values[{ email_addresses: ["life@ruby.example"] }])
record = made["data"]["id"]["record_id"]
again = Attio.call("PUT", "#{people}?matching_attribute=email_addresses",
                   values[{ email_addresses: ["life@ruby.example"], job_title: "Author" }])
check(again["data"]["id"]["record_id"] == record)
pages = [0, 6].flat_map { |at| Attio.call("POST", "#{people}/query", { limit: 6, offset: at })["data"] }
check(pages.map { |row| row["id"]["record_id"] }.uniq.size == 11)
changed = Attio.call("PATCH", "#{people}/#{record}", values[{ job_title: "Editor" }])
check(changed["data"]["values"]["job_title"][0]["value"] == "Editor")
note = Attio.call("POST", "/notes", { data: {
  parent_object: "people", parent_record_id: record, title: "Plan", format: "plaintext", content: "Write"
} })
check(Attio.call("DELETE", "/notes/#{note["data"]["id"]["note_id"]}") == {})
task = Attio.call("POST", "/tasks", { data: {
  content: "Write", format: "plaintext", deadline_at: nil, is_completed: false, linked_records: [], assignees: []
} })
done = Attio.call("PATCH", "/tasks/#{task["data"]["id"]["task_id"]}", { data: { is_completed: true } })
check(done["data"]["is_completed"])
file = Attio.upload("people", record, 'a "b".txt', "A draft\r\n")
address = Attio.call("GET", "/files/#{file["data"]["id"]["file_id"]}/download")["location"]
check(Net::HTTP.get(URI(address)) == "A draft\r\n")
Attio.call("DELETE", "#{people}/#{record}")
puts "lived"
