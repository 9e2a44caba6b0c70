import TestSupport
import Testing

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// The core's folders stand in an order, and each uses only what stands before it.
struct FolderOrderTests {
  private static let levels = [
    ["Errors"], ["Prompts"], ["Scopes"], ["Secrets"], ["Files"], ["Project"], ["Status"],
    ["Workspaces"], ["OAuth"], ["Clients"], ["Job"],
    // The state machines ask their pages how far they can be scrolled.
    ["Screens", "Lines"], ["Rooms"],
  ]

  @Test func `each folder of the core uses only what stands before it`() throws {
    let order = FolderOrder(try Self.sources())
    #expect(order.arrows.count > 300)
    for arrow in order.violations(of: Self.levels) {
      Issue.record("\(arrow.file) uses \(arrow.type) of \(arrow.to)")
    }
  }

  @Test func `every folder has its place`() throws {
    let folders = Set(try Self.sources().map { FolderOrder.folder($0.path) })
    #expect(folders == Set(Self.levels.flatMap(\.self)))
  }

  @Test func `a use of what stands after is found, a word in a text is none`() {
    let order = FolderOrder([
      ("Low/One.swift", "struct One {\n  var two: Two // Four\n  enum Kind {}\n}"),
      ("Low/More.swift", #"let text = "Two (and) \(Three(a: "Four")) Four \"Four""#),
      ("High/Two.swift", "package struct Two {\n  enum Kind {}\n  let one: One.Four\n}"),
      ("High/Three.swift", "enum Three {}\nfinal class Four {}"),
    ])
    let found = order.violations(of: [["Low"], ["High"]]).map { "\($0.file) \($0.type)" }
    #expect(found == ["Low/More.swift Three", "Low/One.swift Two"])
    #expect(order.violations(of: [["Low", "High"]]).isEmpty)
  }

  private static func sources() throws -> [(path: String, text: String)] {
    let parts = #filePath.split(separator: "/").dropLast(3)
    let folder = "/\(parts.joined(separator: "/"))/Sources/SetupCore"
    return try FileManager.default.subpathsOfDirectory(atPath: folder)
      .filter { $0.hasSuffix(".swift") && !$0.contains("/Templates/") }
      .map { path in
        let data = try #require(FileManager.default.contents(atPath: "\(folder)/\(path)"))
        return (path, String(decoding: data, as: UTF8.self))
      }
  }
}
