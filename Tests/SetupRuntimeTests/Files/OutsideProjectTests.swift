import Ground
import SetupCore
import SetupRuntime
import Synchronization
import SystemPackage
import TestSupport
import Testing

#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

/// Links that lead out of the project: a repository of somebody else can hold any of them.
@Suite(.alone) struct OutsideProjectTests {
  private func consent(to risks: [PlanRisk]) -> PlanConsent {
    var consent = PlanConsent()
    consent.accepted = risks
    return consent
  }

  @Test(arguments: [(".env", PlanEntry.ID.envFile), (".env.example", .example)])
  func `a link out of the project is written through only where that was agreed to`(
    name: String,
    id: PlanEntry.ID
  ) async throws {
    let world = try await ApplyWorld.make()
    let victim = world.repository.folder["profile"]
    try Disk.makeFile(victim, "export A=1\n")
    try Disk.makeLink(world.repository[name], to: "../profile")
    var plan = try await world.plan()
    let risk = PlanRisk.outside(path: name, target: victim)
    #expect(plan.risks == [risk])
    #expect(plan.entry(id)?.isOn == false && plan.entry(id)?.isSwitchable == false)
    #expect(risk.refusal.exitCode == 1)
    #expect(risk.refusal.message.contains(victim))

    for index in plan.entries.indices { plan.entries[index].isOn = true }
    #expect(try await world.failure(of: plan).reason == .notAgreed(risk))
    #expect(try Disk.names(world.repository.top) == [".git", name].sorted())
    #expect(try world.repository.folder.text("profile") == "export A=1\n")

    let agreed = try await world.plan(consent: consent(to: [risk]))
    #expect(agreed.risks.isEmpty)
    _ = try await world.applier().apply(agreed)
    #expect(try world.repository.folder.text("profile").hasPrefix("export A=1\n"))
    #expect(try Disk.isLink(world.repository[name]))
  }

  @Test func `a link that leads elsewhere by now is another question`() async throws {
    let world = try await ApplyWorld.make()
    try Disk.makeLink(world.repository[".env"], to: "../two")
    let other = PlanRisk.outside(path: ".env", target: world.repository.folder["one"])
    let plan = try await world.plan(consent: consent(to: [other]))
    #expect(plan.risks == [.outside(path: ".env", target: world.repository.folder["two"])])
  }

  @Test func `a folder that is a link out of the project is one, too`() async throws {
    let world = try await ApplyWorld.make()
    try world.repository.folder.makeFolder("elsewhere")
    try Disk.makeLink(world.repository["config"], to: "../elsewhere")
    let plan = try await world.plan("config/.env")
    let target = world.repository.folder["elsewhere/.env"]
    #expect(plan.risks == [.outside(path: "config/.env", target: target)])
  }

  @Test func `a folder that is a link within the project is named`() async throws {
    let world = try await ApplyWorld.make()
    try world.repository.folder.makeFolder("project/settings")
    try Disk.makeLink(world.repository["config"], to: "settings")
    let plan = try await world.plan("config/.env")
    #expect(plan.risks.isEmpty)
    let target = world.repository["settings/.env"]
    #expect(plan.entry(.envFile)?.notes.contains { $0.contains(target) } == true)
    _ = try await world.applier().apply(plan)
    #expect(try world.text("settings/.env") == world.secretLine)
    #expect(try await world.repository.ignored("settings/.env").isIgnored)
  }

  @Test func `a file that was named outside needs no question, a link there does`() async throws {
    let world = try await ApplyWorld.make()
    #expect(try await world.plan("../shared.env").risks.isEmpty)
    try Disk.makeLink(world.repository.folder["shared.env"], to: "profile")
    let target = world.repository.folder["profile"]
    #expect(
      try await world.plan("../shared.env").risks
        == [.outside(path: "../shared.env", target: target)]
    )
  }

  @Test func `a folder that was swapped since the plan is not written to`() async throws {
    let world = try await ApplyWorld.make()
    try world.repository.folder.makeFolder("project/config")
    try world.repository.folder.makeFolder("elsewhere")
    let plan = try await world.plan("config/.env")
    try swapConfig(world.repository.top)
    #expect(try await world.failure(of: plan).reason == .changedOnDisk(["config/.env"]))
    #expect(try Disk.names(world.repository.folder["elsewhere"]).isEmpty)
  }

  @Test func `a folder that is swapped while it is written leads nothing out`() throws {
    let folder = try TemporaryFolder()
    try folder.makeFolder("project")
    try folder.makeFolder("project/config")
    try folder.makeFolder("elsewhere")
    let base = try FileReader.snapshot(of: folder["project/config/.env"])
    for call in [FileCall.lock, .write, .synchronize, .rename] {
      let isSwapped = Mutex(false)
      let path = folder["project"]
      let calls = FileCalls { seen -> Errno? in
        guard seen == call, !isSwapped.withLock({ exchange(&$0, true) }) else { return nil }
        try? self.swapConfig(path)
        return nil
      }
      #expect(throws: FileWriteError.self) {
        try AtomicFile(calls: calls)
          .write(FileContent("NEW=2\n"), over: base, mode: .narrowed(to: 0o600))
      }
      #expect(try Disk.names(folder["elsewhere"]).isEmpty, "swapped at \(call)")
      try Disk.check(unlink(folder["project/config"]))
      try Disk.check(rename(folder["project/old"], folder["project/config"]))
      unlink(folder["project/config/.env"])
    }
  }

  /// Puts a link that leads out in the place of the folder.
  private func swapConfig(_ project: String) throws {
    try Disk.check(rename("\(project)/config", "\(project)/old"))
    try Disk.makeLink("\(project)/config", to: "../elsewhere")
  }

  @Test func `a starter client goes through no folder that leads out`() throws {
    let folder = try TemporaryFolder()
    try folder.makeFolder("project")
    try folder.makeFolder("elsewhere")
    for name in ["src", "lib", "attio"] {
      try Disk.makeLink(folder["project/\(name)"], to: "../elsewhere")
    }
    let client = try StarterClient(
      StarterClient.Request(language: #require(ClientLanguage(named: "ruby")), variable: "KEY")
    )
    let error = #expect(throws: SetupError.self) {
      try StarterClientFolder(folder["project"]).plan(client)
    }
    #expect(error?.name == "outside_project")
    #expect(error?.message.contains(folder["elsewhere"]) == true)
  }

  @Test func `a temporary file outside of the project stays where nobody agreed`() async throws {
    let world = try await ApplyWorld.make()
    try Disk.makeLink(world.repository[".env"], to: "../profile")
    let stale = world.repository.folder[".env.attio-setup-abcdefghij.local"]
    try Disk.makeFile(stale, "x", mode: 0o600)
    _ = try await world.applier().apply(world.plan())
    #expect(Disk.exists(stale))
  }
}

private func exchange(_ value: inout Bool, _ new: Bool) -> Bool {
  defer { value = new }
  return value
}
