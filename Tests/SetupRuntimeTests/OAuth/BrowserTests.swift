import AttioSandbox
import LocalHTTP
import SetupCore
import TestSupport
import Testing

@testable import SetupRuntime

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// The way through a real browser, without JavaScript.
@Suite(.alone) struct BrowserTests {
  /// Pictures for people to look at.
  private static let pictures: String = {
    let root = "/" + #filePath.split(separator: "/").dropLast(4).joined(separator: "/")
    return "\(root)/.build/browser-pages"
  }()

  @Test func `the browser of these tests runs no JavaScript`() async throws {
    let folder = try TemporaryFolder()
    try folder.write("page.html", "<p>still</p><script>document.write('mo' + 'ved')</script>")
    let browser = try Chromium(profile: folder["profile"])
    let html = try await browser.html(of: "file://\(folder["page.html"])")
    #expect(html.contains("still") && !html.contains("moved"))
  }

  @Test(arguments: [
    ("approve", "Connected to Second Workspace"), ("deny", "You chose not to connect"),
  ])
  func `the browser goes from the link to a page without the code`(
    choice: String,
    title: String
  ) async throws {
    let folder = try TemporaryFolder()
    let sandbox = try await Sandbox().start()
    let tools = try ConnectStage.tools(sandbox, store: MemoryStore())
    let answers = AsyncStream<AuthorizationAnswer>.makeStream()
    let session = try await ConnectSession.start(
      ConnectStage.request(port: try await ConnectStage.freePort()),
      tools: tools
    ) { answers.continuation.yield($0) }
    let finishing = Task {
      for await case .code(let code) in answers.stream {
        return try await session.finish(code: code).get().workspace.name
      }
      return ""
    }
    let browser = try Chromium(profile: folder["profile"])
    let link = "\(session.offer.attempt.url)&sandbox=\(choice)&sandbox_workspace=2"
    let tab = try await browser.tab(from: link) { $0.title.hasPrefix(title) }
    #expect(tab.url.contains("/result/") && !tab.url.contains("?"))
    #expect(tab.url.hasPrefix("http://localhost:"))
    #expect(!tab.url.contains(session.offer.attempt.state))
    let html = try await browser.html(of: tab.url)
    #expect(html.contains(title))
    #expect(!html.contains("<script"))
    answers.continuation.finish()
    #expect(try await finishing.value == (choice == "approve" ? "Second Workspace" : ""))
    await session.end(.finished)
    await sandbox.stop()
  }

  @Test func `every page has its picture in light and dark, on large and small windows`()
    async throws
  {
    let folder = try TemporaryFolder()
    try FileManager.default.createDirectory(
      atPath: Self.pictures,
      withIntermediateDirectories: true
    )
    let pages = BrowserPageSamples.all
    let server = try await LocalServer.start(headers: CallbackServer.headers) { request in
      let page = pages.first { "/\($0.name)" == request.path }?.page ?? .alreadyUsed
      return LocalResponse(
        status: 200,
        contentType: "text/html; charset=utf-8",
        text: page.html(ConnectStage.place)
      )
    }
    let light = try Chromium(profile: folder["light"], scheme: .light)
    let dark = try Chromium(profile: folder["dark"], scheme: .dark)
    for sample in pages {
      let address = "http://127.0.0.1:\(server.port)/\(sample.name)"
      let path = "\(Self.pictures)/\(sample.name)"
      let day = try await light.picture(of: address, size: (800, 700), to: "\(path)-light.png")
      let night = try await dark.picture(of: address, size: (800, 700), to: "\(path)-dark.png")
      // The PNG signature; a page that ignores the scheme looks the same in both.
      #expect(day.starts(with: [0x89, 0x50, 0x4E, 0x47]) && day != night, "\(sample.name)")
    }
    let address = "http://127.0.0.1:\(server.port)/\(pages[0].name)"
    let small = try await dark.picture(
      of: address,
      size: (500, 700),
      to: "\(Self.pictures)/small-dark.png"
    )
    #expect(small.starts(with: [0x89, 0x50, 0x4E, 0x47]))
    await server.stop()
  }
}
