import Ground
import Testing

/// One odd env file, and what it is once `KEY` is set to the token.
///
/// In the template `‹old→new›` stands for `old` before and `new` after, `★` for the token and
/// `⟦FF⟧` for one byte. What stands outside of the brackets is every other byte, which must not
/// change.
struct EnvCase: CustomTestStringConvertible, Sendable {
  static let token = String(repeating: "0123456789abcdef", count: 4)

  let name: String
  let template: String
  /// The value of `KEY` before; nil where it is not set.
  let old: String?

  init(_ name: String, _ template: String, old: String? = nil) {
    self.name = name
    self.template = template
    self.old = old
  }

  var testDescription: String { name }
  var before: FileContent { FileContent(bytes { $0.before }) }
  var after: FileContent { FileContent(bytes { $0.after }) }

  private struct Change {
    var before: Substring
    var after: Substring
  }

  private func bytes(_ side: (Change) -> Substring) -> [UInt8] {
    var text = ""
    var rest = template[...]
    while let open = rest.firstIndex(of: "‹"), let arrow = rest.firstIndex(of: "→"),
      let close = rest.firstIndex(of: "›")
    {
      let change = Change(
        before: rest[rest.index(after: open)..<arrow],
        after: rest[rest.index(after: arrow)..<close]
      )
      text += rest[..<open] + side(change)
      rest = rest[rest.index(after: close)...]
    }
    text += rest
    return Self.rawBytes(
      text.split(separator: "★", omittingEmptySubsequences: false).joined(separator: Self.token)
    )
  }

  /// Puts single bytes in the place of `⟦FF⟧`.
  static func rawBytes(_ text: String) -> [UInt8] {
    var bytes: [UInt8] = []
    var rest = text[...]
    while let open = rest.firstIndex(of: "⟦"), let close = rest.firstIndex(of: "⟧") {
      bytes += rest[..<open].utf8
      bytes += [UInt8(rest[rest.index(after: open)..<close], radix: 16)].compactMap(\.self)
      rest = rest[rest.index(after: close)...]
    }
    return bytes + rest.utf8
  }
}

extension EnvCase {
  static let corpus = plain + quoted + commented + lineEnds + duplicates + data + broken + missing

  private static let plain = [
    EnvCase("one line", "KEY=‹old→★›\n", old: "old"),
    EnvCase("no final newline", "KEY=‹old→★›", old: "old"),
    EnvCase("empty value", "KEY=‹→★›\n", old: ""),
    EnvCase("empty value at the end of the file", "A=1\nKEY=‹→★›", old: ""),
    EnvCase("indented with spaces", "  KEY=‹old→★›\n", old: "old"),
    EnvCase("indented with a tab", "\tKEY=‹old→★›\n", old: "old"),
    EnvCase("blanks around the sign", "KEY = ‹old→★›\n", old: "old"),
    EnvCase("tabs around the sign", "KEY\t=\t‹old→★›\n", old: "old"),
    EnvCase("blank after the sign", "KEY= ‹old→★›\n", old: "old"),
    EnvCase("blanks and no value", "KEY = ‹→★›\n", old: ""),
    EnvCase("blank after the sign and no value", "KEY=‹→★› \n", old: ""),
    EnvCase("trailing blanks", "KEY=‹old→★›  \t\nA=1\n", old: "old"),
    EnvCase("export", "export KEY=‹old→★›\n", old: "old"),
    EnvCase("export and a tab", "export\tKEY=‹old→★›\n", old: "old"),
    EnvCase("export, indented, with blanks", "  export  KEY = ‹old→★›\n", old: "old"),
    EnvCase("a variable named export", "export=1\nKEY=‹old→★›\n", old: "old"),
    EnvCase("placeholder in words", "KEY=‹your key here→★›\n", old: "your key here"),
    EnvCase("placeholder in brackets", "KEY=‹<paste-here>→★›\n", old: "<paste-here>"),
    EnvCase("reference", "KEY=‹${OTHER}→★›\nOTHER=1\n", old: "${OTHER}"),
    EnvCase("value with an equals sign", "KEY=‹a=b==→★›\nA=c=d\n", old: "a=b=="),
    EnvCase("value with a replacement pattern", "A=x$&y$1\nKEY=‹x$&y→★›\n", old: "x$&y"),
    EnvCase("value with a hash inside", "KEY=‹a#b→★›\n", old: "a#b"),
    EnvCase("value that is a hash and letters", "KEY=‹#fff→★›\n", old: "#fff"),
    EnvCase("apostrophe in another value", "A=don't\nKEY=‹old→★›\nB=won't\n", old: "old"),
    EnvCase("apostrophe in the value", "KEY=‹don't→★›\nA=1\n", old: "don't"),
    EnvCase("letters beyond ASCII", "NAME=Zoë\nKEY=‹schlüssel→★›\n", old: "schlüssel"),
    EnvCase("no value but bytes that are not UTF-8", "KEY=‹⟦FF⟧⟦FE⟧→★›\n"),
  ]

  private static let quoted = [
    EnvCase("double quotes", "KEY=\"‹old→★›\"\n", old: "old"),
    EnvCase("single quotes", "KEY='‹old→★›'\n", old: "old"),
    EnvCase("empty double quotes", "KEY=\"‹→★›\"\n", old: ""),
    EnvCase("empty single quotes, no newline", "KEY='‹→★›'", old: ""),
    EnvCase("backticks", "KEY=‹`old`→★›\nA=`x`\n", old: "`old`"),
    EnvCase("escaped quote", "KEY=\"‹a\\\"b→★›\"\nA=\"c\\\"d\"\n", old: "a\"b"),
    EnvCase("escaped newline and backslash", "KEY=\"‹a\\nb\\\\→★›\"\n", old: "a\nb\\"),
    EnvCase(
      "path that ends in a backslash",
      "DIR=\"C:\\dir\\\"\nKEY=‹old→★›\nB=\"x\"\n",
      old: "old"
    ),
    EnvCase("single-quoted path", "DIR='C:\\dir\\'\nKEY=‹old→★›\nB='x'\n", old: "old"),
    EnvCase("other keys' quotes", "A=\"1\"\nB='2'\nC=`3`\nKEY=‹old→★›\nD=\"\"\n", old: "old"),
    EnvCase("hash inside quotes", "KEY=\"‹a # b→★›\" # c\n", old: "a # b"),
    EnvCase("JSON in quotes", "J='{\"KEY\":\"x\",\"b\":[1]}'\nKEY=‹old→★›\n", old: "old"),
    EnvCase("text after the quotes", "KEY=‹\"a\"b→★›\nA=1\n", old: "\"a\"b"),
    EnvCase(
      "value of several lines",
      "KEY=\"‹l1\nA=inside\nl3→★›\"\nB=2\n",
      old: "l1\nA=inside\nl3"
    ),
  ]

  private static let commented = [
    EnvCase("inline comment", "KEY=‹old→★› # keep\n", old: "old"),
    EnvCase("inline comment after a tab", "KEY=‹old→★›\t# keep\n", old: "old"),
    EnvCase("inline comment after quotes", "KEY=\"‹old→★›\" # or \"b\"\n", old: "old"),
    EnvCase("comment directly after quotes", "KEY='‹old→★›'#keep\n", old: "old"),
    EnvCase("comment in the place of the value", "KEY=‹→★› # paste it here\n", old: ""),
    EnvCase("comment directly after the sign", "KEY=‹→★ ›# paste it here\n", old: ""),
    EnvCase("comment after blanks around the sign", "KEY = ‹→★›  # paste\n", old: ""),
    EnvCase("comment after one blank around the sign", "KEY =‹→★› # paste\n", old: ""),
    EnvCase("several hashes after the sign", "KEY=‹→★ ›## paste\n", old: ""),
    EnvCase("comment with quotes", "# it's \"quoted\nKEY=‹old→★›\n# don't\n", old: "old"),
    EnvCase("comment in Latin-1", "# Schl⟦FC⟧ssel\nKEY=‹old→★›\n", old: "old"),
    EnvCase("value that is not UTF-8", "A=⟦FF⟧⟦C3⟧\nKEY=‹old→★›\nB=⟦80⟧\n", old: "old"),
  ]

  private static let lineEnds = [
    EnvCase("CRLF", "A=1\r\nKEY=‹old→★›\r\nB=2\r\n", old: "old"),
    EnvCase("CRLF and a comment", "KEY=‹old→★› # c\r\nB=2", old: "old"),
    EnvCase("CRLF and no value", "KEY=‹→★›\r\nB=2\r\n", old: ""),
    EnvCase("lone CR", "A=1\rKEY=‹old→★›\rB=2\r", old: "old"),
    EnvCase("mixed line ends", "A=1\nKEY=‹old→★›\r\nB=2\rC=3\n", old: "old"),
    EnvCase("two CRs and LF", "KEY=‹old→★›\r\r\nA=1\r\r\n", old: "old"),
    EnvCase("byte order mark", "\u{FEFF}A=1\nKEY=‹old→★›\n", old: "old"),
    EnvCase("byte order mark directly before", "\u{FEFF}KEY=‹old→★›\n", old: "old"),
    EnvCase("blank lines at the end", "KEY=‹old→★›\n\n\n\n", old: "old"),
    EnvCase("blank lines with blanks", "\n  \n\t\nKEY=‹old→★›\n \n", old: "old"),
    EnvCase("several lines in a CRLF file", "P=\"a\r\nKEY=x\r\n\"\r\nKEY=‹old→★›\r\n", old: "old"),
  ]

  private static let duplicates = [
    EnvCase("twice", "KEY=‹1→★›\nA=2\nKEY=‹3→★›\n", old: "3"),
    EnvCase("twice in different spellings", "export KEY='‹1→★›'\nKEY = ‹3→★› # c\n", old: "3"),
    EnvCase("commented out after it", "KEY=‹old→★›\n# KEY=x\n#KEY=y\n", old: "old"),
    EnvCase("longer names", "KEY_OLD=1\nMY_KEY=2\nKEY2=3\nKEY=‹old→★›\nKEY.x=4\n", old: "old"),
    EnvCase("with a sign and with a colon", "KEY: '‹1→★›'\nKEY=‹2→★›\n", old: "2"),
    EnvCase("other case", "key=1\nKey=2\nKEY=‹old→★›\n", old: "old"),
    EnvCase("the name in a value", "A=KEY=1\nB=\"KEY=2\"\nKEY=‹old→★›\n", old: "old"),
    EnvCase("a name with a dash before", "A-B=1\nKEY=‹old→★›\n", old: "old"),
  ]

  private static let data = [
    EnvCase("a line inside double quotes", "P=\"l1\nKEY=in\nend\"\nKEY=‹old→★›\n", old: "old"),
    EnvCase("a line inside single quotes", "P='l1\nKEY=in\nend'\nKEY=‹old→★›\n", old: "old"),
    EnvCase("a line inside backticks", "P=`l1\nKEY=in\nend`\nKEY=‹old→★›\n", old: "old"),
    EnvCase("only inside quotes", "P=\"l1\nKEY=in\nend\"\n‹→KEY=★\n›"),
    EnvCase("escaped quotes over lines", "J=\"{\n \\\"a\\\": \\\"b\\\"\nKEY=in\n}\"\n‹→KEY=★\n›"),
    EnvCase("several lines, then a comment", "P=\"a\nKEY=in\n\" # c \"\nKEY=‹old→★›\n", old: "old"),
    EnvCase("several lines after a colon", "P: \"a\nKEY=in\n\"\nKEY=‹old→★›\n", old: "old"),
    EnvCase("several lines for a shell", "declare -x P=\"a\nKEY=in\n\"\nKEY=‹old→★›\n", old: "old"),
    EnvCase(
      "certificate",
      "C=\"-----BEGIN-----\nMIIB+/==\n-----END-----\"\nKEY=‹old→★›\n",
      old: "old"
    ),
  ]

  private static let broken = [
    EnvCase("quote never closed before it", "X=\"abc\nKEY=‹old→★›\nB=2\n", old: "old"),
    EnvCase("quote never closed, then quotes", "X=\"abc\nKEY=\"‹old→★›\"\nB=2\n", old: "old"),
    EnvCase("quote never closed in it", "KEY=‹\"old→★›\nB=2\n", old: "\"old"),
    EnvCase("quote never closed after it", "KEY=‹old→★›\nX='abc\n", old: "old"),
    EnvCase("lines without a sign", "hello\nKEY=‹old→★›\nworld\n", old: "old"),
    EnvCase("shell lines", "set -a\n. ./other\nKEY=‹old→★›\n[ -n \"$X\" ] && Y=1\n", old: "old"),
    EnvCase("backslash before it", "A=x\\\nKEY=‹old→★›\n", old: "old"),
    EnvCase("a sign without a name", "=1\nKEY=‹old→★›\n", old: "old"),
  ]

  private static let missing = [
    EnvCase("empty file", "‹→KEY=★\n›"),
    EnvCase("only a newline", "\n‹→KEY=★\n›"),
    EnvCase("only a byte order mark", "\u{FEFF}‹→# NAME=value\nKEY=★\n›"),
    EnvCase("byte order mark and a comment", "\u{FEFF}# c\n‹→# NAME=value\nKEY=★\n›"),
    EnvCase("missing after a byte order mark", "\u{FEFF}A=1‹→\nKEY=★\n›"),
    EnvCase("missing", "A=1\n‹→KEY=★\n›"),
    EnvCase("missing, no final newline", "A=1‹→\nKEY=★\n›"),
    EnvCase("missing in a CRLF file", "A=1\r\nB=2‹→\r\nKEY=★\r\n›"),
    EnvCase("missing in a CR file", "A=1\rB=2\r‹→\nKEY=★\n›"),
    EnvCase("missing in a CR file, no final CR", "A=1\rB=2‹→\nKEY=★\n›"),
    EnvCase("missing in a CR file, before a line that joins", "A=1\r‹→\nKEY=★\n›hello\r"),
    EnvCase("missing in a file of one CR", "\r‹→\nKEY=★\n›"),
    EnvCase("missing after a lone CR in an LF file", "A=1\nB=2\n\nC=3\r‹→\nKEY=★\n›"),
    EnvCase("missing, blank lines at the end", "A=1\n\n\n‹→KEY=★\n›"),
    EnvCase("only commented out", "A=1\n# KEY=old\n‹→KEY=★\n›"),
    EnvCase("only commented out, indented", "A=1\n  # KEY=old\n‹→KEY=★\n›"),
    EnvCase("only commented out, indented, no final newline", "A=1\n\t# KEY=old‹→\nKEY=★\n›"),
    EnvCase("only commented out, after a note", "A=1\n  # note\n  #KEY=old\n‹→KEY=★\n›"),
    EnvCase("only commented out, after a word", "A=1\nhello\n# KEY=old\n‹→KEY=★\n›"),
    EnvCase("only blanks", "   ‹→\nKEY=★\n›"),
    EnvCase("only blanks and a tab in two lines", "  \n‹→KEY=★\n›\t"),
    EnvCase("only a tab", "‹→KEY=★\n›\t"),
    EnvCase("blanks in the second line", "\n‹→KEY=★\n›  \n"),
    EnvCase("blanks before the first comment", "  \n# c\n‹→KEY=★\n›"),
    EnvCase("only a longer name", "KEY_OLD=1‹→\nKEY=★\n›"),
    EnvCase("only with a colon", "‹→KEY=★\n›KEY: ‹old→★›\n"),
    EnvCase("only with a colon, without a value", "A=1\n‹→KEY=★\n›KEY: ‹→★ ›# c\n"),
    EnvCase("last line of blanks", "A=1\n\n‹→KEY=★\n›  "),
    EnvCase("last line an indented comment", "A=1\n‹→KEY=★\n›\t# c\n"),
    EnvCase("last line ends in a backslash", "A=1\n‹→KEY=★\n›B=x\\\n"),
    EnvCase("last lines end in a backslash", "A=1\n‹→KEY=★\n›B=x\\\nC=y\\"),
    EnvCase("backslash after a byte order mark", "\u{FEFF}B=x\\\n‹→\nKEY=★\n›"),
    EnvCase("missing with a quote never closed", "A=1\n‹→KEY=★\n›X=\"abc\nB=2\n"),
    EnvCase("quote never closed in the first line", "‹→KEY=★\n›X='abc"),
    EnvCase("last line without a sign", "A=1\n‹→KEY=★\n›hello\n# c\n"),
  ]
}
