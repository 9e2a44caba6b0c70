/// What a browser does at a developer's own server, in each language: starts an install, comes back
/// with a foreign cookie, with a foreign state, as it should, and once more.
///
/// Every answer is printed in a line, as status and text.
enum InstallVisit {
  /// What has to be printed.
  static let expected = """
    400 This link is not valid any more. Start again.
    400 This link is not valid any more. Start again.
    200 Connected: Sandbox Workspace
    400 This link is not valid any more. Start again.
    """

  /// The visit in JavaScript, whose files end so.
  static func node(_ ending: String) -> StarterScripts.Script {
    StarterScripts.Script(node, file: ("src/attio/visit.mjs", javascript(ending)))
  }

  /// Debian 12 has Node 18, where the global `crypto` of Node 20 has to be switched on.
  private static let node = """
    case $(node --version) in v18.*) flag=--experimental-global-webcrypto ;; *) flag= ;; esac
    node $flag src/attio/visit.mjs
    """

  private static func javascript(_ ending: String) -> String {
    #"""
    import { callback, connect } from "./oauth.\#(ending)";
    const start = connect();
    const cookie = start.headers.get("set-cookie").split(";")[0];
    const url = start.headers.get("location") + "&sandbox=approve";
    const back = (await fetch(url, { redirect: "manual" })).headers.get("location");
    const foreign = back.replace(/state=[^&]*/, "state=foreign");
    const asks = [[back, "attio_state=foreign"], [foreign, cookie], [back, cookie], [back, cookie]];
    for (const [url, sent] of asks) {
      const answer = await callback(new Request(url, { headers: { cookie: sent } }));
      console.log(answer.status, await answer.text());
    }

    """#
  }

  static let python = #"""
    import re
    import urllib.error
    import urllib.request
    from attio_client.client import NoRedirects
    from attio_client.oauth import application
    def ask(url, cookie=""):
        path, _, query = url.replace("http://localhost:8787", "").partition("?")
        said = []
        environ = {"PATH_INFO": path, "QUERY_STRING": query, "HTTP_COOKIE": cookie}
        body = application(environ, lambda status, headers: said.extend([status, dict(headers)]))
        return said[0][:3], said[1], b"".join(body).decode()
    status, headers, _ = ask("/attio/connect")
    cookie = headers["Set-Cookie"].split(";")[0]
    try:
        urllib.request.build_opener(NoRedirects).open(headers["Location"] + "&sandbox=approve")
    except urllib.error.HTTPError as answer:
        back = answer.headers["Location"]
    foreign = re.sub("state=[^&]*", "state=foreign", back)
    for url, sent in [(back, "attio_state=foreign"), (foreign, cookie), (back, cookie), (back, cookie)]:
        status, _, text = ask(url, sent)
        print(status, text)

    """#

  static let ruby = #"""
    require "./lib/attio/oauth"
    app = Attio::OAuth.new
    ask = lambda do |url, cookie = ""|
      path, query = url.delete_prefix("http://localhost:8787").split("?")
      app.call("PATH_INFO" => path, "QUERY_STRING" => query, "HTTP_COOKIE" => cookie)
    end
    _, headers, = ask.call("/attio/connect")
    cookie = headers["set-cookie"].split(";").first
    back = Net::HTTP.get_response(URI(headers["location"] + "&sandbox=approve"))["Location"]
    foreign = back.sub(/state=[^&]*/, "state=foreign")
    [[back, "attio_state=foreign"], [foreign, cookie], [back, cookie], [back, cookie]].each do |url, sent|
      status, _, body = ask.call(url, sent)
      puts "#{status} #{body.join}"
    end

    """#

  static let go = #"""
    package attio

    import (
    	"fmt"
    	"net/http/httptest"
    	"regexp"
    	"strings"
    	"testing"
    )

    func TestExchange(t *testing.T) {
    	saved := ""
    	oauth := &OAuth{SaveToken: func(id, token string) error { saved = token; return nil }}
    	start := httptest.NewRecorder()
    	oauth.Connect(start, httptest.NewRequest("GET", "/attio/connect", nil))
    	cookie := strings.Split(start.Header().Get("Set-Cookie"), ";")[0]
    	approved, err := client.Get(start.Header().Get("Location") + "&sandbox=approve")
    	if err != nil {
    		t.Fatal(err)
    	}
    	back := approved.Header.Get("Location")
    	foreign := regexp.MustCompile("state=[^&]*").ReplaceAllString(back, "state=foreign")
    	for _, ask := range [][2]string{
    		{back, "attio_state=foreign"}, {foreign, cookie}, {back, cookie}, {back, cookie},
    	} {
    		request := httptest.NewRequest("GET", ask[0], nil)
    		request.Header.Set("Cookie", ask[1])
    		answer := httptest.NewRecorder()
    		oauth.Callback(answer, request)
    		fmt.Println(answer.Code, strings.TrimSpace(answer.Body.String()))
    	}
    	if len(saved) != 64 {
    		t.Fatal("no token was saved")
    	}
    }

    """#

  /// The package of a server that uses the client as a developer would.
  static let swiftPackage = #"""
    // swift-tools-version: 6.0
    import PackageDescription

    let package = Package(
      name: "shop",
      dependencies: [.package(path: "Attio")],
      targets: [
        .executableTarget(
          name: "shop",
          dependencies: [.product(name: "Attio", package: "Attio")],
          path: ".",
          sources: ["main.swift"]
        )
      ]
    )

    """#

  static let swift = #"""
    import Attio
    import Foundation

    #if canImport(FoundationNetworking)
    import FoundationNetworking
    #endif

    final class NoRedirects: NSObject, URLSessionTaskDelegate {
      func urlSession(
        _ session: URLSession,
        task: URLSessionTask,
        willPerformHTTPRedirection response: HTTPURLResponse,
        newRequest request: URLRequest,
        completionHandler: @escaping @Sendable (URLRequest?) -> Void
      ) {
        completionHandler(nil)
      }
    }

    let oauth = AttioOAuth { _, token in
      guard token.count == 64 else { throw URLError(.badServerResponse) }
    }
    let start = try await oauth.connect()
    let cookie = start.headers["Set-Cookie"]!.components(separatedBy: ";")[0]
    let url = URL(string: start.headers["Location"]! + "&sandbox=approve")!
    let session = URLSession(configuration: .default, delegate: NoRedirects(), delegateQueue: nil)
    let (_, approved) = try await session.data(from: url)
    let back = (approved as! HTTPURLResponse).value(forHTTPHeaderField: "Location")!
      .components(separatedBy: "?")[1]
    let foreign = back.replacingOccurrences(
      of: "state=[^&]*", with: "state=foreign", options: .regularExpression
    )
    for (query, sent) in [
      (back, "attio_state=foreign"), (foreign, cookie), (back, cookie), (back, cookie),
    ] {
      let answer = try await oauth.callback(query: query, cookie: sent)
      print(answer.status, answer.text)
    }

    """#

  static let elixir = #"""
    {:ok, _} = Attio.OAuth.start_link()
    {url, state} = Attio.OAuth.authorize()
    {302, headers, _} = Attio.Client.request(:get, url <> "&sandbox=approve", [], nil)
    {_, back} = List.keyfind(headers, ~c"location", 0)
    params = URI.decode_query(URI.parse(to_string(back)).query)
    foreign = %{params | "state" => "foreign"}

    for {params, cookie} <- [{params, "foreign"}, {foreign, state}, {params, state}, {params, state}] do
      case Attio.OAuth.callback(params, cookie) do
        {:ok, workspace} -> IO.puts("200 Connected: #{workspace}")
        {:error, message} -> IO.puts("400 #{message}")
      end
    end

    """#

  static let php = #"""
    php -S 127.0.0.1:0 src/Attio/oauth.php 2>server.log &
    server=$!
    trap 'kill $server' EXIT
    tries=0
    site=
    until [ -n "$site" ]; do
      site=$(sed -n 's/.*(\(http:[^)]*\)) started.*/\1/p' server.log)
      tries=$((tries + 1))
      [ $tries -lt 400 ] || { cat server.log >&2; exit 1; }
      sleep 0.05
    done
    location=$(curl -s -o body -c jar -w '%{redirect_url}' "$site/attio/connect")
    back=$(curl -s -o body -w '%{redirect_url}' "$location&sandbox=approve")
    path=/callback?${back#*\?}
    ask() {
      curl -s -o body -w '%{http_code} ' "$@"
      cat body
      echo
    }
    ask "$site$path"
    ask -b jar "$site$(echo "$path" | sed 's/state=[^&]*/state=foreign/')"
    ask -b jar "$site$path"
    ask -b jar "$site$path"

    """#
}
