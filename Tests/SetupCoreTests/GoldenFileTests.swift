import TestSupport
import Testing

/// What a test says of a golden file that no longer fits.
struct GoldenFileTests {
  @Test func `the lines that differ and the command that records them`() throws {
    #expect(GoldenFile.changes(from: "a\nb\nc\n", to: "a\nB\nc\nd\n") == "2- b\n2+ B\n4+ d")
    let file = GoldenFile(file: "docs/no-such-picture.svg", recordedBy: "make pictures")
    // Recording would write it.
    guard !GoldenFile.isRecording else { return }
    let difference = try #require(try file.difference(from: "a"))
    #expect(difference.hasSuffix("/docs/no-such-picture.svg. Record it: make pictures"))
  }
}
