import Ground

/// The state of the connection as a whole, as `status` shows and prints it.
package struct StatusReport: Equatable, Sendable {
  /// What it comes to: the verdict, the first line, and what to do first.
  package var judgement: Judgement
  /// The project that was looked at.
  package var project: Project
  /// The token that was checked.
  package var token: Token
  /// What came of asking Attio; texts cleaned, the token replaced by its mask.
  package var connection: Connection
  /// The connection in words.
  package var explanation: ConnectionExplanation
  /// Who the token belongs to; nil where Attio did not say.
  package var workspace: Workspace?
  /// Granted against wanted.
  package var scopes: Scopes
  /// The slugs of the workspace's objects; empty where they are not known.
  package var objects: [String]
  /// What came of one read for each granted resource; nil where that was not asked for.
  package var probe: [ProbeResult]?
  /// Every check, in the order of `Check.ID`.
  package var checks: [Check]

  /// The calls that were named, each with its answer; nil where none was.
  package var calls: [JudgedCall]?
  /// Whether an imitation of Attio answered.
  package var isSandbox: Bool

  /// The token's scopes; nil where Attio did not say.
  package var grantedScopes: ScopeSet? { workspace.map { _ in ScopeSet(names: scopes.granted) } }

  /// What it comes to.
  package var verdict: Verdict { judgement.verdict }

  /// The exit code that is promised for the verdict.
  package var exitCode: Int32 { judgement.exitCode }

  /// The first line: `Connected` and nothing against it only where the exit code is 0.
  package var headline: String { judgement.headline }

  /// What to do first; nil where everything is good.
  package var remedy: String? { judgement.remedy }

  /// What to do where nothing is wrong and Attio was not asked; nil otherwise.
  var unasked: String? {
    verdict == .good && connection.state == .notChecked ? explanation.remedy : nil
  }

  /// The checks that need attention, the worst first.
  package var problems: [Check] {
    [Check.State.fail, .warn, .unknown].flatMap { state in checks.filter { $0.state == state } }
  }

  /// The project that was looked at.
  package struct Project: Equatable, Sendable {
    /// Its absolute path.
    package var directory: String
    /// The top of its git repository; nil outside one, or where git gave no answer.
    package var repository: String?
    /// The env file, relative to the project.
    package var envFile: String
    /// The variable that holds the token.
    package var variable: String
  }

  /// The token that was checked.
  package struct Token: Equatable, Sendable {
    /// The kind of place it came from; nil where there is none.
    package var origin: CheckedToken.Origin?
    /// Its first and last characters; nil where it is missing or too short for that.
    package var masked: String?
    /// For whom it acts: `workspace` or `user`; nil where Attio did not say.
    package var level: String?
  }

  /// Who a token belongs to.
  package struct Workspace: Equatable, Sendable {
    /// The identifier.
    package var id: String
    /// The name; empty where Attio left it out.
    package var name: String
    /// The slug; nil where Attio left it out.
    package var slug: String?

    /// The workspace as texts name it: "Acme Inc (acme)".
    var title: String {
      let slug = slug.map { " (\($0))" } ?? ""
      return name.isEmpty ? self.slug ?? id : name + slug
    }
  }

  /// Granted against wanted; empty where one of them is not known.
  package struct Scopes: Equatable, Sendable {
    /// What Attio granted.
    package var granted: [String]
    /// What the project wants.
    package var wanted: [String]
    /// What is wanted and not granted.
    package var missing: [String]
    /// What is granted and not wanted.
    package var unused: [String]
  }
}
