defmodule Crm.Attio do
  @moduledoc """
  Calls `POST https://api.attio.com/v2/tasks`.
  """

  @base_url "https://api.attio.com/v2"

  def client do
    Req.new(base_url: @base_url, auth: {:bearer, System.fetch_env!("ATTIO_API_KEY")})
  end

  def lists, do: Req.get!(client(), url: "/lists").body #=> GET /v2/lists

  def query(slug, filter) do
    client()
    |> Req.post!(url: "/objects/#{slug}/records/query", json: %{filter: filter}) #=> POST /v2/objects/{object}/records/query
    |> Map.get(:body)
  end

  def note(body) do
    request(:post, "/notes", body) #=> POST /v2/notes
  end

  def drop(id), do: request(:delete, "/notes/" <> id, nil) #=> DELETE /v2/notes/{note_id}

  defp request(method, path, body) do
    Finch.build(method, @base_url <> path, headers(), Jason.encode!(body))
    |> Finch.request(Crm.Finch)
  end

  defp headers, do: [{"authorization", "Bearer " <> System.get_env("ATTIO_API_KEY")}]
end

defmodule Crm.AttioTesla do
  use Tesla

  plug Tesla.Middleware.BaseUrl, "https://api.attio.com/v2"

  def webhooks do
    get("/webhooks") #=> GET /v2/webhooks
  end

  def task(body) do
    HTTPoison.post("https://api.attio.com/v2/tasks", body) #=> POST /v2/tasks
  end
end
