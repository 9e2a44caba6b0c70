import Ground
import SetupCore
import TestSupport
import Testing

struct DotenvDocumentTests {
  @Test
  func `names the line, quotes and export of every live assignment`() throws {
    let file = try document("# c\r\nKEY=1\r\nP=\"a\rb\"\rexport KEY='2'\n\nKEY=\"3\" # d")
    #expect(
      file.assignments(of: "KEY") == [
        DotenvAssignment(line: 2, value: Secret("1"), quoting: .bare, isExported: false),
        DotenvAssignment(line: 5, value: Secret("2"), quoting: .single, isExported: true),
        DotenvAssignment(line: 7, value: Secret("3"), quoting: .double, isExported: false),
      ]
    )
    #expect(file.value(of: "KEY") == Secret("3"))
    #expect(file.names == ["KEY", "P"])
  }

  @Test
  func `gives no value for a variable that is not set`() throws {
    let file = try document("# KEY=1\nKEY_OLD=2\nKEY: 3\nexport KEY\n")
    #expect(file.value(of: "KEY") == nil)
    #expect(file.assignments(of: "KEY").isEmpty)
    #expect(file.names == ["KEY_OLD"])
  }

  @Test
  func `gives no value where the bytes are not UTF-8, but says where it stands`() throws {
    let file = try document("KEY=⟦FF⟧\n")
    #expect(file.value(of: "KEY") == nil)
    #expect(file.assignments(of: "KEY").map(\.line) == [1])
  }

  @Test
  func `never prints a value`() throws {
    let token = EnvCase.token
    let file = try document("KEY=\(token)\nA=\"\(token)\"\n")
    var dumped = ""
    dump(file.content, to: &dumped)
    dump(file.assignments(of: "KEY"), to: &dumped)
    dumped += "\(file.assignments(of: "KEY")) \(file.content)"
    #expect(!dumped.contains(token))
  }

  @Test
  func `reads 50,000 lines with quotes of several lines at once`() throws {
    let text = String(repeating: "A=\"x\ny\" # c\nB='z\nC=`1`\n", count: 12_500)
    let file = try document(text + "KEY=1\n")
    #expect(try file.setting("KEY", to: Secret("2")).content.text == text + "KEY=2\n")
  }

  @Test
  func `sets 50,000 assignments of one variable at once`() throws {
    let file = try document(String(repeating: "KEY=1\n", count: 50_000))
    let edited = try file.setting("KEY", to: Secret("2"))
    #expect(edited.content.text == String(repeating: "KEY=2\n", count: 50_000))
    #expect(edited.assignments(of: "KEY").last?.line == 50_000)
  }

  @Test(arguments: [
    ([0xFF, 0xFE, 0x41, 0x00, 0x3D, 0x00], DotenvError.utf16),
    ([0xFE, 0xFF, 0x00, 0x41], .utf16),
    ([0xFF, 0xFE], .utf16),
    ([0x41, 0x00, 0x3D, 0x00, 0x31, 0x00], .utf16),
    ([0x00, 0x41, 0x00, 0x3D, 0x00, 0x31], .utf16),
    (Array("A=1\nB=\0\n".utf8), .nulByte(line: 2)),
    ([0x00], .nulByte(line: 1)),
  ])
  func `refuses what is no env file`(_ bytes: [UInt8], _ expected: DotenvError) {
    #expect(throws: expected) { try DotenvDocument(parsing: FileContent(bytes)) }
  }

  @Test
  func `refuses a file over 16 MB and takes one of 16 MB`() throws {
    let comment = [0x23] + Array(repeating: UInt8(ascii: "x"), count: DotenvDocument.sizeLimit - 1)
    let largest = FileContent(comment)
    #expect(try DotenvDocument(parsing: largest).content == largest)
    #expect(throws: DotenvError.tooLarge(bytes: DotenvDocument.sizeLimit + 1)) {
      try DotenvDocument(parsing: FileContent(largest.bytes + [0x0A]))
    }
  }

  @Test(arguments: [
    DotenvError.utf16, .nulByte(line: 3), .tooLarge(bytes: 17_000_000), .invalidName,
    .unwritableValue, .openQuote(line: 4), .severalAssignments(line: 5), .unsafeEdit,
  ])
  func `every error says what it means and what to do`(_ error: DotenvError) {
    let message = error.message(file: "config/.env")
    #expect(message.contains("config/.env"))
    #expect(message.hasSuffix("othing was changed.") || message.hasSuffix("in config/.env."))
    #expect(error.remedy(file: "config/.env").hasSuffix("."))
  }
}
