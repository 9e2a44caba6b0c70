import Ground
import SetupCore
import SetupRuntime
import SystemPackage
import TestSupport
import Testing

#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

/// Modes of new files, whatever the process's mask and whatever the file system makes of them.
@Suite(.alone) struct FileModeTests {
  private let new = FileContent("NEW=2\n")

  @Test(arguments: [UInt32(0o277), 0o777, 0o077, 0o022])
  func `the owner can use what the program makes whatever the mask`(mask: UInt32) async throws {
    let folder = try TemporaryFolder()
    await #expect(processExitsWith: .success) {
      [path = folder.path as String, mask = mask as UInt32] in
      umask(mask)
      let files = AtomicFile()
      for (name, mode) in [(".env", UInt32(0o600)), (".gitignore", 0o644)] {
        let base = try FileReader.snapshot(of: "\(path)/\(name)")
        _ = try files.write(FileContent("A=1\n"), over: base, mode: .narrowed(to: mode))
        #expect(try Disk.mode("\(path)/\(name)") == mode & ~(mask & 0o077))
      }
      let store = TokenStore(
        environment: ["XDG_DATA_HOME": "\(path)/deep/data"],
        home: path,
        toolEnvironment: [:]
      )
      for _ in 0..<2 { _ = try await store.save(Secret("token"), for: .sample()) }
      let kept = "\(path)/deep/data/attio-setup"
      #expect(try Disk.mode(kept) == 0o700)
      #expect(try Disk.mode("\(path)/deep") == 0o700)
      for name in try Disk.names(kept) { #expect(try Disk.mode("\(kept)/\(name)") == 0o600) }
    }
  }

  @Test(arguments: [FileFault.error(.notPermitted), .error(.notSupported), .ignored])
  func `a file system without modes is written to where no file becomes more open`(
    fault: FileFault
  ) throws {
    let folder = try TemporaryFolder()
    let files = AtomicFile(calls: FileCalls { call in call == .changeMode ? fault : nil })
    let secret = try FileReader.snapshot(of: folder[".env"])
    #expect(try files.write(new, over: secret, mode: .narrowed(to: 0o600)) == .replaced)
    let rules = try FileReader.snapshot(of: folder[".gitignore"])
    let report = try files.write(new, over: rules, mode: .narrowed(to: 0o644))
    #expect(report.otherMode == 0o600)
    #expect(report.remarks(".gitignore").first?.contains("keeps no permissions") == true)
    #expect(try folder.text(".gitignore") == "NEW=2\n")
  }

  @Test func `a secret is not written where the file system lets others read it`() throws {
    let folder = try TemporaryFolder()
    let path = folder.path
    // As on a drive of Windows: each file is open, and chmod says yes and does nothing.
    let calls = FileCalls { call -> FileFault? in
      if call == .lock {
        for name in (try? Disk.names(path)) ?? [] { chmod("\(path)/\(name)", 0o777) }
      }
      return call == .changeMode ? .ignored : nil
    }
    let files = AtomicFile(calls: calls)
    let base = try FileReader.snapshot(of: folder[".env"])
    #expect(throws: FileWriteError.modeNotKept(path: base.path, mode: 0o777)) {
      try files.write(new, over: base, mode: .narrowed(to: 0o600))
    }
    #expect(try Disk.names(path).isEmpty)
    let report = try files.write(new, over: base, mode: .narrowed(to: 0o600), openness: .accepted)
    #expect(report.otherMode == 0o777)
    // An existing file that is as open already keeps what it has.
    let open = try FileReader.snapshot(of: folder[".env"])
    #expect(try files.write(new, over: open, mode: .narrowed(to: 0o777)) == .replaced)
  }

  @Test(arguments: [FileFault.error(.notPermitted), .ignored])
  func `a mode that did not hold is no success`(fault: FileFault) throws {
    let folder = try TemporaryFolder()
    try folder.write(".env", "OLD=1\n", mode: 0o644)
    let base = try FileReader.snapshot(of: folder[".env"])
    let files = AtomicFile(calls: FileCalls { call in call == .changeMode ? fault : nil })
    let error = #expect(throws: FileWriteError.self) {
      try files.changeMode(of: base, to: .narrowed(to: 0o600))
    }
    #expect(error == .modeNotKept(path: base.path, mode: 0o644))
    #expect(error?.message.contains("keeps no permissions") == true)
  }

  @Test func `an open file is made private before the secret is in it`() async throws {
    let world = try await ApplyWorld.make()
    try world.repository.write(".env", "OTHER=1\n")
    try Disk.check(chmod(world.repository[".env"], 0o666))
    let stopped = try await world.plan()
    #expect(stopped.risks == [.open(path: ".env", mode: 0o666)])
    var consent = PlanConsent()
    consent.tightens = true
    let plan = try await world.plan(consent: consent)
    #expect(plan.risks.isEmpty)
    let top = world.repository.top
    let calls = FileCalls { call -> Errno? in
      guard call == .rename else { return nil }
      for name in (try? Disk.names(top)) ?? [] where name.hasPrefix(".env.attio-setup-") {
        #expect((try? Disk.mode("\(top)/\(name)")) != 0o666)
      }
      return nil
    }
    _ = try await world.applier(AtomicFile(calls: calls)).apply(plan)
    #expect(try Disk.mode(world.repository[".env"]) == 0o600)
    consent.tightens = false
    consent.trustsEnvFile = true
    #expect(try await world.plan(consent: consent).risks.isEmpty)
  }
}
