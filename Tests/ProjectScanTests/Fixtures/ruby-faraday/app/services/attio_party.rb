class AttioParty
  include HTTParty
  base_uri "https://api.attio.com/v2"
  headers "Authorization" => "Bearer #{ENV['ATTIO_API_KEY']}"

  def self.webhooks
    get("/webhooks") #=> GET /v2/webhooks
  end

  def comment(body)
    self.class.post("/comments", body: body.to_json) #=> POST /v2/comments
  end
end
