/// How many columns of a terminal a text takes, and cutting, padding and wrapping by columns.
///
/// East Asian ambiguous characters count as one column, as every common terminal draws them
/// outside East Asian locales.
package enum DisplayWidth {
  /// Gives the columns of one scalar by itself: 0, 1 or 2.
  package static func of(_ scalar: Unicode.Scalar) -> Int {
    if scalar.value >= 0x20 && scalar.value < 0x7F { return 1 }
    if isZeroWidth(scalar) { return 0 }
    return isWide(scalar) ? 2 : 1
  }

  /// Gives the columns of one character as a reader sees it: an emoji sequence counts once.
  package static func of(_ character: Character) -> Int {
    if let ascii = character.asciiValue { return ascii >= 0x20 && ascii < 0x7F ? 1 : 0 }
    if isEmojiSequence(character) { return 2 }
    return character.unicodeScalars.reduce(0) { $0 + of($1) }
  }

  /// Gives the columns of a text.
  package static func of(_ text: some StringProtocol) -> Int {
    text.reduce(0) { $0 + of($1) }
  }

  /// Scalars that draw nothing by themselves: controls, marks, joiners, the second and third
  /// part of a Hangul syllable.
  private static func isZeroWidth(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0xAD: return false
    case 0x1160...0x11FF, 0xD7B0...0xD7FF: return true
    default:
      return switch scalar.properties.generalCategory {
      case .control, .nonspacingMark, .enclosingMark: true
      // The signs before an Arabic number are format characters that do draw.
      case .format: isInvisibleFormat(scalar)
      case .lineSeparator, .paragraphSeparator: true
      default: false
      }
    }
  }

  /// A character that only directs how others are drawn: beside those that Unicode calls
  /// ignorable, the marks around an annotation and the joiners of hieroglyphs.
  package static func isInvisibleFormat(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0xFFF9...0xFFFB, 0x13430...0x1345F: true
    default: scalar.properties.isDefaultIgnorableCodePoint
    }
  }

  private static func isWide(_ scalar: Unicode.Scalar) -> Bool {
    if isRegionalIndicator(scalar) { return false }
    return scalar.properties.isEmojiPresentation
      || wideRanges.contains { $0.contains(scalar.value) }
  }

  /// Half a flag.
  private static func isRegionalIndicator(_ scalar: Unicode.Scalar) -> Bool {
    (0x1F1E6...0x1F1FF).contains(scalar.value)
  }

  /// Several scalars that a terminal draws as one picture of two columns.
  private static func isEmojiSequence(_ character: Character) -> Bool {
    let scalars = character.unicodeScalars
    guard scalars.count > 1, let first = scalars.first, first.properties.isEmoji else {
      return false
    }
    return scalars.dropFirst().contains {
      // Variation selector 16, zero width joiner, second half of a flag, skin tone.
      $0.value == 0xFE0F || $0.value == 0x200D || isRegionalIndicator($0)
        || $0.properties.isEmojiModifier
    }
  }

  /// The wide and fullwidth characters of Unicode's EastAsianWidth.txt that are no emoji, and the
  /// hexagrams, which the C library counts as wide too; gaps without characters are closed.
  private static let wideRanges: [ClosedRange<UInt32>] = [
    0x1100...0x115F,
    0x2329...0x232A,
    0x2E80...0x303E,
    0x3041...0xA4C6,
    0xA960...0xA97C,
    0xAC00...0xD7A3,
    0xF900...0xFAD9,
    0xFE10...0xFE19,
    0xFE30...0xFE6B,
    0xFF01...0xFF60,
    0xFFE0...0xFFE6,
    0x16FE0...0x18D08,
    0x1AFF0...0x1B2FB,
    0x1F200...0x1F265,
    0x20000...0x3FFFD,
  ]
}
