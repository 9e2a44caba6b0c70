# frozen_string_literal: true

module Attio
  class Client
    BASE_URL = ENV.fetch("ATTIO_BASE_URL", "https://api.attio.com/v2").freeze

    def initialize(api_key: ENV["ATTIO_API_KEY"])
      @api_key = api_key
    end

    def person(id)
      get("objects/people/records/#{id}") #=> GET /v2/objects/{object}/records/{record_id}
    end

    def upsert_company(attributes)
      put "objects/companies/records?matching_attribute=domains", { data: { values: attributes } } #=> PUT /v2/objects/{object}/records
    end

    def create_task(attributes)
      response = connection.post("tasks") do |req| #=> POST /v2/tasks
        req.body = { data: attributes }.to_json
      end
      response.body.fetch("data")
    end

    def destroy_note(id)
      request(:delete, "notes/#{id}") #=> DELETE /v2/notes/{note_id}
    end

    private

    def connection
      @connection ||= Faraday.new(url: BASE_URL) do |f|
        f.request :json
        f.response :json
        f.request :authorization, "Bearer", @api_key
      end
    end

    def get(path, params = {})
      connection.get(path, params).body
    end

    def put(path, body)
      request(:put, path, body)
    end

    def request(method, path, body = nil)
      connection.public_send(method, path, body)
    end
  end
end
