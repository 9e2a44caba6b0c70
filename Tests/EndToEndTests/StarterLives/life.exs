alias Attio.Client

people = "/objects/people/records"
values = fn fields -> %{data: %{values: fields}} end
email = ["life@elixir.example"]
record = Client.call(:post, people, values.(%{email_addresses: email}))["data"]["id"]["record_id"]

again =
  Client.call(
    :put,
    people <> "?matching_attribute=email_addresses",
    values.(%{email_addresses: email, job_title: "Author"})
  )

^record = again["data"]["id"]["record_id"]

rows =
  Enum.flat_map([0, 6], fn at ->
    Client.call(:post, people <> "/query", %{limit: 6, offset: at})["data"]
  end)

11 = rows |> Enum.map(& &1["id"]["record_id"]) |> Enum.uniq() |> length()
changed = Client.call(:patch, "#{people}/#{record}", values.(%{job_title: "Editor"}))
"Editor" = hd(changed["data"]["values"]["job_title"])["value"]

note =
  Client.call(:post, "/notes", %{
    data: %{
      parent_object: "people",
      parent_record_id: record,
      title: "Plan",
      format: "plaintext",
      content: "Write"
    }
  })

%{} = Client.call(:delete, "/notes/#{note["data"]["id"]["note_id"]}")

task =
  Client.call(:post, "/tasks", %{
    data: %{
      content: "Write",
      format: "plaintext",
      deadline_at: nil,
      is_completed: false,
      linked_records: [],
      assignees: []
    }
  })

done = Client.call(:patch, "/tasks/#{task["data"]["id"]["task_id"]}", %{data: %{is_completed: true}})
true = done["data"]["is_completed"]
file = Client.upload("people", record, "a \"b\".txt", "A draft\r\n")
address = Client.call(:get, "/files/#{file["data"]["id"]["file_id"]}/download")["location"]
{200, _, "A draft\r\n"} = Client.request(:get, address, [], nil)
%{} = Client.call(:delete, "#{people}/#{record}")
IO.puts("lived")
