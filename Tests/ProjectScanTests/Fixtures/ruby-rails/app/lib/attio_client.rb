class AttioClient
  class Error < StandardError; end

  BASE = "https://api.attio.com".freeze
  VERSION = "v2".freeze

  def initialize(token = Rails.application.credentials.dig(:attio, :api_key) || ENV["ATTIO_API_KEY"])
    @token = token
  end

  %w[get post patch delete].each do |verb|
    define_method(verb) { |path, **options| execute(verb, path, **options) }
  end

  def assert_person(email:, name:)
    perform(:put, "objects/people/records", query: { matching_attribute: "email_addresses" }, body: {}) #=> PUT /v2/objects/{object}/records
  end

  def list_entries(list)
    perform(:post, "lists/#{list}/entries/query", body: { limit: 10 }) #=> POST /v2/lists/{list}/entries/query
  end

  private

  def perform(verb, path, query: nil, body: nil)
    response = HTTParty.send(verb, "#{BASE}/#{VERSION}/#{path}", headers: headers, query: query, body: body&.to_json)
    raise Error, "#{verb} #{path}: #{response.code}" unless response.success?
    response.parsed_response
  end

  def headers
    { "Authorization" => "Bearer #{@token}", "Content-Type" => "application/json" }
  end
end
