:inets.start()
:ssl.start()

url = "https://api.attio.com/v2/objects/people/records/query"

token = System.fetch_env!("ATTIO_API_KEY")
headers = [{~c"authorization", String.to_charlist("Bearer #{token}")}]
request = {String.to_charlist(url), headers, ~c"application/json", ~s({"limit":1})}

# Erlang checks no certificate by itself before OTP 26.
match = :public_key.pkix_verify_hostname_match_fun(:https)

tls = [
  verify: :verify_peer,
  cacerts: :public_key.cacerts_get(),
  customize_hostname_check: [match_fun: match]
]

options = [ssl: tls, autoredirect: false]
{:ok, {_, _, answer}} = :httpc.request(:post, request, options, body_format: :binary)
IO.puts(answer)
