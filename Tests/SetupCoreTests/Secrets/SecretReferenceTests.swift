import SetupCore
import Testing

/// What is a note of where a secret is, and what is another service's secret.
@Suite struct SecretReferenceTests {
  @Test(arguments: [
    "op://a/b/c", "${A}", "$(pass show x)", "$A", "$A-$B", "%A%", "{{ a }}", "<token>", "bws://x",
    "encrypted:x",
    "ENC[x]", "vault:a#b", "arn:aws:secretsmanager:x", "@Microsoft.KeyVault(SecretUri=https://x)",
    "ssm:/path", "keychain:attio", "env:FOO", "!vault x", "prefix+vault://x",
  ])
  func `a reference is known, and not sent`(text: String) {
    #expect(SecretReference.of(text) != nil)
    #expect(!TokenShape.of(text).isSendable)
  }

  @Test(arguments: [
    "0123456789abcdef", "sk_0123456789abcdef", "https://app.attio.com", "environment", "a$b",
  ])
  func `what is none is none`(text: String) {
    #expect(SecretReference.of(text) == nil)
  }

  @Test(arguments: [
    "ghp_a", "sk_live_a", "sk-proj-a", "SG.a", "pat-na1-a", "AIzaSya", "npm_a", "hf_a", "dop_v1_a",
    "lin_api_a",
  ])
  func `another service's secret is named and not sent`(text: String) {
    guard case .foreignSecret = TokenShape.of(text) else {
      Issue.record("\(text) is \(TokenShape.of(text))")
      return
    }
    #expect(!TokenShape.of(text).isSendable)
  }
}
