# frozen_string_literal: true

# Lets customers install your app (OAuth 2.0, authorization code); Ruby 2.7 or newer.
# Attio::OAuth is a Rack application with two paths: /attio/connect, and that of your redirect URI.
# In Rails: match "/attio/*path", to: Attio::OAuth.new, via: :get

require "securerandom"
require_relative "client"

module Attio
  class OAuth
    COOKIE = "attio_state"

    def initialize
      # States that were sent out; with several processes, keep them where all of them look.
      @pending = {}
      @tokens = {}
    end

    # Keeps the token of one workspace. Replace the hash by your database: one row a workspace, the
    # token encrypted. Attio's tokens do not expire, and connecting again gives a new one.
    def save_token(workspace_id, token)
      @tokens[workspace_id] = token
    end

    def call(env)
      path = "#{env['SCRIPT_NAME']}#{env['PATH_INFO']}"
      if path == "/attio/connect"
        connect
      elsif path == URI(setting("ATTIO_REDIRECT_URI")).path
        callback(env)
      else
        [404, { "content-type" => "text/plain" }, ["Not found"]]
      end
    end

    private

    # Sends the person to Attio; only an admin of a workspace can install an app.
    def connect
      state = SecureRandom.urlsafe_base64(32)
      @pending.delete_if { |_, deadline| deadline < Time.now }
      @pending[state] = Time.now + 600
      query = URI.encode_www_form(
        client_id: setting("ATTIO_CLIENT_ID"),
        redirect_uri: setting("ATTIO_REDIRECT_URI"),
        response_type: "code",
        state: state
      )
      location = "#{authorization_server}/authorize?#{query}"
      [302, { "location" => location, "set-cookie" => cookie(state, 600) }, []]
    end

    # Takes the person back: checks the state, exchanges the code, and keeps the token.
    def callback(env)
      answer = URI.decode_www_form(env["QUERY_STRING"].to_s).to_h
      state = answer["state"].to_s
      # The cookie binds the answer to this browser; deleting the state makes it good for one time.
      is_ours = env["HTTP_COOKIE"].to_s.split(/; */).include?("#{COOKIE}=#{state}")
      deadline = @pending.delete(state) if is_ours
      unless deadline && deadline > Time.now
        return page(400, "This link is not valid any more. Start again.")
      end
      return page(400, "Attio was not connected.") unless answer["code"]

      token = exchange(answer["code"])
      workspace = Attio.call("GET", "/self", token: token)
      save_token(workspace["workspace_id"], token)
      page(200, "Connected: #{workspace['workspace_name']}")
    end

    def exchange(code)
      request = Net::HTTP::Post.new(URI("#{authorization_server}/oauth/token"))
      request.set_form_data(
        grant_type: "authorization_code",
        code: code,
        client_id: setting("ATTIO_CLIENT_ID"),
        client_secret: setting("ATTIO_CLIENT_SECRET"),
        redirect_uri: setting("ATTIO_REDIRECT_URI")
      )
      response = Attio.deliver(request)
      answer = Attio.parsed(response.body) || {}
      return answer["access_token"] if response.code == "200" && answer["access_token"]

      raise "Attio gave no token: #{response.code} #{answer['error']}"
    end

    def authorization_server
      Attio.address("ATTIO_APP_URL", "https://app.attio.com")
    end

    def page(status, text)
      headers = { "content-type" => "text/plain; charset=utf-8", "set-cookie" => cookie("", 0) }
      [status, headers, [text]]
    end

    def cookie(value, seconds)
      secure = setting("ATTIO_REDIRECT_URI").start_with?("https:") ? "; Secure" : ""
      "#{COOKIE}=#{value}; Max-Age=#{seconds}; Path=/; HttpOnly; SameSite=Lax#{secure}"
    end

    def setting(name)
      value = ENV[name].to_s
      raise ArgumentError, "#{name} is not set." if value.empty?

      value
    end
  end
end
