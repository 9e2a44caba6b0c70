import AttioTables

/// How scopes compare, and what they are called in the dashboard.
enum ScopeRules {
  /// The needed scopes that are not granted; read-write covers read.
  static func missing(needed: [String], granted: [String]) -> [String] {
    needed.filter { scope in
      !granted.contains(scope) && !granted.contains("\(resource(of: scope)):read-write")
    }
  }

  /// The words that Attio's messages use: `Read-Write access to the Records scope`.
  static func dashboardName(of scope: String) -> String {
    let known = ScopeResources.known.first { $0.resource == resource(of: scope) }
    let level = scope.hasSuffix(":read-write") ? "Read-Write" : "Read"
    return "\(level) access to the \(known?.label ?? scope) scope"
  }

  private static func resource(of scope: String) -> Substring {
    scope.prefix { $0 != ":" }
  }
}
