import Ground
import SetupCore

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

/// What one run was about to change, written down before it changed anything.
package struct UndoRecord: Equatable, Sendable {
  /// All but the old bytes.
  package internal(set) var head: UndoHead
  /// The old bytes of the files, in their order; empty where there was no file.
  var contents: [FileContent]

  /// The run's name.
  package var id: String { head.id }
  /// The folder of the project.
  package var directory: String { head.directory }

  /// Adds what a file was before the run.
  mutating func add(_ file: UndoHead.File, _ content: FileContent) {
    head.files.append(file)
    contents.append(content)
  }

  /// Takes down what an entry of a plan is about to change.
  mutating func add(_ entry: PlanEntry, library: String? = nil) throws(Digest.Missing) {
    let before = entry.before
    let file = UndoHead.File(
      path: before.path,
      place: before.truePath,
      mode: before.kind == .file ? before.mode : nil,
      written: entry.id == .tightenMode ? [] : [try ContentMark(of: entry.after, library: library)],
      purpose: entry.id.rawValue
    )
    add(file, before.content)
  }

  /// Takes what the same run changes next into its record.
  ///
  /// - Parameter next: The record of what comes next.
  /// - Returns: One record that leads back to before the run; nil where it is another folder's, or
  ///   where a file is not as the run left it, for then what stands there would be lost.
  func continued(by next: UndoRecord) -> UndoRecord? {
    guard next.directory == directory else { return nil }
    var whole = self
    for (file, content) in zip(next.head.files, next.contents) {
      guard let place = whole.head.files.firstIndex(where: { $0.path == file.path }) else {
        whole.add(file, content)
        continue
      }
      let mine = whole.head.files[place]
      let isLeft =
        content == whole.contents[place]
        || (try? ContentMark(of: content)).map(mine.written.contains) ?? false
      guard mine.place == file.place, isLeft else { return nil }
      whole.head.files[place].written += file.written
    }
    whole.head.index = head.index ?? next.head.index
    whole.head.folders += next.head.folders.filter { !head.folders.contains($0) }
    return whole
  }
}

// MARK: - The file

extension UndoRecord {
  /// The bytes are no record.
  struct Damaged: Error {
    /// What is wrong, as the end of a sentence; the decoder's own words may quote secrets.
    var reason = "it is damaged"
  }

  /// What stands between the head and the old bytes.
  ///
  /// Inside a JSON string its quotes have strokes
  /// before them, so it stands nowhere else.
  private static let border = Array(",\"contents\":".utf8)

  private struct Version: Decodable {
    var schema: Int
  }

  private struct Contents: Decodable {
    var contents: [Data]
  }

  /// One JSON document, the old bytes last, so that a list need not read them.
  func encoded() throws -> FileContent {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let head = try encoder.encode(head)
    let contents = try encoder.encode(contents.map { Data($0.bytes) })
    return FileContent(Array(head.dropLast() + Self.border + contents + Data("}\n".utf8)))
  }

  /// Reads a record.
  init(_ content: FileContent) throws(Damaged) {
    let data = Data(content.bytes)
    head = try Self.head(in: data)
    guard let old = try? JSONDecoder().decode(Contents.self, from: data),
      old.contents.count == head.files.count
    else { throw Damaged() }
    contents = old.contents.map { FileContent(Array($0)) }
  }

  /// Reads the head of a record from the bytes up to the old contents; nil where these have not come.
  static func head(inBeginning bytes: [UInt8]) throws(Damaged) -> UndoHead? {
    guard let end = index(of: border, in: bytes) else { return nil }
    return try head(in: Data(bytes[..<end]) + Data("}".utf8))
  }

  /// Finds bytes by the system's functions: a generic search takes milliseconds without optimization.
  private static func index(of part: [UInt8], in bytes: [UInt8]) -> Int? {
    bytes.withUnsafeBytes { whole in
      guard let base = whole.baseAddress, let first = part.first else { return nil }
      var start = 0
      while start + part.count <= whole.count,
        let hit = memchr(base + start, Int32(first), whole.count - start)
      {
        let place = UnsafeRawPointer(hit) - base
        guard place + part.count <= whole.count else { return nil }
        if memcmp(hit, part, part.count) == 0 { return place }
        start = place + 1
      }
      return nil
    }
  }

  private static func head(in data: Data) throws(Damaged) -> UndoHead {
    if let head = try? JSONDecoder().decode(UndoHead.self, from: data),
      head.schema == UndoHead.currentSchema
    {
      return head
    }
    guard let version = try? JSONDecoder().decode(Version.self, from: data),
      version.schema != UndoHead.currentSchema
    else { throw Damaged() }
    let isNewer = version.schema > UndoHead.currentSchema
    throw Damaged(reason: "\(isNewer ? "a newer" : "an older") attio-setup wrote it")
  }
}
