import Ground
internal import SetupCore

extension ScopePreset {
  /// The names of all presets, for help texts and messages.
  static let list = allCases.map(\.rawValue).joined(separator: ", ")

  /// Takes the name as it stands on the command line; wrong usage for any other.
  init(named name: String) throws(SetupError) {
    guard let preset = ScopePreset(rawValue: name) else {
      throw SetupError(
        .usage,
        "There is no preset '\(SafeText.cleaned(name))'.",
        remedy: "Take one of: \(Self.list)."
      )
    }
    self = preset
  }
}
