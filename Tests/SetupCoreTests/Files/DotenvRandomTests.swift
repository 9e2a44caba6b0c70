import Ground
import TestSupport
import Testing

@testable import SetupCore

/// Properties on files made of the pieces that trip editors up.
struct DotenvRandomTests {
  private static let pieces: [[UInt8]] =
    [
      "KEY", "KEY=", "KEY=old", "KEY=\"old\"", "KEY='old'", "export ", "A", "B=1", "KEY_2=x", "=",
      "\"", "'", "`", "#", " # c", "\\", "\\\"", "\r", "\n", "\r\n", "\n", "\n", " ", "\t", ":",
      "$", "é",
      "${X}", "$(y)", "\u{FEFF}", "x", "KEY: v", ";", "J=\"{\n",
    ].map { Array($0.utf8) } + [[0xFF], [0xC3], [0x80]]

  private static func randomFile(_ seed: Int) -> [UInt8] {
    var generator = SeededGenerator(seed: UInt64(seed))
    let count = Int.random(in: 0...30, using: &generator)
    let start = Int.random(in: 0..<8, using: &generator) == 0 ? byteOrderMark : []
    return (0..<count).reduce(into: start) { bytes, _ in
      bytes += pieces.randomElement(using: &generator) ?? []
    }
  }

  @Test
  func `prints 4,000 random files as they were read`() throws {
    for seed in 0..<4_000 {
      let bytes = Self.randomFile(seed)
      let document = try DotenvDocument(parsing: FileContent(bytes))
      // The lines are what edits are made from: together they must be the whole file.
      let start = bytes.starts(with: byteOrderMark) ? byteOrderMark : []
      let printed = document.lines.reduce(into: start) { $0 += document.bytes[$1.range] }
      #expect(printed == bytes, "seed \(seed)")
      #expect(document.content.bytes == bytes, "seed \(seed)")
    }
  }

  @Test
  func `sets the value in 4,000 random files and loses no other byte`() throws {
    let token = Secret(EnvCase.token)
    var edits = 0
    for seed in 0..<4_000 {
      let document = try DotenvDocument(parsing: FileContent(Self.randomFile(seed)))
      guard let edited = try edit(document, token: token, seed: seed) else { continue }
      edits += 1
      #expect(edited.assignments(of: "KEY").allSatisfy { $0.value == token }, "seed \(seed)")
      #expect(edited.value(of: "KEY") == token, "seed \(seed)")
      #expect(try edited.setting("KEY", to: token) == edited, "seed \(seed)")
      #expect(others(edited) == others(document), "seed \(seed)")
      if !document.livePairs(of: "KEY").isEmpty {
        #expect(cut(edited) == cut(document), "seed \(seed)")
      } else if document.pairs(of: "KEY").isEmpty {
        expectOneLineAdded(from: document, to: edited, seed: seed)
      }
    }
    #expect(edits > 3_800)
  }

  @Test
  func `reads back every value that it agrees to write`() throws {
    let alphabet = Array(" \t#=\"'`\\$!&;|<>(){}[]~*?aZ09_./:+,@%-é\n\r\u{7F}")
    let templates = [
      "", "KEY=\n", "KEY=\"a\" # c\n", "KEY='a'\n", "export KEY = a\n", "KEY= # c\nA=1",
    ]
    var generator = SeededGenerator(seed: 7)
    var written = 0
    for round in 0..<6_000 {
      let length = Int.random(in: 1...8, using: &generator)
      let value = String((0..<length).compactMap { _ in alphabet.randomElement(using: &generator) })
      let document = try DotenvDocument(parsing: FileContent(templates[round % templates.count]))
      do throws(DotenvError) {
        let edited = try document.setting("KEY", to: Secret(value))
        written += 1
        #expect(edited.value(of: "KEY")?.reveal() == value)
        #expect(!value.contains { "\n\r\r\n\u{7F}".contains($0) })
      } catch {
        #expect(error == .unwritableValue)
      }
    }
    #expect(written > 1_000)
  }

  /// Sets the key; nil where the document refuses for a reason that the file gives.
  private func edit(
    _ document: DotenvDocument,
    token: Secret,
    seed: Int
  ) throws -> DotenvDocument? {
    do throws(DotenvError) {
      return try document.setting("KEY", to: token)
    } catch .severalAssignments {
      return nil
    } catch .unsafeEdit {
      return nil
    } catch {
      Issue.record("seed \(seed): \(error)")
      return nil
    }
  }

  /// The file with the values of the key cut out, quotes and the blank before a comment included.
  private func cut(_ document: DotenvDocument) -> [UInt8] {
    var result: [UInt8] = []
    var position = 0
    for pair in document.pairs(of: "KEY") {
      let start = document.bytes[..<pair.value.lowerBound].lastIndex { !$0.isBlank }.map { $0 + 1 }
      let rest = document.bytes[pair.value.upperBound...]
      let end = rest.firstIndex { !$0.isBlank } ?? rest.endIndex
      result += document.bytes[position..<(start ?? pair.value.lowerBound)]
      position = end
    }
    return result + document.bytes[position...]
  }

  private func others(_ document: DotenvDocument) -> [[UInt8]] {
    document.lines.compactMap(\.pair)
      .filter { !document.bytes[$0.name].elementsEqual("KEY".utf8) }
      .flatMap { [Array(document.bytes[$0.name]), Array(document.bytes[$0.value])] }
  }

  private func expectOneLineAdded(from old: DotenvDocument, to new: DotenvDocument, seed: Int) {
    let added = new.bytes.count - old.bytes.count
    let head = zip(old.bytes, new.bytes).prefix { $0 == $1 }.count
    let tail = zip(old.bytes.reversed(), new.bytes.reversed()).prefix { $0 == $1 }.count
    #expect(head + tail >= old.bytes.count, "seed \(seed)")
    #expect(added >= "KEY=".utf8.count + EnvCase.token.utf8.count + 1, "seed \(seed)")
  }
}
