import SetupCore
import SetupRuntime
import TestSupport
import Testing

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// The starter clients as files of their languages; `StarterClientRunTests` runs them.
@Suite(.alone) struct TemplateFileTests {
  private static let folder = "\(Repository.root)/Sources/SetupCore/Clients/Templates"

  @Test(arguments: ClientLanguage.all)
  func `the language's own formatter and checker have nothing to say about them`(
    language: ClientLanguage
  ) async throws {
    let check = try StarterScripts.of(language).check
    try await ScratchProject.with(files: [:]) { scratch in
      let environment = scratch.environment.merging(["SCRATCH": scratch.directory]) { $1 }
      let answer = try await ToolRunner().run(
        ToolRequest(
          "sh",
          ["-e", "-c", check],
          directory: "\(Self.folder)/\(language)",
          environment: environment,
          timeLimit: .seconds(120)
        )
      )
      #expect(answer.status == .exited(0) && answer.text + answer.errorText == "")
    }
  }

  @Test(arguments: ClientLanguage.all)
  func `what is written is what lies there, and nothing lies there unused`(
    language: ClientLanguage
  ) throws {
    let client = try StarterClient(
      StarterClient.Request(language: language, isWithOAuth: language.hasOAuth)
    )
    var used = Dictionary(uniqueKeysWithValues: client.files.map { ($0.path, $0.contents) })
    let query = FirstQuery(
      FirstQuery.Request(
        language: language,
        variable: "ATTIO_API_KEY",
        source: .envFile(".env"),
        baseURL: "https://api.attio.com/v2",
        object: "people"
      )
    )
    if let name = query.file { used[name] = query.code.joined(separator: "\n") + "\n" }
    #expect(used == (try Self.files(in: "\(Self.folder)/\(language)")))
  }

  @Test func `every folder is a language's`() throws {
    let folders = try FileManager.default.contentsOfDirectory(atPath: Self.folder)
    #expect(Set(folders) == Set(ClientLanguage.all.map(\.id)))
  }

  private static func files(in folder: String) throws -> [String: String] {
    var files: [String: String] = [:]
    for path in try FileManager.default.subpathsOfDirectory(atPath: folder)
    where !path.hasPrefix(".") {
      var isFolder = false
      _ = FileManager.default.fileExists(atPath: "\(folder)/\(path)", isDirectory: &isFolder)
      if !isFolder {
        files[path] = try String(contentsOfFile: "\(folder)/\(path)", encoding: .utf8)
      }
    }
    return files
  }
}
