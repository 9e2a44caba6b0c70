extension ClientTemplate {
  /// Code that stands alone, and how it is saved and run.
  struct Script {
    /// The code, without a line end after its last line.
    let text: String
    /// The name of the file to save it in.
    let file: String
    /// The command that runs it from there.
    let run: String
  }

  /// The query of one record, by what comes with the language; nil for curl, whose command says it all.
  ///
  /// - Parameters:
  ///   - language: The language.
  ///   - variable: The variable that holds the token.
  ///   - url: The address of the call.
  /// - Returns: The code, which prints Attio's answer whatever it is.
  static func firstQuery(_ language: ClientLanguage, variable: String, url: String) -> Script? {
    switch language {
    case .typescript:
      Script(text: fetch(variable, url), file: "first.mts", run: "npx tsx first.mts")
    case .javascript: Script(text: fetch(variable, url), file: "first.mjs", run: "node first.mjs")
    case .python:
      Script(text: pythonQuery(variable, url), file: "first.py", run: "python3 first.py")
    case .ruby: Script(text: rubyQuery(variable, url), file: "first.rb", run: "ruby first.rb")
    case .go: Script(text: goQuery(variable, url), file: "first.go", run: "go run first.go")
    case .swift:
      Script(
        text: swiftQuery(variable, url),
        file: "first.swift",
        run: "swiftc first.swift && ./first"
      )
    case .elixir:
      Script(text: elixirQuery(variable, url), file: "first.exs", run: "elixir first.exs")
    case .php: Script(text: phpQuery(variable, url), file: "first.php", run: "php first.php")
    case .curl: nil
    }
  }

  private static func fetch(_ variable: String, _ url: String) -> String {
    #"""
    const url =
      "\#(url)";
    const answer = await fetch(url, {
      method: "POST",
      headers: {
        Authorization: `Bearer ${process.env.\#(variable)}`,
        "Content-Type": "application/json",
      },
      body: JSON.stringify({ limit: 1 }),
      redirect: "error",
    });
    console.log(await answer.text());
    """#
  }

  private static func pythonQuery(_ variable: String, _ url: String) -> String {
    #"""
    import os
    import urllib.error
    import urllib.request

    url = "\#(url)"
    request = urllib.request.Request(
        url,
        data=b'{"limit": 1}',
        headers={
            "Authorization": f"Bearer {os.environ['\#(variable)']}",
            "Content-Type": "application/json",
        },
    )
    try:
        answer = urllib.request.urlopen(request)
    except urllib.error.HTTPError as error:
        answer = error
    print(answer.read().decode())
    """#
  }

  private static func rubyQuery(_ variable: String, _ url: String) -> String {
    #"""
    require "net/http"

    url = URI("\#(url)")
    answer = Net::HTTP.post(
      url,
      '{"limit":1}',
      "Authorization" => "Bearer #{ENV.fetch("\#(variable)")}",
      "Content-Type" => "application/json"
    )
    puts answer.body
    """#
  }

  private static func goQuery(_ variable: String, _ url: String) -> String {
    #"""
    package main

    import (
    	"io"
    	"log"
    	"net/http"
    	"os"
    	"strings"
    )

    func main() {
    	url := "\#(url)"
    	body := strings.NewReader(`{"limit":1}`)
    	request, err := http.NewRequest("POST", url, body)
    	if err != nil {
    		log.Fatal(err)
    	}
    	request.Header.Set("Authorization", "Bearer "+os.Getenv("\#(variable)"))
    	request.Header.Set("Content-Type", "application/json")
    	answer, err := http.DefaultClient.Do(request)
    	if err != nil {
    		log.Fatal(err)
    	}
    	defer answer.Body.Close()
    	io.Copy(os.Stdout, answer.Body)
    }
    """#
  }

  private static func swiftQuery(_ variable: String, _ url: String) -> String {
    #"""
    import Foundation
    #if canImport(FoundationNetworking)
    import FoundationNetworking
    #endif

    let token = ProcessInfo.processInfo.environment["\#(variable)"] ?? ""
    let url =
      "\#(url)"
    var request = URLRequest(url: URL(string: url)!)
    request.httpMethod = "POST"
    request.setValue("Bearer \(token)", forHTTPHeaderField: "Authorization")
    request.setValue("application/json", forHTTPHeaderField: "Content-Type")
    request.httpBody = Data(#"{"limit":1}"#.utf8)
    let (answer, _) = try await URLSession.shared.data(for: request)
    print(String(decoding: answer, as: UTF8.self))
    """#
  }

  private static func elixirQuery(_ variable: String, _ url: String) -> String {
    #"""
    :inets.start()
    :ssl.start()

    url =
      "\#(url)"

    token = System.fetch_env!("\#(variable)")
    headers = [{~c"authorization", String.to_charlist("Bearer #{token}")}]
    request = {String.to_charlist(url), headers, ~c"application/json", ~s({"limit":1})}

    # Erlang checks no certificate by itself before OTP 26.
    match = :public_key.pkix_verify_hostname_match_fun(:https)

    tls = [
      verify: :verify_peer,
      cacerts: :public_key.cacerts_get(),
      customize_hostname_check: [match_fun: match]
    ]

    options = [ssl: tls, autoredirect: false]
    {:ok, {_, _, answer}} = :httpc.request(:post, request, options, body_format: :binary)
    IO.puts(answer)
    """#
  }

  private static func phpQuery(_ variable: String, _ url: String) -> String {
    #"""
    <?php

    $url = "\#(url)";
    $context = stream_context_create(["http" => [
        "method" => "POST",
        "header" => [
            "Authorization: Bearer " . getenv("\#(variable)"),
            "Content-Type: application/json",
        ],
        "content" => '{"limit":1}',
        "follow_location" => 0,
        "ignore_errors" => true,
    ]]);
    echo file_get_contents($url, false, $context);
    """#
  }
}
