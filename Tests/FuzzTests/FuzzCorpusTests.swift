import FuzzChecks
import TestSupport
import Testing

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Replays what the fuzzer ever found, and the inputs that it starts from.
@Suite(.alone) struct FuzzCorpusTests {
  private static func inputs(of target: FuzzTarget) throws -> [(name: String, bytes: [UInt8])] {
    let corpus = "\(#filePath)".split(separator: "/").dropLast().joined(separator: "/")
    let folder = "/\(corpus)/Corpus/\(target.rawValue)"
    return try FileManager.default.contentsOfDirectory(atPath: folder).sorted().map { name in
      let data = try #require(FileManager.default.contents(atPath: "\(folder)/\(name)"))
      return (name, Array(data))
    }
  }

  @Test(arguments: FuzzTarget.allCases)
  func `what was found once holds now`(target: FuzzTarget) throws {
    let inputs = try Self.inputs(of: target)
    #expect(!inputs.isEmpty)
    for input in inputs {
      #expect(target.violation(input.bytes) == nil, "\(target.rawValue)/\(input.name)")
    }
  }

  @Test(arguments: FuzzTarget.allCases)
  func `every piece of an input holds, too`(target: FuzzTarget) throws {
    for input in try Self.inputs(of: target) {
      for length in 0..<min(input.bytes.count, 200) {
        let piece = Array(input.bytes.prefix(length))
        #expect(target.violation(piece) == nil, "\(length) bytes of \(input.name)")
      }
    }
  }
}
