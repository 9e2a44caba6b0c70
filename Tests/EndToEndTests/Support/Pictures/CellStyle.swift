/// How a cell of a terminal looks, as `SGR` sequences set it (ECMA-48, 8.3.117).
struct CellStyle: Hashable {
  /// A number of xterm's palette of 256 colours, nil for the terminal's own.
  var foreground: UInt8?
  var background: UInt8?
  var isBold = false
  var isDim = false
  var isUnderlined = false
  var isReversed = false

  /// A sequence that says something which a picture would not show.
  struct NotUnderstood: Error, Equatable {
    let parameters: String
  }

  /// Takes the parameters of one sequence, `0;1;38;5;31`.
  mutating func apply(_ parameters: String) throws(NotUnderstood) {
    var codes = parameters.split(separator: ";", omittingEmptySubsequences: false)
      .map { $0.isEmpty ? 0 : Int($0) ?? -1 }[...]
    while let code = codes.popFirst() {
      switch code {
      case 0: self = CellStyle()
      case 1: isBold = true
      case 2: isDim = true
      case 4: isUnderlined = true
      case 7: isReversed = true
      case 22: (isBold, isDim) = (false, false)
      case 24: isUnderlined = false
      case 27: isReversed = false
      case 30...37, 90...97: foreground = Self.basic(code)
      case 40...47, 100...107: background = Self.basic(code - 10)
      case 39: foreground = nil
      case 49: background = nil
      case 38, 48:
        guard codes.popFirst() == 5, let number = codes.popFirst().flatMap(UInt8.init(exactly:))
        else { throw NotUnderstood(parameters: parameters) }
        if code == 38 { foreground = number } else { background = number }
      default: throw NotUnderstood(parameters: parameters)
      }
    }
  }

  /// The sequence that sets this style, whatever was set before.
  var sequence: String {
    var codes = ["0"]
    if isBold { codes.append("1") }
    if isDim { codes.append("2") }
    if isUnderlined { codes.append("4") }
    if isReversed { codes.append("7") }
    if let foreground { codes.append("38;5;\(foreground)") }
    if let background { codes.append("48;5;\(background)") }
    return "\u{1B}[\(codes.joined(separator: ";"))m"
  }

  private static func basic(_ code: Int) -> UInt8 {
    UInt8(code < 90 ? code - 30 : code - 90 + 8)
  }
}
