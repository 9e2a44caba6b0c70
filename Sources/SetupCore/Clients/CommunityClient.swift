/// A client for Attio's API that others keep; none of them is Attio's own.
package struct CommunityClient: Encodable, Equatable, Sendable {
  /// The name of the package.
  package var name: String
  /// How it is initialised with the project's variable, as code.
  package var start: String

  /// Name and start in a line for people.
  package var line: String { "Community client \(name): \(start)" }
}

extension CommunityClient {
  /// The clients in a language, the most used first; empty where none is known.
  static func all(in language: ClientLanguage, variable: String) -> [CommunityClient] {
    switch language {
    case .typescript, .javascript:
      [
        CommunityClient(
          name: "attio-js",
          start: "new Attio({ apiKey: process.env.\(variable) })"
        ),
        CommunityClient(
          name: "attio-ts-sdk",
          start: "createAttioClient({ apiKey: process.env.\(variable) })"
        ),
      ]
    case .python:
      [CommunityClient(name: "py-attio", start: "Client(os.environ[\"\(variable)\"])")]
    case .ruby:
      [
        CommunityClient(
          name: "attio_ruby",
          start: "Attio.configure { |config| config.api_key = ENV.fetch(\"\(variable)\") }"
        )
      ]
    case .elixir:
      [
        CommunityClient(
          name: "ex_attio",
          start: "Attio.Client.new(api_key: System.fetch_env!(\"\(variable)\"))"
        )
      ]
    case .go, .swift, .php, .curl: []
    }
  }
}
