import Ground
import SetupCore
import TestSupport
import Testing

/// The comment that names the project's workspace, as an entry of the plan.
struct PlanPinTests {
  private func plan(
    _ example: String?,
    pin slug: String = "acme",
    replaces: Bool = false
  ) throws -> Plan {
    var inputs = PlanCase(example: example).inputs
    inputs.pin = PinRequest(slug, replaces: replaces)
    return try Plan.make(inputs)
  }

  private static let whole = """
    # attio-scopes: object_configuration:read record_permission:read
    # attio-workspace: acme
    KEY=

    """

  @Test func `is written with the rest of the example, once`() throws {
    let plan = try plan(nil)
    let pin = try #require(plan.entry(.pin))
    #expect(pin.isOn && pin.isSwitchable && pin.path == ".env.example")
    #expect(plan.entries.map(\.id).suffix(2) == [.example, .pin])
    #expect(plan.pending.map(\.id).suffix(1) == [.example])
    let written = try #require(plan.pending.last)
    #expect(written.after.text == Self.whole)
    #expect(written.diff.text.contains("+# attio-workspace: acme"))
    #expect(try self.plan(Self.whole).entry(.pin) == nil)
    #expect(try self.plan(Self.whole).pending.contains { $0.path == ".env.example" } == false)
  }

  @Test func `is written alone where the rest is switched off or in place`() throws {
    var off = try plan("A=1\n")
    for index in off.entries.indices where off.entries[index].id == .example {
      off.entries[index].isOn = false
    }
    #expect(off.pending.last?.id == .pin)
    #expect(off.pending.last?.after.text == "A=1\n# attio-workspace: acme\n")
    let rest = Self.whole.replacing("# attio-workspace: acme\n", with: "")
    let inPlace = try plan(rest)
    #expect(inPlace.pending.last?.id == .pin)
    #expect(inPlace.pending.last?.after.text == Self.whole)
  }

  @Test func `is left out where it is switched off`() throws {
    var plan = try plan(nil)
    for index in plan.entries.indices where plan.entries[index].id == .pin {
      plan.entries[index].isOn = false
    }
    let text = try #require(plan.pending.last?.after.text)
    #expect(!text.contains("attio-workspace") && text.contains("attio-scopes"))
  }

  @Test func `another workspace's takes a hand to change`() throws {
    let example = "# attio-workspace: beta\nKEY=\n"
    let plan = try plan(example)
    let pin = try #require(plan.entry(.pin))
    #expect(!pin.isOn)
    #expect(pin.notes.contains { $0.contains("beta") })
    #expect(plan.pending.last?.after.text.contains("# attio-workspace: beta") == true)
    let replacing = try self.plan(example, replaces: true)
    #expect(replacing.pending.last?.after.text.contains("# attio-workspace: acme") == true)
    #expect(replacing.pending.last?.after.text.contains("beta") == false)
    // An empty comment is a gap to fill in.
    let empty = try self.plan("# attio-workspace:\nKEY=\n")
    #expect(empty.pending.last?.after.text.contains("# attio-workspace: acme\n") == true)
  }
}
