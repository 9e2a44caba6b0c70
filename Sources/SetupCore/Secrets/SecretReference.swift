/// A note of where a secret is, or the secret encrypted: something that a tool puts the secret in the place
/// of before a program reads it.
package enum SecretReference: Equatable, Sendable, CaseIterable {
  /// `encrypted:…`, a value that dotenvx encrypted.
  case dotenvx
  /// `ENC[…]`, a value that sops encrypted.
  case sops
  /// `op://vault/item/field`.
  case onePassword
  /// `vault:path#key`, as the tools around HashiCorp Vault write it.
  case vault
  /// The name of a secret in AWS, `arn:aws:…`.
  case aws
  /// An address of another tool: `bws://…`, `@Microsoft.KeyVault(…)`, `ssm:/path`.
  case address
  /// A variable or command of a shell: `${NAME}`, `$(command)`, `$NAME`.
  case shell
  /// A gap in a guide or template: `<your-token>`, `{{ token }}`.
  case placeholder

  /// Looks at a value; nil where it is none of them.
  package static func of(_ text: String) -> SecretReference? {
    if text.hasPrefix("encrypted:") { return .dotenvx }
    if text.hasPrefix("ENC[") { return .sops }
    if text.contains("op://") { return .onePassword }
    if text.hasPrefix("vault:") { return .vault }
    if text.hasPrefix("arn:aws") { return .aws }
    if text.contains("${") || text.contains("$(") || text.hasPrefix("`") { return .shell }
    if text.hasPrefix("$") || text.wholeMatch(of: /%.+%/) != nil { return .shell }
    if text.contains("{{") { return .placeholder }
    if text.hasPrefix("<") && text.hasSuffix(">") { return .placeholder }
    if text.hasPrefix("http://") || text.hasPrefix("https://") { return nil }
    let isNamed = toolPrefixes.contains { text.hasPrefix($0) }
    return isNamed || text.contains("://") ? .address : nil
  }

  /// How references of other tools begin that are no address by their form.
  private static let toolPrefixes = [
    "@Microsoft.KeyVault(", "ssm:", "keychain:", "keyring:", "env:", "file:", "secret:", "sops:",
    "!vault",
    "gcp:", "azure:",
  ]

  /// Whether somebody relies on it, so that a plain secret may take its place only where that is asked for.
  package var isKept: Bool { self != .placeholder }

  /// What it is, within a sentence: "a 1Password reference (op://)".
  package var noun: String {
    switch self {
    case .dotenvx: "a value that dotenvx encrypted"
    case .sops: "a value that sops encrypted"
    case .onePassword: "a 1Password reference (op://)"
    case .vault: "a Vault reference (vault:)"
    case .aws: "the name of an AWS secret (arn:aws:)"
    case .address: "the address of a secret"
    case .shell: "a shell reference"
    case .placeholder: "a placeholder"
    }
  }

  /// How a program gets the secret, as a sentence.
  ///
  /// - Parameter word: The env file that holds the reference, quoted as a shell needs it.
  /// - Returns: The sentence.
  package func way(file word: String = ".env") -> String {
    switch self {
    case .dotenvx: "Start your program with “dotenvx run -f \(word) -- COMMAND”."
    case .sops: "Start your program with “sops exec-env \(word) COMMAND”."
    case .onePassword: "Start your program with “op run --env-file \(word) -- COMMAND”."
    case .vault: "Start your program through the tool that reads Vault, such as vault-env."
    case .aws: "Let your program read it with “aws secretsmanager get-secret-value”."
    case .address: "Start your program through the tool that puts the secret in its place."
    case .shell: "Set the variable that it names in your shell, or write the value itself."
    case .placeholder: "Write the value itself."
    }
  }
}
