import SetupCore
import TestSupport
import Testing

@testable import SetupRuntime

struct BrowserPlaceTests {
  @Test(arguments: [
    ("203.0.113.9 50000 203.0.113.7 22", "me@203.0.113.7"),
    ("203.0.113.9 50000 203.0.113.7 2222", "-p 2222 me@203.0.113.7"),
    ("2001:db8::9 50000 2001:db8::7 22", "me@2001:db8::7"),
    ("fe80::9%eth0 50000 fe80::7%eth0 22", "me@fe80::7%eth0"),
    ("garbage", "me@\(HostName.current)"),
    ("a b -oProxyCommand=x 22", "me@\(HostName.current)"),
    ("a b x;reboot 22", "me@\(HostName.current)"),
  ])
  func `the way back over SSH is told`(connection: String, destination: String) {
    let shell = ["SSH_CONNECTION": connection, "USER": "me", "DISPLAY": ":0"]
    let place = BrowserPlace.detect(shell) { _ in true }
    #expect(place == .ssh(destination: destination))
    #expect(place.tunnel(port: 8787) == "ssh -N -L 8787:localhost:8787 \(destination)")
  }

  @Test(arguments: [
    ["REMOTE_CONTAINERS": "true"], ["CODESPACES": "true"], ["container": "podman"],
  ])
  func `a container's variables are known`(shell: [String: String]) {
    #expect(BrowserPlace.detect(shell) { _ in false } == .container)
  }

  @Test(arguments: ["/.dockerenv", "/run/.containerenv"])
  func `a container's files are known`(file: String) {
    #expect(BrowserPlace.detect([:]) { $0 == file } == .container)
  }

  @Test func `without a display nothing is known, and with one it is here`() throws {
    #expect(BrowserPlace.detect([:]) { _ in false } == .noDisplay)
    let folder = try TemporaryFolder()
    try folder.write("xdg-open", "", mode: 0o755)
    let shell = ["DISPLAY": ":0", "PATH": folder[""]]
    #expect(BrowserPlace.detect(shell) { _ in true } == .here)
  }
}
