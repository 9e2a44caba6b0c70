internal import Ground

/// Where a token's scopes are ticked.
package enum ScopePlace: Equatable, Sendable {
  /// On the token's own page in the dashboard; the token stays the same.
  case token(DashboardGuide)
  /// In the Scopes tab of the OAuth app, after which a workspace is connected again.
  case app

  /// What to do so that a token gets scopes; those that the app needs where none are named.
  package func remedy(ticking missing: ScopeSet) -> String {
    let what =
      missing.isEmpty
      ? "what your app needs"
      : ScopeSet.listed(missing.scopes.map(DashboardGuide.tick(for:)))
    return switch self {
    case .token(let guide):
      "Tick \(what) for this token at \(guide.tokensURL) and save. The token stays the same."
    case .app:
      "Tick \(what) in the app's Scopes tab at \(DashboardGuide.appsURL), then connect the "
        + "workspace again: attio-setup connect"
    }
  }
}

/// Scopes in words.
package enum ScopeWords {
  /// The most scopes that are told one by one.
  static let limit = 20

  /// How many scopes are missing, and which: "2 scopes are missing: note:read, task:read".
  package static func missing(_ names: [String]) -> String {
    names.count == 1
      ? "1 scope is missing: \(ScopeSet.listed(names))"
      : "\(names.count) scopes are missing: \(ScopeSet.listed(names))"
  }

  /// What a token may do, in a sentence, and what it lacks for what its scopes are for.
  package static func ability(_ granted: ScopeSet) -> String {
    let unmet = ScopePrerequisite.missing(in: granted)
    let idle = Set(unmet.map(\.resource))
    let known = granted.scopes.filter { $0.level != nil }
    guard !known.isEmpty else { return Objection.withoutScopes }
    let usable = sentence(known.filter { !idle.contains($0.resource) })
    guard !idle.isEmpty else { return usable }
    let lacking = ScopeSet.listed(ScopeSet(unmet.map(\.needed)).names)
    let blocked = "\(count(names(unmet.map(\.resource)))) can't be used without \(lacking)."
    return "\(usable) \(blocked)"
  }

  private static func sentence(_ known: [Scope]) -> String {
    let read = names(known.map(\.resource))
    let written = names(known.filter(\.canWrite).map(\.resource))
    return "The token reads \(count(read)), writes \(count(written))."
  }

  /// The most resources that are named beside their number.
  private static let namedResources = 3

  private static func count(_ resources: [String]) -> String {
    guard !resources.isEmpty else { return "none" }
    let number = Words.count(resources.count, "resource")
    guard resources.count <= namedResources else { return number }
    return "\(number) (\(resources.joined(separator: ", ")))"
  }

  /// Each name once, in its order.
  private static func names(_ all: [String]) -> [String] {
    var seen: Set<String> = []
    return all.filter { seen.insert($0).inserted }
  }
}
