import AttioSandbox
import SetupRuntime
import TestSupport
import Testing

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// `connect` without a terminal, while it runs: what it has said so far, and its link.
struct ConnectRun {
  private let connected: ConnectedProject
  private let errors: String

  /// Runs `connect` with the sandbox's app and a redirect URI of its own, and lets the test answer.
  ///
  /// - Returns: How it ended, with all that it said on standard error.
  static func with(
    _ connected: ConnectedProject,
    _ arguments: [String] = [],
    secret: String = Sandbox.clientSecret,
    redirectURI: String? = nil,
    environment: [String: String] = [:],
    answering answer: @escaping @Sendable (ConnectRun) async throws -> Void = { _ in }
  ) async throws -> ToolAnswer {
    let project = connected.project
    try project.write(secret, to: "../client-secret")
    let errors = "\(project.root)/errors-\(UInt32.random(in: .min ... .max))"
    let uri = try redirectURI ?? "http://localhost:\(RawSocket.unusedPort())/callback"
    let all =
      [
        "connect", "--client-id", Sandbox.clientID, "--client-secret-file",
        "\(project.root)/client-secret", "--redirect-uri", uri, "--wait", "20",
      ] + arguments
    var variables = project.environment
    variables["ATTIO_BASE_URL"] = connected.sandbox.apiURL
    variables["ATTIO_APP_URL"] = connected.sandbox.appURL
    variables.merge(environment) { _, new in new }
    let request = ToolRequest(
      "sh",
      ["-c", script(errors), Program.path] + all,
      directory: project.directory,
      environment: variables,
      timeLimit: .seconds(40)
    )
    async let running = ToolRunner().run(request)
    try await answer(ConnectRun(connected: connected, errors: errors))
    var result = try await running
    let said = FileManager.default.contents(atPath: errors).map {
      String(decoding: $0, as: UTF8.self)
    }
    result.errorText = said ?? ""
    return result
  }

  /// Standard input is a pipe that stays open and empty, as under a service manager.
  private static func script(_ errors: String) -> String {
    "echo $$ > '\(errors).pid'; mkfifo '\(errors).in'; "
      + "exec \"$0\" \"$@\" 0<>'\(errors).in' 2>'\(errors)'"
  }

  /// Types a line on standard input.
  func type(_ line: String) async throws {
    try await Program.tool(
      "sh",
      ["-c", "cat > '\(errors).in'"],
      in: connected.project,
      input: line + "\n"
    )
  }

  /// Waits until it has said something.
  func wait(for text: String) async throws {
    let deadline = ContinuousClock.now + .seconds(20)
    while !messages.contains(text) {
      guard ContinuousClock.now < deadline else { throw NoLink(messages: messages) }
      try await Task.sleep(for: .milliseconds(20))
    }
  }

  /// What it has said on standard error so far.
  var messages: String {
    FileManager.default.contents(atPath: errors).map { String(decoding: $0, as: UTF8.self) } ?? ""
  }

  /// The link: the first line of standard error that begins with `http`.
  func link() async throws -> String {
    let deadline = ContinuousClock.now + .seconds(20)
    while ContinuousClock.now < deadline {
      let lines = messages.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
      if let line = lines.first(where: { $0.hasPrefix("http") }) { return String(line) }
      try await Task.sleep(for: .milliseconds(20))
    }
    throw NoLink(messages: messages)
  }

  /// Sends it a signal, by its name without SIG.
  func signal(_ name: String) async throws {
    try await Program.tool(
      "sh",
      ["-c", "kill -\(name) $(cat '\(errors).pid')"],
      in: connected.project
    )
  }

  /// What every user of the machine can see of it: its arguments.
  func arguments() async throws -> String {
    try await Program.tool(
      "sh",
      ["-c", "tr '\\0' ' ' < /proc/$(cat '\(errors).pid')/cmdline"],
      in: connected.project
    )
  }

  /// Goes the browser's way, and gives the last page.
  @discardableResult
  func browse(_ decision: String) async throws -> String {
    try await Program.tool(
      "curl",
      ["-sL", "\(try await link())&\(decision)"],
      in: connected.project
    )
  }
}

/// The program never showed a link.
struct NoLink: Error {
  let messages: String
}
