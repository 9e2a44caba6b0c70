require "net/http"
require "uri"
require "json"

module Attio
  API = "https://api.attio.com/v2".freeze

  class << self
    def request(verb, path, body: nil, params: {})
      uri = URI("#{API}#{path}")
      uri.query = URI.encode_www_form(params) unless params.empty?
      klass = { get: Net::HTTP::Get, post: Net::HTTP::Post, patch: Net::HTTP::Patch }.fetch(verb)
      req = klass.new(uri)
      req["Authorization"] = "Bearer #{ENV.fetch("ATTIO_API_KEY")}"
      req.body = body.to_json if body
      Net::HTTP.start(uri.hostname, uri.port, use_ssl: true) { |http| http.request(req) }
    end

    def members = request(:get, "/workspace_members") #=> GET /v2/workspace_members

    def add_task(attrs)
      request :post, "/tasks", body: { data: attrs } #=> POST /v2/tasks
    end
  end
end
