/// Judges names of environment variables.
package enum VariableName {
  private static let others = [
    "WEBHOOK", "CLIENT_ID", "CLIENT_SECRET", "TOKEN_URL", "LIST_ID", "BASE_URL", "API_URL",
    "WORKSPACE_ID", "OWNER_ID",
    "OBJECT", "CONFIG", "PATH", "ENDPOINT", "HOST", "VERSION", "TIMEOUT",
  ]

  /// Whether a name says that the variable holds a token of Attio's.
  static func holdsToken(_ name: String) -> Bool {
    let upper = name.uppercased()
    guard upper.contains("ATTIO"), !upper.hasPrefix("TEST_"), !upper.contains("_TEST_") else {
      return false
    }
    if upper.hasSuffix("_URL") || upper.hasSuffix("_ID") || upper.hasSuffix("_SECRET")
      || others.contains(where: upper.contains)
    {
      return false
    }
    return ["KEY", "TOKEN", "OAUTH2", "BEARER"].contains(where: upper.contains)
  }

  /// Whether a name without ATTIO may hold a token, where the value goes into a header.
  static func mayHoldToken(_ name: String) -> Bool {
    let upper = name.uppercased()
    guard !others.contains(where: upper.contains) else { return false }
    return ["KEY", "TOKEN", "BEARER", "SECRET", "AUTH"].contains(where: upper.contains)
  }

  /// Prefixes of names whose values are put into what the browser loads, with who does so.
  package static let browserPrefixes: [(prefix: String, framework: String)] = [
    ("NEXT_PUBLIC_", "Next.js"), ("NUXT_PUBLIC_", "Nuxt"), ("VITE_", "Vite"),
    ("PUBLIC_", "SvelteKit and Astro"),
    ("REACT_APP_", "Create React App"), ("GATSBY_", "Gatsby"), ("EXPO_PUBLIC_", "Expo"),
    ("VUE_APP_", "Vue CLI"),
  ]
}
