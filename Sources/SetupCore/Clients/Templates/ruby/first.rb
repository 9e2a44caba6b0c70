require "net/http"

url = URI("https://api.attio.com/v2/objects/people/records/query")
answer = Net::HTTP.post(
  url,
  '{"limit":1}',
  "Authorization" => "Bearer #{ENV.fetch("ATTIO_API_KEY")}",
  "Content-Type" => "application/json"
)
puts answer.body
