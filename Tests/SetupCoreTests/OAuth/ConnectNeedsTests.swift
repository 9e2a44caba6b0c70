import Ground
import SetupCore
import TestSupport
import Testing

/// What is known before a workspace is connected without a question.
struct ConnectNeedsTests {
  private func settings(
    _ id: String? = nil,
    _ secret: String? = nil,
    _ uri: String? = nil
  ) -> AppSettings {
    AppSettings(clientID: id, clientSecret: secret.map(Secret.init), redirectURI: uri)
  }

  @Test func `what is missing is named by its options`() throws {
    let both = try #require(throws: SetupError.self) {
      try ConnectNeeds.credentials(AppSettings())
    }
    #expect(both.exitCode == 64)
    #expect(both.remedy.contains("--client-id ID, and --client-secret-stdin or"))
    let secret = try #require(throws: SetupError.self) {
      try ConnectNeeds.credentials(settings("app"))
    }
    #expect(!secret.remedy.contains("--client-id"))
    let uri = try #require(throws: SetupError.self) {
      try ConnectNeeds.credentials(settings("app", "secret", "http://example.com/"))
    }
    #expect(uri.exitCode == 64 && uri.remedy.contains("--redirect-uri"))
  }

  @Test func `a reference is used as no secret, and stays in the file`() throws {
    let failure = try #require(throws: SetupError.self) {
      try ConnectNeeds.credentials(settings("app", "op://dev/attio/secret"))
    }
    #expect(failure.exitCode == 1 && failure.name == "reference")
    #expect(failure.message.contains("ATTIO_CLIENT_SECRET is a 1Password reference"))
    #expect(failure.remedy.contains("op run --env-file .env"))
    let credentials = try ConnectNeeds.credentials(settings("app", "secret"))
    let file = settings("app", "encrypted:BG8M6U", RedirectURI.standardText)
    #expect(ConnectNeeds.additions(credentials, to: file) == AppSettings())
  }

  @Test func `the usual redirect URI stands in where none is named`() throws {
    let credentials = try ConnectNeeds.credentials(settings("app", "secret"))
    #expect(credentials.redirectURI.text == RedirectURI.standardText)
  }

  @Test func `the env file gets what it lacks and what is newer for the same app`() throws {
    let uri = "http://localhost:9/callback"
    let credentials = try ConnectNeeds.credentials(settings("app", "secret", uri))
    let rows: [(file: AppSettings, additions: AppSettings)] = [
      (settings(), settings("app", "secret", uri)),
      (settings("app"), settings(nil, "secret", uri)),
      (settings("app", "old", uri), settings(nil, "secret")),
      (settings("app", "secret", uri), settings()),
      (settings("another", nil, nil), settings()),
      (settings("another", "its-secret", uri), settings()),
    ]
    for row in rows {
      #expect(ConnectNeeds.additions(credentials, to: row.file) == row.additions)
    }
  }

  @Test func `the keyring is preferred, the last choice kept, and no choice weakened`() throws {
    let broken = StoreError.noKeyring("There is none.")
    func store(
      _ named: TokenStoreKind?,
      _ problem: StoreError?,
      _ remembered: TokenStoreKind? = nil
    ) throws -> TokenStoreKind {
      try ConnectNeeds.store(
        named: named,
        StoreProbe(keyringProblem: problem, filePath: "/f", remembered: remembered)
      )
    }
    #expect(try store(nil, nil) == .keyring)
    #expect(try store(nil, broken) == .file)
    #expect(try store(nil, nil, .file) == .file)
    #expect(try store(.keyring, nil, .file) == .keyring)
    #expect(try store(.file, broken, .keyring) == .file)
    for (named, remembered) in [(TokenStoreKind.keyring, nil), (nil, TokenStoreKind.keyring)] {
      let error = try #require(throws: SetupError.self) { try store(named, broken, remembered) }
      #expect(error.exitCode == 1 && error.remedy.contains("--store file"))
    }
  }
}
