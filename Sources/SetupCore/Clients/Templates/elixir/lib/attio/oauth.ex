defmodule Attio.OAuth do
  @moduledoc """
  Lets customers install your app (OAuth 2.0, authorization code).

  Add `Attio.OAuth` to the children of your application's supervisor, and two routes to Phoenix or
  Plug, the second at the path of your redirect URI:

      def connect(conn, _params) do
        {url, state} = Attio.OAuth.authorize()

        conn
        |> put_resp_cookie("attio_state", state, Attio.OAuth.cookie_options())
        |> redirect(external: url)
      end

      def callback(conn, params) do
        conn = fetch_cookies(conn)
        answer = Attio.OAuth.callback(params, conn.cookies["attio_state"])
        conn = delete_resp_cookie(conn, "attio_state", Attio.OAuth.cookie_options())

        case answer do
          {:ok, workspace} -> text(conn, "Connected: " <> workspace)
          {:error, message} -> conn |> put_status(400) |> text(message)
        end
      end
  """

  use Agent

  # Seconds for which a link is good.
  @link_life 600

  @doc false
  # States that were sent out; with several nodes, keep them where all of them look.
  def start_link(_options \\ []) do
    Agent.start_link(fn -> %{pending: %{}, tokens: %{}} end, name: __MODULE__)
  end

  @doc """
  Keeps the token of one workspace. Replace the agent by your database: one row a workspace, the
  token encrypted. Attio's tokens do not expire, and connecting again gives a new one.
  """
  def save_token(workspace_id, token) do
    Agent.update(__MODULE__, &put_in(&1.tokens[workspace_id], token))
  end

  @doc """
  Begins an install: the address to send the person to, and the state for the cookie.

  Only an admin of a workspace can install an app.
  """
  def authorize do
    state = 32 |> :crypto.strong_rand_bytes() |> Base.url_encode64(padding: false)
    Agent.update(__MODULE__, &remember(&1, state, now()))

    query =
      URI.encode_query(
        client_id: setting("ATTIO_CLIENT_ID"),
        redirect_uri: setting("ATTIO_REDIRECT_URI"),
        response_type: "code",
        state: state
      )

    {"#{authorization_server()}/authorize?#{query}", state}
  end

  @doc "The options of the cookie that binds the answer to the browser."
  def cookie_options do
    secure = String.starts_with?(setting("ATTIO_REDIRECT_URI"), "https:")
    [max_age: @link_life, path: "/", http_only: true, same_site: "Lax", secure: secure]
  end

  @doc "Ends an install: checks the state, exchanges the code, and keeps the token."
  def callback(params, cookie) do
    # The cookie binds the answer to this browser; taking the state makes it good for one time.
    cond do
      params["state"] != cookie or not take(cookie) ->
        {:error, "This link is not valid any more. Start again."}

      params["code"] in [nil, ""] ->
        {:error, "Attio was not connected."}

      true ->
        finish(params["code"])
    end
  end

  defp finish(code) do
    token = exchange(code)
    workspace = Attio.Client.call(:get, "/self", nil, token: token)
    save_token(workspace["workspace_id"], token)
    {:ok, workspace["workspace_name"]}
  end

  defp exchange(code) do
    form =
      URI.encode_query(
        grant_type: "authorization_code",
        code: code,
        client_id: setting("ATTIO_CLIENT_ID"),
        client_secret: setting("ATTIO_CLIENT_SECRET"),
        redirect_uri: setting("ATTIO_REDIRECT_URI")
      )

    content = {~c"application/x-www-form-urlencoded", form}

    {status, _, text} =
      Attio.Client.request(:post, "#{authorization_server()}/oauth/token", [], content)

    case {status, Attio.JSON.decode(text)} do
      {200, {:ok, %{"access_token" => token}}} -> token
      {_, {:ok, %{"error" => error}}} -> raise "Attio gave no token: #{status} #{error}"
      _ -> raise "Attio gave no token: #{status}"
    end
  end

  defp remember(kept, state, now) do
    fresh = Map.reject(kept.pending, fn {_, deadline} -> deadline < now end)
    %{kept | pending: Map.put(fresh, state, now + @link_life)}
  end

  defp take(state) do
    deadline = Agent.get_and_update(__MODULE__, &pop_in(&1.pending[state]))
    deadline != nil and deadline > now()
  end

  defp now, do: System.monotonic_time(:second)

  defp authorization_server,
    do: Attio.Client.address("ATTIO_APP_URL", "https://app.attio.com")

  defp setting(name, standard \\ nil), do: Attio.Client.setting(name, standard)
end
