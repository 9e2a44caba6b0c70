import CNcurses
import Ground
import SetupCore

/// Neighbouring cells of one role.
struct CellRun: Equatable {
  var column: Int
  var scalars: [UInt32]
  var role: Role

  /// The text of the cells.
  var text: String {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars.lazy.compactMap(Unicode.Scalar.init))
    return String(text)
  }
}

/// Puts the spans of a row into cells: clips at the edge and replaces what the terminal cannot show.
///
/// Of every character only that is drawn of whose width the C library and terminals are of one mind: joined
/// emoji are cut to their first, variation selectors and skin tones are dropped. Spaces fill up to the
/// columns that `DisplayWidth` gave it, so that what stands behind keeps its place.
struct RowLayout {
  let columns: Int
  let symbols: SymbolSet

  private var runs: [CellRun] = []
  private var column = 0

  static func runs(of row: [Span], columns: Int, symbols: SymbolSet) -> [CellRun] {
    var layout = RowLayout(columns: columns, symbols: symbols)
    layout.append(row)
    return layout.runs
  }

  private init(columns: Int, symbols: SymbolSet) {
    self.columns = columns
    self.symbols = symbols
  }

  private mutating func append(_ row: [Span]) {
    var rest = row.flatMap { span in span.text.map { (character: $0, role: span.role) } }[...]
    while let next = rest.popFirst() {
      let glyph = Glyph(next.character, symbols: symbols)
      guard column + glyph.width <= columns else { return }
      append(glyph, role: next.role)
      if symbols != .unicode, next.character == "…" {
        let blanks = rest.prefix(2).prefix { $0.character == " " }.count
        let isFree = rest.isEmpty || blanks == 2
        let hasRoom = isFree && column + 2 <= columns
        if hasRoom { widenEllipsis(role: next.role) }
        if hasRoom { rest = rest.dropFirst(2) }
      }
    }
  }

  /// Makes "..." of the one column an ellipsis got, where the two after it are free.
  private mutating func widenEllipsis(role: Role) {
    runs[runs.count - 1].scalars.removeLast()
    column -= 1
    for _ in 0..<3 { append(Glyph(ascii: "."), role: role) }
  }

  private mutating func append(_ glyph: Glyph, role: Role) {
    // A combining mark needs a cell to stand on.
    guard glyph.width > 0 || column > 0 else { return }
    if runs.last?.role != role {
      runs.append(CellRun(column: column, scalars: [], role: role))
    }
    runs[runs.count - 1].scalars += glyph.scalars
    column += glyph.width
  }
}

/// A character as the terminal is to show it.
private struct Glyph {
  var scalars: [UInt32]
  var width: Int

  private static let space = UInt32(UInt8(ascii: " "))
  private static let replacement = UInt32(UInt8(ascii: "?"))
  /// A curses cell holds one scalar and up to this many marks.
  private static let marksPerCell = 4

  init(_ character: Character, symbols: SymbolSet) {
    switch symbols {
    case .unicode: self.init(character)
    case .ascii: self.init(ascii: character)
    case .asciiSymbols:
      let hasStandIn =
        character.unicodeScalars.count == 1
        && character.unicodeScalars.first.flatMap { ASCIIForm.sign(for: $0) } != nil
      if hasStandIn { self.init(ascii: character) } else { self.init(character) }
    }
  }

  private init(_ character: Character) {
    scalars = []
    width = 0
    var marks = 0
    for scalar in character.unicodeScalars {
      if scalar == "\u{200D}" { break }
      let columns = Int(cnc_width(scalar.value))
      let counted = DisplayWidth.of(scalar)
      // Newer than one of the two tables, and so than many terminals.
      if columns < 0, counted == 0, scalar.properties.generalCategory != .control { continue }
      if columns < counted || columns < 0 {
        scalars.append(Self.replacement)
        width += 1
      } else if !Self.isSkipped(scalar, columns: columns, isFirst: scalars.isEmpty, marks: marks) {
        scalars.append(scalar.value)
        width += columns
        marks = columns == 0 ? marks + 1 : 0
      }
    }
    let missing = DisplayWidth.of(character) - width
    guard missing > 0 else { return }
    scalars += Array(repeating: Self.space, count: missing)
    width += missing
  }

  /// The same in ASCII, as wide as before.
  fileprivate init(ascii character: Character) {
    self.init(character)
    let first = character.unicodeScalars.first
    if width == 1, let first, let standIn = ASCIIForm.sign(for: first) {
      scalars = [standIn.value]
    } else {
      scalars = Array(repeating: Self.replacement, count: width)
    }
  }

  private static func isSkipped(
    _ scalar: Unicode.Scalar,
    columns: Int,
    isFirst: Bool,
    marks: Int
  ) -> Bool {
    if columns == 0 { return marks == marksPerCell || scalar.properties.isVariationSelector }
    return !isFirst && scalar.properties.isEmojiModifier
  }
}
