import Ground
import SetupCore
import TestSupport
import Testing

@testable import SetupRuntime

/// The questions to macOS's `security`, against a script that understands them as its manual says.
///
/// They show what is asked and how answers are taken, not what a real Keychain does.
@Suite(.alone) struct KeychainTests {
  private static let script = #"""
    #!/bin/sh
    cd "${0%/*}" || exit 1
    printf '%s\n' "$@" >> arguments
    case $1 in
    -i)
      read -r line
      printf '%s\n' "$line" > command
      printf '%s' "${line##* }" | sed 's/../\\x&/g' | xargs -0 printf '%b' > kept
      ;;
    find-generic-password) [ -e kept ] || exit 44; cat kept; echo ;;
    delete-generic-password) [ -e kept ] || exit 44; rm kept ;;
    esac
    """#

  private static func store(_ folder: String, _ script: String) throws -> TokenStore {
    try Disk.makeFile("\(folder)/security", script, mode: 0o755)
    return TokenStore(
      file: StoreFile(
        environment: ["XDG_DATA_HOME": folder],
        home: "",
        files: AtomicFile(),
        lockLimit: .seconds(10)
      ),
      keyring: Keychain(
        environment: ["PATH": "/usr/bin:/bin"],
        timeLimit: .seconds(10),
        tool: "\(folder)/security"
      )
    )
  }

  @Test func `gives the value on standard input, in hexadecimal, and takes it back`() async throws {
    let folder = try TemporaryFolder()
    let store = try Self.store(folder.path, Self.script)
    #expect(await store.probe().keyringProblem == nil)
    let acme = ConnectedWorkspace.sample(in: .keyring)
    _ = try await store.save(Secret("token\" -w 'x"), for: acme)
    #expect(try await store.token(of: acme) == Secret("token\" -w 'x"))
    let account = "97052eb9-e65e-443f-a297-acme,app-1,https://api.attio.com/v2"
    #expect(
      try folder.text("command") == "add-generic-password -U -s attio-setup -a \(account) -X "
        + "746f6b656e22202d77202778\n"
    )
    let arguments = try folder.text("arguments")
    #expect(arguments.contains("find-generic-password\n-s\nattio-setup\n-a\n\(account)\n-w\n"))
    #expect(arguments.contains("token") == false)
    #expect(arguments.contains("746f6b656e") == false)
    try await store.remove(acme)
    try await store.remove(acme)
    #expect(Disk.exists(folder["kept"]) == false)
  }

  @Test(arguments: [
    ("echo 'security: SecKeychainItemCreateFromContent: User interaction is not allowed.' >&2", 0),
    ("", 36), ("", 51), ("", 128),
  ])
  func `tells a locked Keychain`(words: String, code: Int32) async throws {
    let folder = try TemporaryFolder()
    let store = try Self.store(folder.path, "#!/bin/sh\n\(words)\nexit \(code)\n")
    #expect(await store.probe().keyringProblem == .keyringLocked)
  }

  @Test func `says where the program is not`() async throws {
    let folder = try TemporaryFolder()
    let keychain = Keychain(environment: [:], timeLimit: .seconds(10), tool: folder["security"])
    #expect(
      await KeyringTest(keyring: keychain).problem()
        == .noKeyring("The program \(folder["security"]) is not there.")
    )
  }
}
