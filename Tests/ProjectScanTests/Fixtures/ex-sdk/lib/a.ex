defmodule A do
  alias Attio.{Records, Notes}

  def go do
    client = Attio.Client.new(api_key: System.get_env("ATTIO_API_KEY"))
    {:ok, _} = Records.get(client, "people", "x") #=> GET /v2/objects/{object}/records/{record_id}
    client |> Notes.create(%{}) #=> POST /v2/notes
    Other.Records.get(client)
  end
end
