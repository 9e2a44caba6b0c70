#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// A page of the documentation, as far as tests look into it.
struct MarkdownPage: Sendable {
  /// A block of code between fences.
  struct Block: Sendable {
    /// What stands behind the opening fence, such as `sh`.
    var language: String
    var lines: [String]

    var text: String { lines.joined(separator: "\n") }
  }

  /// The path, relative to the project.
  let path: String
  /// The lines outside of blocks of code.
  private(set) var prose: [String] = []
  private(set) var blocks: [Block] = []

  init(path: String, text: String) {
    self.path = path
    var block: Block?
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      guard line.hasPrefix("```") else {
        if block == nil { prose.append(String(line)) } else { block?.lines.append(String(line)) }
        continue
      }
      if let finished = block {
        blocks.append(finished)
        block = nil
      } else {
        block = Block(language: String(line.dropFirst(3)), lines: [])
      }
    }
  }

  /// Reads every page that the project keeps.
  static func all() throws -> [MarkdownPage] {
    let folder = try FileManager.default.contentsOfDirectory(atPath: "\(root)/docs")
    let top = try FileManager.default.contentsOfDirectory(atPath: root)
    return try (top + folder.map { "docs/\($0)" }).filter { $0.hasSuffix(".md") }.sorted().map {
      MarkdownPage(path: $0, text: try String(contentsOfFile: "\(root)/\($0)", encoding: .utf8))
    }
  }

  /// The project's folder.
  static let root = "/" + #filePath.split(separator: "/").dropLast(5).joined(separator: "/")

  /// What stands between backticks, also over a line's end.
  var inlineCode: [String] {
    prose.joined(separator: "\n").matches(of: /`([^`]+)`/).map {
      String($0.1).replacing("\n", with: " ")
    }
  }

  /// Where the links and pictures lead.
  var targets: [String] {
    prose.joined(separator: "\n").replacing(/`[^`]+`/, with: "")
      .matches(of: /\]\(([^)\s]+)\)/)
      .map { String($0.1) }
  }

  /// The anchors of the headings, as GitHub makes them.
  var anchors: Set<String> {
    var anchors: Set<String> = []
    for line in prose {
      guard let heading = line.wholeMatch(of: /#+ (.+)/)?.1 else { continue }
      let words = heading.lowercased().filter {
        $0.isLetter || $0.isNumber || [" ", "-", "_"].contains($0)
      }
      let name = words.replacing(" ", with: "-")
      let count = (0...).first { !anchors.contains($0 == 0 ? name : "\(name)-\($0)") } ?? 0
      anchors.insert(count == 0 ? name : "\(name)-\(count)")
    }
    return anchors
  }

  /// The cells of the table rows whose first cell is code: that code, and the other cells.
  var codeRows: [(name: String, cells: [String])] {
    prose.compactMap { line in
      guard let match = line.wholeMatch(of: /\| `([^`]+)` \|(.*)\|/) else { return nil }
      let cells = match.2.split(separator: "|", omittingEmptySubsequences: false)
      return (String(match.1), cells.map(String.init))
    }
  }
}
