/// Where the tokens of workspaces can be kept on this machine.
package struct StoreProbe: Equatable, Sendable {
  /// Why the keyring cannot be used; nil where a value was stored and read back.
  package var keyringProblem: StoreError?
  /// The file that would hold the tokens, absolute.
  package var filePath: String
  /// Where the user had the last one stored; nil before the first.
  package var remembered: TokenStoreKind?

  /// Collects the findings.
  package init(
    keyringProblem: StoreError?,
    filePath: String,
    remembered: TokenStoreKind? = nil
  ) {
    self.keyringProblem = keyringProblem
    self.filePath = filePath
    self.remembered = remembered
  }
}
