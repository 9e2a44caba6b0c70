import Ground
import SetupCore
import TestSupport
import Testing

@Suite(.alone) struct ConnectionStateTests {
  @Test(arguments: ConnectionCase.all)
  func `has a name, a reason and a cure, and keeps the token`(row: ConnectionCase) async throws {
    let outcome = try await ConnectionStage.play(row.scene)
    checkState(of: outcome, row)
    checkWords(of: outcome, row)
    checkSecrets(of: outcome, row)
  }

  private func checkState(of outcome: ConnectionStage.Outcome, _ row: ConnectionCase) {
    let connection = outcome.verification.connection
    #expect(connection.state == row.state)
    #expect(connection.httpStatus == row.status)
    #expect(connection.code == row.code)
    #expect(connection.retryAfterSeconds == row.retryAfter)
    #expect((outcome.verification.identity != nil) == (row.state == .connected))
    #expect(outcome.retries.count == row.retries)
  }

  private func checkWords(of outcome: ConnectionStage.Outcome, _ row: ConnectionCase) {
    let explanation = outcome.explanation
    let sentences = [explanation.happening, explanation.evidence, explanation.remedy]
    let text = sentences.joined(separator: " ")
    #expect(sentences.allSatisfy { $0.hasSuffix(".") && !$0.contains("  ") })
    for words in row.says {
      let words = words == "HOST" ? outcome.host : words
      #expect(text.contains(words), "\(text)")
    }
    #expect(!explanation.title.lowercased().contains("invalid"))
    #expect(!text.replacing("“invalid_grant”", with: "").lowercased().contains("invalid"))
    #expect(!text.lowercased().contains("skip"))
  }

  /// Only the server that was asked hears the token, only the proxy hears its password.
  private func checkSecrets(of outcome: ConnectionStage.Outcome, _ row: ConnectionCase) {
    let said = "\(outcome.verification) \(outcome.explanation)"
    #expect(!said.contains(ConnectionStage.token))
    #expect(!said.contains("proxy-secret"))
    #expect(!said.unicodeScalars.contains { $0.properties.generalCategory == .control })
    let told = outcome.heard.filter { $0.contains(ConnectionStage.token) }
    let connects = outcome.heard.filter { $0.hasPrefix("CONNECT ") }
    #expect(told.allSatisfy { $0.hasPrefix("GET /v2/self HTTP/1.1\r\nHost: \(outcome.host)\r\n") })
    #expect(connects.allSatisfy { $0.contains("Basic \(ConnectionStage.proxyCredential)\r\n") })
    #expect(told.count + connects.count == outcome.heard.count)
    #expect(told.count == row.tellings)
  }

  @Test func `has a row for every state`() {
    #expect(Set(ConnectionCase.all.map(\.state)) == Set(ConnectionState.allCases))
  }
}

extension ConnectionCase {
  /// How often a server that may know the token gets to hear it.
  fileprivate var tellings: Int {
    switch scene {
    case .answers, .steps: retries + 1
    case .redirect, .encrypted(.none, trusting: .itsAuthority), .tunnel(.none): 1
    default: 0
    }
  }
}
