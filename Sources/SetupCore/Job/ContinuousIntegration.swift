package import Ground

/// A CI system and the job for it that compares what the code calls with what the token may do.
package enum ContinuousIntegration: String, CaseIterable, Sendable {
  /// GitHub Actions.
  case github
  /// GitLab CI.
  case gitlab
  /// CircleCI.
  case circleci

  /// Its configuration, relative to the project, by which it is recognised.
  package var mark: String {
    switch self {
    case .github: ".github/workflows"
    case .gitlab: ".gitlab-ci.yml"
    case .circleci: ".circleci/config.yml"
    }
  }

  /// The file of its own that the job may stand in; nil where the system has one file only.
  package var ownFile: String? { self == .github ? ".github/workflows/attio.yml" : nil }

  /// The file that the job belongs into.
  package var path: String { ownFile ?? mark }

  /// The job in the system's syntax.
  package func text(variable: String) -> String {
    switch self {
    case .github: Self.github(variable)
    case .gitlab: Self.gitlab(variable)
    case .circleci: Self.circleci(variable)
    }
  }

  /// Where the secret is put and the program comes from, as sentences.
  package func words(variable: String) -> [String] {
    let place =
      switch self {
      case .github: "in the repository's settings, Secrets and variables, Actions"
      case .gitlab: "in the project's settings, CI/CD, Variables, masked"
      case .circleci: "in the project's settings, Environment Variables"
      }
    return [
      "Put the token as \(variable), and the address of attio-setup's release archive as "
        + "ATTIO_SETUP_URL, \(place)."
    ]
  }

  private static let install = [
    "curl -fsSL \"$ATTIO_SETUP_URL\" -o /tmp/attio-setup.tar.gz",
    "mkdir -p /tmp/attio-setup",
    "tar -xzf /tmp/attio-setup.tar.gz --strip-components=1 -C /tmp/attio-setup",
  ]

  private static func run(_ format: String) -> String {
    "/tmp/attio-setup/bin/attio-setup status --scan\(format) --fail-on warn"
  }

  private static func github(_ variable: String) -> String {
    """
    # Fails where the code calls more of Attio than the token may do. Made by attio-setup ci.
    name: Attio
    on:
      push:
      pull_request:
    permissions:
      contents: read
    jobs:
      scopes:
        # Pull requests of forks are given no secrets.
        if: github.event_name == 'push' || github.event.pull_request.head.repo.full_name == github.repository
        runs-on: ubuntu-latest
        steps:
          - uses: actions/checkout@v4
          - name: Install attio-setup
            env:
              ATTIO_SETUP_URL: ${{ vars.ATTIO_SETUP_URL }}
            run: |
    \(install.map { "          \($0)" }.joined(separator: "\n"))
          - name: Compare the code's calls with the token's scopes
            env:
              \(variable): ${{ secrets.\(variable) }}
            run: \(run(" --format github"))

    """
  }

  private static func gitlab(_ variable: String) -> String {
    """
    # Fails where the code calls more of Attio than the token may do. Made by attio-setup ci.
    # \(variable) and ATTIO_SETUP_URL are variables of the project.
    attio-scopes:
      image: ubuntu:24.04
      before_script:
        - apt-get update -q && apt-get install -qy curl git ca-certificates libcurl4 libncursesw6
    \(install.map { "    - \($0)" }.joined(separator: "\n"))
      script:
        - \(run(""))

    """
  }

  private static func circleci(_ variable: String) -> String {
    """
    # Fails where the code calls more of Attio than the token may do. Made by attio-setup ci.
    # \(variable) and ATTIO_SETUP_URL are environment variables of the project.
    version: 2.1
    jobs:
      attio-scopes:
        docker:
          - image: cimg/base:current
        steps:
          - checkout
          - run:
              name: Install attio-setup
              command: |
    \(install.map { "            \($0)" }.joined(separator: "\n"))
          - run:
              name: Compare the code's calls with the token's scopes
              command: \(run(""))
    workflows:
      attio:
        jobs:
          - attio-scopes

    """
  }
}

/// The answer of `ci`.
package struct IntegrationDocument: JSONConvertible {
  private let system: ContinuousIntegration
  private let text: String
  private let isWritten: Bool

  /// Describes a job; whether it was written to its file.
  package init(_ system: ContinuousIntegration, text: String, isWritten: Bool) {
    (self.system, self.text, self.isWritten) = (system, text, isWritten)
  }

  /// The document that `ci --json` promises.
  package var json: JSONValue {
    JSONValue(members: [
      "schema": DocumentSchema.version, "system": system.rawValue, "path": system.path,
      "text": text, "written": isWritten,
    ])
  }
}
