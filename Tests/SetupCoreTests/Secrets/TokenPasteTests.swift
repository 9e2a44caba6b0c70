import Ground
import SetupCore
import TestSupport
import Testing

/// Stands for a token and must appear in no output.
private let canary = "canary0123456789abcdef0123456789abcdef0123456789abcdef0123456789"

struct TokenPasteTests {
  @Test(
    arguments: [
      (canary, []),
      (" \(canary) ", [.blanks]),
      ("\(canary)\n", [.blanks]),
      ("\r\n\t\(canary)\r\n\r\n", [.blanks]),
      ("\u{A0}\(canary)\u{A0}", [.blanks]),
      ("\u{FEFF}\(canary)", [.byteOrderMark]),
      ("\u{FEFF}\(canary)\u{200B}", [.byteOrderMark, .invisible]),
      ("\u{200B}\(canary)\u{2060}", [.invisible]),
      ("canary\u{AD}\(canary.dropFirst(6))", [.invisible]),
      ("\u{202A}\(canary)\u{202C}", [.invisible]),
      ("\"\(canary)\"", [.quotes]),
      ("'\(canary)'", [.quotes]),
      ("`\(canary)`", [.quotes]),
      ("“\(canary)”", [.quotes]),
      ("\"'\(canary)'\"", [.quotes]),
      ("Bearer \(canary)", [.bearer]),
      ("bearer\t\(canary)", [.bearer]),
      ("BEARER   \(canary)", [.bearer]),
      ("Authorization: Bearer \(canary)", [.header, .bearer]),
      ("authorization:bearer \(canary)", [.header, .bearer]),
      ("-H \"Authorization: Bearer \(canary)\"", [.header, .quotes, .bearer]),
      ("'Bearer \(canary)'", [.quotes, .bearer]),
      ("ATTIO_API_KEY=\(canary)", [.name]),
      ("ATTIO_API_KEY = \(canary)", [.name]),
      ("OTHER_NAME=\(canary)", [.name]),
      ("export ATTIO_API_KEY=\(canary)", [.export, .name]),
      ("export ATTIO_API_KEY=\"\(canary)\"\n", [.blanks, .export, .name, .quotes]),
      ("ATTIO_API_KEY='\(canary)' # prod", [.name, .comment, .quotes]),
      ("ATTIO_API_KEY=\(canary) # prod", [.name, .comment]),
      ("ATTIO_API_KEY=\"Bearer \(canary)\"", [.name, .quotes, .bearer]),
      ("FOO=1\nATTIO_API_KEY=\(canary)\nBAR=2\n", [.blanks, .otherLines, .name]),
      ("# comment\r\nexport ATTIO_API_KEY='\(canary)'", [.otherLines, .export, .name, .quotes]),
    ] as [(String, [RemovedPart])]
  )
  func `takes away what stands around the token`(_ text: String, _ removed: [RemovedPart]) throws {
    guard case .token(let token) = TokenPaste.read(FileContent(text)) else {
      Issue.record("refused")
      return
    }
    #expect(token.secret == Secret(canary))
    #expect(token.removed == removed)
    #expect(token.warning == nil)
    #expect(token.received == "64 characters received")
    #expect((token.remark == nil) == removed.isEmpty)
  }

  @Test(arguments: [
    ("sk_0123456789abcdef", 19), ("a", 1), (canary + "0", 65), (String(canary.dropLast()), 63),
    ("eyJ", 3), ("YWJjZA==", 8), ("Bearer", 6), ("NAME=", 5),
    (String(repeating: "a", count: 4_096), 4_096),
  ])
  func `warns of another length and takes it all the same`(_ text: String, _ length: Int) {
    guard case .token(let token) = TokenPaste.read(FileContent(text)) else {
      Issue.record("refused")
      return
    }
    #expect(token.secret == Secret(text))
    #expect(token.warning?.contains("It has \(Words.count(length, "character")).") == true)
  }

  @Test(
    arguments: [
      ("", .empty),
      ("  \n ", .empty),
      ("\u{FEFF}\u{200B}", .empty),
      ("\"\"", .empty),
      ("op://Private/Attio/token", .reference(.onePassword)),
      ("ATTIO_API_KEY=\"op://Private/Attio/token\"", .reference(.onePassword)),
      ("{{ op://Private/Attio/token }}", .reference(.onePassword)),
      ("ref+vault://secret/attio#key", .reference(.address)),
      ("vault:secret/data/attio#key", .reference(.vault)),
      ("arn:aws:secretsmanager:eu-west-1:1:secret:attio-a1B2", .reference(.aws)),
      ("arn:aws-us-gov:ssm:x:1:parameter/attio", .reference(.aws)),
      ("encrypted:BG8M6U+GKJGwpGA42ml2erb9+T2NBX6Z2JkBLynDy", .reference(.dotenvx)),
      ("ENC[AES256_GCM,data:p673w==,iv:YY=,tag:UQ=,type:str]", .reference(.sops)),
      ("${ATTIO_API_KEY}", .reference(.shell)),
      ("Bearer $ATTIO_API_KEY", .reference(.shell)),
      ("$(op read x)", .reference(.shell)),
      ("ATTIO_API_KEY=${OTHER:-x}", .reference(.shell)),
      ("%ATTIO_API_KEY%", .reference(.shell)),
      ("`pass attio", .reference(.shell)),
      ("<your-token>", .reference(.placeholder)),
      ("<your token here>", .reference(.placeholder)),
      ("{{ token }}", .reference(.placeholder)),
      ("https://app.attio.com/settings/developers", .address),
      ("http://127.0.0.1:8080/x", .address),
      ("ghp_canary", .foreignSecret(.gitHub)),
      ("Bearer github_pat_canary", .foreignSecret(.gitHub)),
      ("KEY=sk_live_canary", .foreignSecret(.stripe)),
      ("AKIAIOSFODNN7EXAMPLE", .foreignSecret(.amazon)),
      ("xoxb-canary", .foreignSecret(.slack)), ("\"glpat-canary\"", .foreignSecret(.gitLab)),
      (
        "-----BEGIN OPENSSH PRIVATE KEY-----\ncanary\n-----END OPENSSH PRIVATE KEY-----\n",
        .foreignSecret(.privateKey)
      ),
      (String(repeating: "a", count: 4_097), .tooLong(length: 4_097)),
      ("two words", .blankInside),
      ("\(canary) \(canary)", .blankInside),
      ("\(canary)\n\(canary)", .severalLines(count: 2)),
      ("FOO=1\nBAR=2\nBAZ=3", .severalLines(count: 3)),
      ("ATTIO_API_KEY=1\nATTIO_API_KEY=2", .severalLines(count: 2)),
      ("ATTIO_API_KEY=\(canary)\nnot an env file", .severalLines(count: 2)),
      ("\(canary)\u{1B}[31m", .foreignCharacters),
      ("\(canary)é", .foreignCharacters),
      ("\(canary)\u{7F}", .foreignCharacters),
    ] as [(String, TokenShape)]
  )
  func `recognises what is no token`(_ text: String, _ shape: TokenShape) {
    let result = TokenPaste.read(FileContent(text))
    #expect(result == .refused(.shape(shape)))
    guard case .refused(let refusal) = result else { return }
    #expect(refusal.explanation.hasSuffix("."))
    #expect(!refusal.explanation.contains("canary"))
  }

  @Test(arguments: [
    "bf071e1f-6035-429d-b874-d83ea64ea13b", "eyJhbGciOiJFUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln", "canary",
    String(repeating: "a", count: 4_096), "eyJh.\(String(repeating: "a", count: 2_000)).c2ln",
  ])
  func `what is a token is Attio's to say, and an unusual form a warning`(text: String) {
    guard case .token(let pasted) = TokenPaste.read(FileContent(text)) else {
      Issue.record("refused")
      return
    }
    #expect(pasted.secret == Secret(text))
    #expect(pasted.warning?.hasPrefix("It ") == true)
  }

  @Test(
    arguments: [
      [0xFF, 0xFE, 0x61, 0x00], [0xFE, 0xFF, 0x00, 0x61], [0x61, 0x00, 0x62], [0x61, 0xFF, 0x62],
      [0xC3], [0xED, 0xA0, 0x80],
    ] as [[UInt8]]
  )
  func `refuses bytes that are no text`(_ bytes: [UInt8]) {
    #expect(TokenPaste.read(FileContent(bytes)) == .refused(.notText))
  }

  @Test
  func `takes up to one megabyte and no more`() {
    let most = [UInt8](repeating: 0x61, count: TokenPaste.byteLimit)
    let shape = TokenShape.tooLong(length: TokenPaste.byteLimit)
    #expect(TokenPaste.read(FileContent(most)) == .refused(.shape(shape)))
    #expect(TokenPaste.read(FileContent(most + [0x61])) == .refused(.tooLarge))
  }

  @Test
  func `looks for the variable that was named`() {
    let file = FileContent("ATTIO_API_KEY=wrong\nATTIO_TOKEN=\(canary)\n")
    guard case .token(let token) = TokenPaste.read(file, variable: "ATTIO_TOKEN") else {
      Issue.record("refused")
      return
    }
    #expect(token.secret == Secret(canary))
  }

  @Test
  func `prints no token`() {
    let results = [canary, "Bearer \(canary)", "x\(canary)", "\(canary) \(canary)"]
      .map { TokenPaste.read(FileContent($0)) }
    var dumped = ""
    dump(results, to: &dumped)
    #expect(!dumped.contains("canary"))
    #expect(!"\(results)".contains("canary"))
    #expect(!String(reflecting: results).contains("canary"))
  }

  @Test(arguments: [
    (TokenShape.empty, false), (.severalLines(count: 2), false), (.reference(.onePassword), false),
    (.foreignSecret(.slack), false), (.tooLong(length: 4_097), false), (.blankInside, false),
    (.foreignCharacters, false), (.token(length: 64), true),
    (.token(length: 3), true), (.address, false), (.identifier, true), (.webToken, true),
  ])
  func `says what may be sent`(_ shape: TokenShape, _ isSendable: Bool) {
    #expect(shape.isSendable == isSendable)
    #expect((shape.explanation == nil) == (shape == .token(length: 64)))
  }
}
