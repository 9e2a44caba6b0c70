import SetupRuntime
import TestSupport
import Testing

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// A headless Chromium with a profile of its own and JavaScript switched off.
struct Chromium {
  enum Scheme: Int {
    // The values of Blink's setting preferredColorScheme.
    case dark = 0
    case light = 1
  }

  /// The address and the title of a page.
  struct Tab: Decodable {
    var type: String
    var url: String
    var title: String
  }

  let profile: String
  let scheme: Scheme

  /// Makes the profile, in which JavaScript is blocked.
  ///
  /// Blink's setting scriptEnabled would also stop what Chromium itself makes the picture with.
  init(profile: String, scheme: Scheme = .light) throws {
    self.profile = profile
    self.scheme = scheme
    try FileManager.default.createDirectory(
      atPath: "\(profile)/Default",
      withIntermediateDirectories: true
    )
    let settings = #"{"profile":{"default_content_setting_values":{"javascript":2}}}"#
    let isWritten = FileManager.default.createFile(
      atPath: "\(profile)/Default/Preferences",
      contents: Data(settings.utf8)
    )
    try #require(isWritten)
  }

  private var options: [String] {
    [
      "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
      "--no-first-run", "--disable-extensions", "--disable-background-networking",
      "--disable-component-update", "--hide-scrollbars", "--user-data-dir=\(profile)",
      "--blink-settings=preferredColorScheme=\(scheme.rawValue)",
    ]
  }

  /// Opens an address, and gives the page's HTML when it has come to rest.
  func html(of address: String) async throws -> String {
    let answer = try await run(["--dump-dom", address], limit: .seconds(60))
    return String(decoding: answer.output, as: UTF8.self)
  }

  /// Opens an address, and takes a picture of a window of a size.
  func picture(of address: String, size: (Int, Int), to path: String) async throws -> [UInt8] {
    _ = try await run(
      ["--screenshot=\(path)", "--window-size=\(size.0),\(size.1)", address],
      limit: .seconds(60)
    )
    return Array(try #require(FileManager.default.contents(atPath: path)))
  }

  /// Opens an address and waits until the browser is where a condition says; then it is closed.
  func tab(
    from address: String,
    where isThere: @escaping @Sendable (Tab) -> Bool
  ) async throws -> Tab {
    let process = Task {
      try await run(["--remote-debugging-port=0", address], limit: .seconds(60))
    }
    defer { process.cancel() }
    var last: [Tab] = []
    let limit = ContinuousClock.now + .seconds(40)
    while ContinuousClock.now < limit {
      last = (try? await tabs()) ?? last
      if let tab = last.first(where: { $0.type == "page" && isThere($0) }) {
        process.cancel()
        _ = try? await process.value
        return tab
      }
      try await Task.sleep(for: .milliseconds(100))
    }
    throw NotThere(tabs: last.map(\.url))
  }

  struct NotThere: Error {
    var tabs: [String]
  }

  private func tabs() async throws -> [Tab] {
    let file = FileManager.default.contents(atPath: "\(profile)/DevToolsActivePort") ?? Data()
    let lines = String(decoding: file, as: UTF8.self).split(separator: "\n")
    // It is not written yet.
    guard let port = lines.first.flatMap({ Int($0) }) else { return [] }
    let answer = try await RawHTTPClient(port: port, deadline: .seconds(5))
      .request("GET", "/json/list")
    return try JSONDecoder().decode([Tab].self, from: Data(answer.body))
  }

  private func run(_ arguments: [String], limit: Duration) async throws -> ToolAnswer {
    let environment = ProcessInfo.processInfo.environment
    let answer = try await ToolRunner().run(
      ToolRequest(
        "chromium",
        options + arguments,
        environment: [
          "PATH": environment["PATH"] ?? "/usr/bin", "HOME": profile, "LANG": "C.UTF-8",
        ],
        timeLimit: limit
      )
    )
    try #require(answer.isSuccess, "\(answer.errorText)")
    return answer
  }
}
