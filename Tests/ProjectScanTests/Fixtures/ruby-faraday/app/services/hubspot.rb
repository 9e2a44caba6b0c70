class Hubspot
  include HTTParty
  base_uri "https://api.hubapi.com"

  def notes
    self.class.get("/notes")
  end
end
