defmodule App.Crm do
  @moduledoc false
  @api "https://api.attio.com/v2"

  def upsert(slug, values) do
    "#{@api}/objects/#{slug}/records" #=> PUT /v2/objects/{object}/records
    |> Req.put!(json: %{data: %{values: values}}, auth: {:bearer, token()})
  end

  def get(path, opts \\ []) do
    [url: path, base_url: @api]
    |> Keyword.merge(opts) #=> ?
    |> Req.new()
    |> Req.get() #=> ?
  end

  def comment(id) do
    Req.request!(method: :delete, url: @api <> "/comments/" <> id) #=> DELETE /v2/comments/{comment_id}
  end

  def entries(list) do
    with {:ok, %{status: 200, body: body}} <- Req.post(req(), url: "/lists/#{list}/entries/query") do #=> POST /v2/lists/{list}/entries/query
      {:ok, body}
    end
  end

  defp req, do: Req.new(base_url: @api)
  defp token, do: Application.fetch_env!(:app, :attio_key)
end
