defmodule Attio.Error do
  @moduledoc "Attio's answer to a call that failed; its text is Attio's own."

  defexception [:status, :type, :code, :text]

  @impl true
  def message(error), do: "#{error.status} #{error.type} #{error.code}: #{error.text}"
end

defmodule Attio.Client do
  @moduledoc """
  Attio's REST API without dependencies; Elixir 1.14 and OTP 25 or newer.

  Erlang's HTTP client has to be in your mix.exs: `extra_applications: [:logger, :inets, :ssl]`.
  """

  # Milliseconds that a request may take, and that a Retry-After may ask for.
  @time_limit 30_000
  @longest_wait 30_000

  @doc """
  Makes a call, such as `call(:get, "/objects")`, and gives the JSON object of the answer.

  A download gives `%{"location" => address}`; get the file from there without the token.
  The option `:token` is the token of one workspace; without it, the project's own is used. Raises
  `Attio.Error` where Attio does not do what was asked.
  """
  def call(method, path, body \\ nil, options \\ []) do
    content = if body != nil, do: {~c"application/json", Attio.JSON.encode(body)}
    deliver(method, path, content, options)
  end

  @doc "Puts a file on a record; the option `:token` as in `call`."
  def upload(object, record_id, name, content, options \\ []) do
    mark = Base.encode16(:crypto.strong_rand_bytes(16))
    name = String.replace(name, ~r/["\r\n]/, "_")
    head = "--#{mark}\r\nContent-Disposition: form-data; name="

    body =
      "#{head}\"object\"\r\n\r\n#{object}\r\n#{head}\"record_id\"\r\n\r\n#{record_id}\r\n" <>
        "#{head}\"file\"; filename=\"#{name}\"\r\n" <>
        "Content-Type: application/octet-stream\r\n\r\n#{content}\r\n--#{mark}--\r\n"

    deliver(:post, "/files/upload", {~c"multipart/form-data; boundary=#{mark}", body}, options)
  end

  defp deliver(method, path, content, options) do
    url = address("ATTIO_BASE_URL", "https://api.attio.com/v2")
    headers = [{~c"authorization", ~c"Bearer #{bearer(options[:token])}"}]
    answer = repeatedly(method, fn -> request(method, url <> path, headers, content) end)
    wait = wait_for(answer)

    answer =
      if wait <= @longest_wait do
        Process.sleep(wait)
        request(method, url <> path, headers, content)
      else
        answer
      end

    with {302, headers, _} <- answer,
         true <- String.ends_with?(path, "/download"),
         {_, location} <- List.keyfind(headers, ~c"location", 0) do
      %{"location" => to_string(location)}
    else
      _ -> object!(answer)
    end
  end

  # Twice is as good as once for these methods, so a lost answer does no harm.
  defp repeatedly(method, request) when method in [:get, :put, :delete] do
    request.()
  rescue
    _ in RuntimeError ->
      Process.sleep(1000)
      request.()
  end

  defp repeatedly(_, request), do: request.()

  @doc "Makes a first call: prints the slugs of your objects, or says what is wrong and ends."
  def first_call do
    for %{"api_slug" => slug} when slug != nil <- call(:get, "/objects")["data"],
        do: IO.puts(slug)
  rescue
    error ->
      IO.puts(:stderr, Exception.message(error))
      System.halt(1)
  end

  @doc false
  # Follows no redirect, so the token goes to Attio and nowhere else. A 503 with a short Retry-After
  # is repeated by httpc itself, which cannot be told not to; the time limit holds nevertheless.
  def request(method, url, headers, content) do
    {:ok, _} = Application.ensure_all_started(:inets)
    {:ok, _} = Application.ensure_all_started(:ssl)
    settings = [autoredirect: false, ssl: if(match?("https:" <> _, url), do: tls(), else: [])]
    url = String.to_charlist(url)

    request =
      case content do
        {type, text} -> {url, headers, type, text}
        nil when method in [:post, :put, :patch] -> {url, headers, ~c"application/json", ""}
        nil -> {url, headers}
      end

    case :httpc.request(method, request, settings, body_format: :binary, sync: false) do
      {:ok, id} -> answer(id)
      {:error, reason} -> raise "Attio could not be reached: #{inspect(reason)}"
    end
  end

  # Until OTP 26, httpc trusts every certificate where it is not told otherwise.
  defp tls do
    [
      verify: :verify_peer,
      cacerts: :public_key.cacerts_get(),
      # What went wrong is in the error that is raised.
      log_level: :error,
      customize_hostname_check: [match_fun: :public_key.pkix_verify_hostname_match_fun(:https)]
    ]
  end

  defp answer(id) do
    receive do
      {:http, {^id, {{_, status, _}, headers, text}}} ->
        {status, headers, text}

      {:http, {^id, {:error, reason}}} ->
        raise "Attio could not be reached: #{inspect(reason)}"
    after
      @time_limit ->
        :httpc.cancel_request(id)
        raise "Attio could not be reached: no answer in #{div(@time_limit, 1000)} seconds"
    end
  end

  defp object!({status, _, ""}) when status in 200..299, do: %{}

  defp object!({status, _, text}) do
    case Attio.JSON.decode(text) do
      {:ok, %{} = answer} when status in 200..299 -> answer
      {:ok, %{} = answer} -> raise failure(status, answer)
      _ -> raise failure(status, %{})
    end
  end

  defp failure(status, answer) do
    %Attio.Error{
      status: status,
      type: answer["type"] || "unknown",
      code: answer["code"] || "unknown",
      text: answer["message"] || "The answer is not Attio's JSON."
    }
  end

  # Milliseconds. Retry-After holds seconds or an HTTP date (RFC 9110, section 10.2.3). A number is
  # less than any atom, so `:never` is longer than the longest wait.
  defp wait_for({429, headers, _}) do
    header = headers |> List.keyfind(~c"retry-after", 0, {nil, ~c""}) |> elem(1) |> to_string()

    case Integer.parse(header) do
      {seconds, ""} -> max(0, seconds * 1000)
      _ -> header |> String.to_charlist() |> until()
    end
  end

  defp wait_for({409, _, text}) do
    if text =~ ~r/"code"\s*:\s*"concurrent_write_conflict"/, do: 1000, else: :never
  end

  defp wait_for(_), do: :never

  defp until(date) do
    date = :httpd_util.convert_request_date(date)
    from = :calendar.datetime_to_gregorian_seconds({{1970, 1, 1}, {0, 0, 0}})

    max(
      0,
      (:calendar.datetime_to_gregorian_seconds(date) - from) * 1000 - System.os_time(:millisecond)
    )
  rescue
    _ -> 1000
  end

  defp bearer(token) do
    token = token || setting("ATTIO_API_KEY")
    # RFC 6750, section 2.1; more could be a header of its own.
    if token =~ ~r/\A[A-Za-z0-9._~+\/=-]+\z/,
      do: token,
      else: raise("ATTIO_API_KEY holds no bearer token.")
  end

  @doc false
  def address(name, standard) do
    url = setting(name, standard) |> String.trim_trailing("/")
    here = ~r"\Ahttp://(localhost|127\.\d+\.\d+\.\d+|\[::1\])(:\d+)?(/.*)?\z"

    if String.starts_with?(url, "https://") or Regex.match?(here, url),
      do: url,
      else: raise("#{name} is neither https nor on this machine.")
  end

  @doc false
  def setting(name, standard \\ nil) do
    case System.get_env(name, "") do
      "" -> standard || raise "#{name} is not set."
      value -> value
    end
  end
end

defmodule Attio.JSON do
  @moduledoc false
  # Enough of JSON for Attio. JSON of Elixir 1.18, or Jason, can take this module's place.

  def encode(nil), do: "null"
  def encode(value) when is_boolean(value) or is_number(value), do: to_string(value)
  def encode(value) when is_atom(value), do: value |> Atom.to_string() |> encode()
  def encode(value) when is_list(value), do: "[#{Enum.map_join(value, ",", &encode/1)}]"

  def encode(value) when is_binary(value),
    do: "\"#{String.replace(value, ~r/["\\\x00-\x1f]/, &escape/1)}\""

  def encode(value) when is_map(value) do
    "{#{Enum.map_join(value, ",", fn {key, item} -> "#{encode("#{key}")}:#{encode(item)}" end)}}"
  end

  defp escape(character), do: "\\u00" <> Base.encode16(character)

  # What is not JSON fits no clause.
  def decode(text) do
    {value, rest} = text |> skip() |> value()
    if skip(rest) == "", do: {:ok, value}, else: :error
  rescue
    _ in [FunctionClauseError, MatchError, CaseClauseError, ArgumentError] -> :error
  end

  defp value("null" <> rest), do: {nil, rest}
  defp value("true" <> rest), do: {true, rest}
  defp value("false" <> rest), do: {false, rest}
  defp value("\"" <> rest), do: string(rest, "")
  defp value("[" <> rest), do: rest |> skip() |> list([])
  defp value("{" <> rest), do: rest |> skip() |> object(%{})

  defp value(text) do
    [number | parts] = Regex.run(~r/\A(-?(?:0|[1-9]\d*))(\.\d+)?([eE][+-]?\d+)?/, text)
    {number(parts), binary_part(text, byte_size(number), byte_size(text) - byte_size(number))}
  end

  defp number([whole]), do: String.to_integer(whole)
  defp number([whole, fraction]), do: String.to_float(whole <> fraction)
  defp number([whole, "", power]), do: String.to_float(whole <> ".0" <> power)
  defp number([whole, fraction, power]), do: String.to_float(whole <> fraction <> power)

  defp list("]" <> rest, []), do: {[], rest}

  defp list(text, items) do
    {item, rest} = value(text)

    case skip(rest) do
      "," <> rest -> rest |> skip() |> list([item | items])
      "]" <> rest -> {Enum.reverse([item | items]), rest}
    end
  end

  defp object("}" <> rest, map) when map == %{}, do: {map, rest}

  defp object("\"" <> rest, map) do
    {key, rest} = string(rest, "")
    ":" <> rest = skip(rest)
    {item, rest} = rest |> skip() |> value()

    case skip(rest) do
      "," <> rest -> rest |> skip() |> object(Map.put(map, key, item))
      "}" <> rest -> {Map.put(map, key, item), rest}
    end
  end

  defp string(text, before) do
    {length, 1} = :binary.match(text, ["\"", "\\"])

    case text do
      <<part::binary-size(length), ?", rest::binary>> ->
        {before <> part, rest}

      <<part::binary-size(length), ?\\, rest::binary>> ->
        {character, rest} = escaped(rest)
        string(rest, before <> part <> character)
    end
  end

  # A character beyond the first 65,536 is two escapes in UTF-16.
  defp escaped(<<?u, d, a, one::binary-2, "\\u", two::binary-4, rest::binary>>)
       when d in ~c"dD" and a in ~c"89abAB" do
    units = Base.decode16!(<<d, a, one::binary, two::binary>>, case: :mixed)
    {<<_::binary>> = :unicode.characters_to_binary(units, :utf16), rest}
  end

  defp escaped(<<?u, unit::binary-4, rest::binary>>) do
    {<<String.to_integer(unit, 16)::utf8>>, rest}
  end

  defp escaped("b" <> rest), do: {"\b", rest}
  defp escaped("f" <> rest), do: {"\f", rest}
  defp escaped("n" <> rest), do: {"\n", rest}
  defp escaped("r" <> rest), do: {"\r", rest}
  defp escaped("t" <> rest), do: {"\t", rest}
  defp escaped(<<mark, rest::binary>>) when mark in ~c"\"\\/", do: {<<mark>>, rest}

  defp skip(<<space, rest::binary>>) when space in ~c" \t\r\n", do: skip(rest)
  defp skip(text), do: text
end
