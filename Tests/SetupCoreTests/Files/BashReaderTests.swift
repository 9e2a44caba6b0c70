import Glibc
import Ground
import SetupCore
import TestSupport
import Testing

/// Asks a real reader: what `set -a; . file` of bash makes of files before and after an edit.
///
/// bash stands in the dependencies of every system the project runs on; it executes what it reads,
/// so the corpus holds no command that does anything.
struct BashReaderTests {
  /// What bash reads otherwise than most, whatever an editor does; the notes say what it sees.
  private static let unlike: [String: String] = [
    "blanks around the sign": "no assignment",
    "tabs around the sign": "no assignment",
    "blank after the sign": "no assignment",
    "blanks and no value": "no assignment",
    "export, indented, with blanks": "no assignment",
    "comment after blanks around the sign": "no assignment",
    "comment after one blank around the sign": "no assignment",
    "comment directly after quotes": "the comment belongs to the value",
    "apostrophe in another value": "one value of three lines",
    "path that ends in a backslash": "a quote that is never closed",
    "byte order mark directly before": "no assignment",
    "lone CR": "one line",
    "backslash before it": "the line belongs to the one before",
    "quote never closed before it": "an error",
    "quote never closed, then quotes": "an error",
  ]

  /// Where bash does not come to the new lines at the end of the file; the notes say why.
  private static let stopsBeforeTheEnd = [
    "placeholder in brackets": "an error",
    "apostrophe in the value": "a quote that is never closed",
    "path that ends in a backslash": "a quote that is never closed",
  ]

  @Test(arguments: EnvCase.corpus)
  func `bash reads the token from every file of the corpus that it can read`(
    _ file: EnvCase
  ) throws {
    let value = try read("KEY", in: file.after).split(separator: "\r").joined()
    #expect((value == EnvCase.token) == (Self.unlike[file.name] == nil), "\(value)")
  }

  @Test
  func `bash reads every value that is written`() throws {
    let values = [
      "a b", "a#b", "$HOME", "${HOME}", "$(false)", "`false`", "it's", "!x", "~/x", "a;b",
    ]
    for value in values {
      let file = try document("A=1\n").setting("KEY", to: Secret(value))
      #expect(try read("KEY", in: file.content) == value)
      #expect(try read("A", in: file.content) == "1")
    }
  }

  @Test(arguments: EnvCase.corpus)
  func `bash reads the app from every file of the corpus that it can read`(
    _ file: EnvCase
  ) throws {
    let app = AppSettings(
      clientID: "client-1",
      clientSecret: Secret(EnvCase.token),
      redirectURI: "http://localhost:8787/callback"
    )
    var inputs = PlanCase(env: "", app: app).inputs
    inputs.envFile.content = file.before
    let written = try #require(try Plan.make(inputs).entry(.envFile)).after
    let values = try app.envSettings.map { setting in
      Secret(try read(setting.variable, in: written).split(separator: "\r").joined())
    }
    #expect((values == app.envSettings.map(\.value)) == (Self.stopsBeforeTheEnd[file.name] == nil))
  }

  /// Sources the bytes in a bash without a search path and gives the variable, also where a later
  /// line is an error.
  private func read(_ name: String, in content: FileContent) throws -> String {
    var template = Array("/tmp/attio-setup-test-XXXXXX".utf8CString)
    let descriptor = mkstemp(&template)
    try #require(descriptor >= 0)
    let path = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    defer { unlink(path) }
    let written = content.bytes.withUnsafeBytes {
      Glibc.write(descriptor, $0.baseAddress, $0.count)
    }
    close(descriptor)
    try #require(written == content.bytes.count)
    return try output(
      of: "env -i PATH=/nonexistent /bin/bash --norc --noprofile -c "
        + "'trap \"printf %s \\\"\\$\(name)\\\" >&3\" EXIT; set -a; . \(path)' "
        + "3>&1 >/dev/null 2>&1 </dev/null"
    )
  }

  private func output(of command: String) throws -> String {
    let pipe = try #require(popen(command, "r"))
    defer { pclose(pipe) }
    var bytes: [UInt8] = []
    while case let byte = fgetc(pipe), byte != EOF {
      bytes.append(UInt8(truncatingIfNeeded: byte))
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
