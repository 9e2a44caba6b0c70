import AttioTables
import TestSupport
import Testing

struct ScopeResourcesTests {
  /// The resources of a live token, recorded by others: the workspace token of May 2026.
  private let liveToken: Set<String> = [
    "record_permission", "object_configuration", "list_entry", "list_configuration", "note", "task",
    "comment", "user_management", "webhook", "meeting", "call_recording", "file",
  ]

  @Test func `the twelve resources of a live token are offered, each once`() {
    #expect(ScopeResources.offered.count == 12)
    #expect(Set(ScopeResources.offered.map(\.resource)) == liveToken)
    #expect(ScopeResources.offered.allSatisfy { $0.status == .offered })
    #expect(ScopeResources.offered.allSatisfy { $0.readScope != nil && $0.readWriteScope != nil })
  }

  @Test func `the others are known and not offered`() {
    #expect(Array(ScopeResources.known.prefix(12)) == ScopeResources.offered)
    #expect(ScopeResources.known.dropFirst(12).allSatisfy { $0.status != .offered })
    #expect(Set(ScopeResources.known.map(\.resource)).count == 19)
  }

  @Test func `only two labels are confirmed`() {
    let confirmed = ScopeResources.known.filter(\.isLabelConfirmed).map(\.label)
    #expect(Set(confirmed) == ["Records", "Emails"])
  }

  @Test func `labels tell the resources apart`() {
    #expect(Set(ScopeResources.known.map(\.label)).count == ScopeResources.known.count)
  }

  @Test(arguments: ScopeResources.known.flatMap { [$0.readGrants, $0.readWriteGrants] })
  func `what a scope grants fits the table`(words: String?) throws {
    guard let words else { return }
    #expect(words.count <= 45)
    #expect(!words.isEmpty && !words.hasSuffix("."))
  }
}
