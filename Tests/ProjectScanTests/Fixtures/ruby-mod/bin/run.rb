require_relative "../lib/attio"

Attio.request(:patch, "/objects/people/records/#{ARGV[0]}", body: {}) #=> PATCH /v2/objects/{object}/records/{record_id}
puts Attio.members
res = Net::HTTP.get(URI("https://api.attio.com/v2/self")) #=> GET /v2/self
puts res
