# frozen_string_literal: true

# Attio's REST API without dependencies; Ruby 2.7 or newer.
# Require it, or run it for a first call that prints the slugs of your objects.

require "json"
require "net/http"
require "time"
require "uri"

module Attio
  LONGEST_WAIT = 30 # seconds that a Retry-After may ask for
  REPEATABLE = %w[GET PUT DELETE].freeze # twice is as good as once

  # Attio's answer to a call that failed; its message is Attio's own.
  class Error < StandardError
    attr_reader :status, :type, :code

    def initialize(status, type, code, message)
      super(message)
      @status = status
      @type = type
      @code = code
    end
  end

  module_function

  HERE = %r{\Ahttp://(localhost|127\.\d+\.\d+\.\d+|\[::1\])(:\d+)?(/.*)?\z}

  # An address of the environment; plain http goes to this machine only.
  def address(variable, standard)
    url = (ENV[variable].to_s.empty? ? standard : ENV[variable]).delete_suffix("/")
    return url if url.start_with?("https://") || url.match?(HERE)

    raise ArgumentError, "#{variable} is neither https nor on this machine."
  end

  # Makes a call, such as Attio.call("GET", "/objects"), and gives the JSON of the answer.
  # A download gives { "location" => address }; get the file from there without the token.
  def call(method, path, body = nil, token: ENV["ATTIO_API_KEY"], form: nil)
    raise ArgumentError, "ATTIO_API_KEY is not set." if token.to_s.empty?
    # RFC 6750, section 2.1
    raise ArgumentError, "ATTIO_API_KEY holds no bearer token." unless token.match?(%r{\A[\w.~+/=-]+\z})

    uri = URI(address("ATTIO_BASE_URL", "https://api.attio.com/v2") + path)
    request = Net::HTTPGenericRequest.new(method, !body.nil? || !form.nil?, true, uri)
    request["Authorization"] = "Bearer #{token}"
    request["Content-Type"] = "application/json"
    request.set_form(form, "multipart/form-data") if form
    request.body = JSON.generate(body) unless body.nil?
    [false, true].each do |is_last|
      begin
        response = deliver(request)
      rescue SystemCallError, IOError, SocketError, Timeout::Error, OpenSSL::SSL::SSLError
        raise if is_last || !REPEATABLE.include?(method)

        sleep(1)
        next
      end
      status = response.code.to_i
      answer = parsed(response.body)
      return answer if response.is_a?(Net::HTTPSuccess) && answer
      return { "location" => response["Location"] } if status == 302 && path.end_with?("/download")

      wait = status == 429 ? wait_for(response["Retry-After"]) : nil
      wait = 1 if status == 409 && answer && answer["code"] == "concurrent_write_conflict"
      if is_last || wait.nil? || wait > LONGEST_WAIT
        answer ||= {}
        raise Error.new(
          status,
          answer.fetch("type", "unknown"),
          answer.fetch("code", "unknown"),
          answer.fetch("message", "The answer is not Attio's JSON.")
        )
      end
      sleep(wait)
    end
  end

  # Puts a file on a record, such as Attio.upload("people", id, "a.pdf", File.binread("a.pdf")).
  def upload(object, record_id, name, content, token: ENV["ATTIO_API_KEY"])
    file = ["file", content, { filename: name, content_type: "application/octet-stream" }]
    form = [["object", object], ["record_id", record_id], file]
    call("POST", "/files/upload", token: token, form: form)
  end

  # Net::HTTP follows no redirects, so the token goes to Attio and nowhere else.
  def deliver(request)
    uri = request.uri
    limits = { open_timeout: 30, write_timeout: 30, read_timeout: 30, max_retries: 0 }
    Net::HTTP.start(uri.hostname, uri.port, use_ssl: uri.scheme == "https", **limits) do |http|
      http.request(request)
    end
  end

  # The JSON object of an answer; nil for anything else.
  def parsed(text)
    answer = JSON.parse(text.to_s.empty? ? "{}" : text)
    answer if answer.is_a?(Hash)
  rescue JSON::ParserError
    nil
  end

  # Retry-After holds seconds or an HTTP date (RFC 9110, section 10.2.3).
  def wait_for(header)
    return header.to_i if header.to_s.match?(/\A\d+\z/)

    [0, Time.httpdate(header.to_s) - Time.now].max
  rescue ArgumentError
    1
  end
end

if __FILE__ == $PROGRAM_NAME
  begin
    slugs = Attio.call("GET", "/objects").fetch("data").map { |object| object["api_slug"] }
    slugs.compact.each { |slug| puts slug }
  rescue Attio::Error => error
    abort "#{error.status} #{error.type} #{error.code}: #{error.message}"
  rescue StandardError => error
    abort error.message
  end
end
