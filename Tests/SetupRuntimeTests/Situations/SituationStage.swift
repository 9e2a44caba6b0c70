import AttioSandbox
import Ground
import SetupRuntime
import Testing

@testable import SetupCore

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// The situation made real once for each face: files, a repository, a shell, a sandbox.
struct SituationStage {
  let situation: Situation
  let sandbox: RunningSandbox

  /// The wizard with nothing but the paste and Enter.
  func wizard(_ face: FaceRun.Face) async throws -> FaceEnd {
    let folder = try await makeProject()
    let before = files(of: folder["shop"])
    let run = try FaceRun(
      in: folder["shop"],
      home: folder["home"],
      sandbox: sandbox,
      environment: situation.environment
    )
    try await run.pressThrough(pasting: situation.token, by: face)
    let hasWritten = run.state.step == .done || run.state.step == .apply
    let judgement = hasWritten ? run.state.hall.judgement : nil
    let after = files(of: folder["shop"])
    if judgement == nil {
      #expect(after == before, "The wizard wrote and did not come to its end.")
    }
    return FaceEnd(
      verdict: judgement?.verdict,
      headline: judgement?.headline,
      remedy: judgement?.remedy,
      exitCode: judgement?.exitCode ?? run.state.hall.outcome?.exitCode,
      files: after
    )
  }

  /// `apply`, and the `status` of what it left.
  func apply() async throws -> (apply: FaceEnd, status: FaceEnd) {
    let folder = try await makeProject()
    let before = files(of: folder["shop"])
    let world = try FaceRun.world(home: folder["home"], sandbox, situation.environment)
    let project = ProjectRequest(
      directory: folder["shop"],
      envFileName: nil,
      variable: "ATTIO_API_KEY"
    )
    var request = UnattendedSetup.Request(project: project, token: Secret(situation.token))
    // The wizard's entry for the pin is on by itself.
    request.pins = true
    var end = FaceEnd(files: [:])
    do throws(SetupError) {
      let outcome = try await UnattendedSetup(world: world).run(request) { _ in }
      end = FaceEnd(outcome.report, files: files(of: folder["shop"]))
      end.exitCode = outcome.exitCode
    } catch {
      end.exitCode = error.exitCode
      end.files = files(of: folder["shop"])
      #expect(end.files == before, "apply refused and wrote: \(error.message)")
    }
    var status = FaceEnd(files: end.files)
    do throws(SetupError) {
      let report = try await StatusReader(world: world).report(for: StatusRequest(project: project))
      status = FaceEnd(report, files: end.files)
    } catch {
      status.exitCode = error.exitCode
    }
    return (end, status)
  }

  private func makeProject() async throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.makeFolder("shop")
    try folder.makeFolder("home")
    for (name, text) in situation.files {
      try folder.write("shop/\(name)", text, mode: name == ".env" ? situation.mode : 0o644)
    }
    try await makeRepository(in: folder["shop"], home: folder["home"])
    return folder
  }

  private func makeRepository(in directory: String, home: String) async throws {
    guard situation.repository != .none else { return }
    let environment = TestRepository.environment(home: home)
    func git(_ arguments: String...) async throws {
      try await TestRepository.run(arguments, in: directory, environment: environment)
    }
    try await git("init", "--quiet", "--initial-branch=main")
    switch situation.repository {
    case .none, .fresh: break
    case .tracked: try await git("add", "--force", ".env")
    case .committedBefore:
      try await git("add", "--force", ".env")
      try await git("commit", "--quiet", "--message", "All")
      try await git("rm", "--quiet", "--cached", ".env")
      try await git("commit", "--quiet", "--message", "Less")
    case .committedToken:
      try Disk.makeFile("\(directory)/notes.txt", "key \(situation.token)\n")
      try await git("add", "notes.txt")
      try await git("commit", "--quiet", "--message", "All")
    case .refusing:
      // A version that no git knows yet: it is there and answers nothing.
      try await git("config", "core.repositoryFormatVersion", "99")
    }
  }

  private func files(of directory: String) -> [String: String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: directory)) ?? []
    return names.filter { $0 != ".git" }.reduce(into: [:]) { result, name in
      let path = "\(directory)/\(name)"
      let data = FileManager.default.contents(atPath: path)
      let mode = (try? Disk.mode(path)).map { String($0, radix: 8) } ?? "?"
      result[name] = "\(mode) \(data.map { String(decoding: $0, as: UTF8.self) } ?? "no file")"
    }
  }
}

extension FaceEnd {
  /// What a report says.
  init(_ report: StatusReport, files: [String: String]) {
    self.init(
      verdict: report.verdict,
      headline: report.headline,
      remedy: report.remedy,
      exitCode: report.exitCode,
      files: files
    )
  }
}
