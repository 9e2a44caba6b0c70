package import AttioTables

/// What the project's own source was found to do with Attio.
package struct CodeScan: Equatable, Sendable {
  /// A call and where it stands.
  package struct Call: Equatable, Sendable {
    /// The row of the table.
    package var requirement: EndpointRequirement
    /// `objects` or `lists`, where the row leaves it open and the source tells.
    package var target: String?
    /// The file, relative to the project.
    package var file: String
    /// The line.
    package var line: Int
    /// Whether nothing about it is guessed.
    package var isCertain: Bool

    /// Collects what was found.
    package init(
      _ requirement: EndpointRequirement,
      target: String? = nil,
      file: String,
      line: Int,
      isCertain: Bool = true
    ) {
      self.requirement = requirement
      self.target = target
      self.file = file
      self.line = line
      self.isCertain = isCertain
    }

    /// The scopes it surely needs: where the source does not say which kind of thing it is about, those
    /// of all kinds, but of comments those that do not depend on the record.
    package var scopes: ScopeSet {
      let open = requirement.alternatives.filter { alternative in
        switch alternative.condition {
        case .targetObjects: target != "lists"
        case .targetLists: target != "objects"
        case .onRecords, .onListEntries: false
        }
      }
      return ScopeSet(names: requirement.allOf + open.flatMap(\.scopes))
    }

    /// Where it stands: `src/crm.ts:12`.
    package var place: String { "\(file):\(line)" }
  }

  /// A place in a file with something to say about it.
  package struct Place: Equatable, Sendable {
    /// The variable's name, or the expression.
    package var text: String
    /// The file, relative to the project.
    package var file: String
    /// The line.
    package var line: Int

    /// Names a place.
    package init(_ text: String, file: String, line: Int) {
      self.text = text
      self.file = file
      self.line = line
    }
  }

  /// Where the variable is put for development.
  package struct EnvFile: Equatable, Sendable {
    /// Relative to the project; nil where no env file is read.
    package var path: String?
    /// Why this one, as a sentence.
    package var reason: String

    /// Names a file and why.
    package init(path: String?, reason: String) {
      self.path = path
      self.reason = reason
    }
  }

  /// The calls by file and line.
  package var calls: [Call] = []
  /// The calls of the project's tests, which count nowhere.
  package var testCalls: [Call] = []
  /// What could not be told.
  package var unresolved: [Place] = []
  /// The variables that hold the token.
  package var variables: [Place] = []
  /// The file that they come from; nil where nothing reads a token.
  package var envFile: EnvFile?
  /// The languages, the commonest first.
  package var languages: [String] = []
  /// The framework; nil for none that is known.
  package var framework: String?
  /// Remarks, such as what was left out.
  package var remarks: [String] = []

  /// An empty answer.
  package init() {}

  /// The smallest set of scopes that covers the calls.
  package var scopes: ScopeSet { calls.reduce(ScopeSet()) { $0.union($1.scopes) } }

  /// The calls that need a scope which a set does not cover.
  package func calls(refusedWith granted: ScopeSet) -> [Call] {
    calls.filter { !granted.covers($0.scopes) }
  }

  /// The calls because of which a scope is needed.
  package func calls(needing scope: Scope) -> [Call] {
    calls.filter { $0.scopes.scopes.contains(scope) }
  }
}
