import SetupCore

/// The bytes that hand a text to a terminal's clipboard: OSC 52 of the xterm control sequences.
enum ClipboardSequence {
  /// The longest text in bytes: with base64 it stays under 100,000 bytes, where terminals begin to cut.
  static let limit = 74_994
  /// GNU screen before 4.2 takes no longer string than 256 bytes.
  private static let screenPiece = 240

  /// Gives the bytes; nil for a text that is too long, empty, or holds control characters and would so
  /// act as keys where it is pasted.
  static func bytes(_ text: String, through multiplexer: Multiplexer) -> [UInt8]? {
    let isPlain = text.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control }
    guard !text.isEmpty, text.utf8.count <= limit, isPlain else { return nil }
    let content = Array("\u{1B}]52;c;".utf8) + base64(Array(text.utf8))
    let sequence = content + [0x07]
    return switch multiplexer {
    case .none: sequence
    // By itself for `set-clipboard on`, wrapped for `allow-passthrough on`: tmux drops what it may not do.
    case .tmux: sequence + Array("\u{1B}Ptmux;\u{1B}".utf8) + sequence + Array("\u{1B}\\".utf8)
    case .screen:
      pieces(of: sequence).flatMap { Array("\u{1B}P".utf8) + $0 + Array("\u{1B}\\".utf8) }
    }
  }

  private static func pieces(of bytes: [UInt8]) -> [ArraySlice<UInt8>] {
    stride(from: 0, to: bytes.count, by: screenPiece).map {
      bytes[$0..<min($0 + screenPiece, bytes.count)]
    }
  }

  private static let alphabet = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8
  )

  /// RFC 4648 section 4, with padding.
  private static func base64(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      let bits = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
      for index in 0..<4 {
        result.append(
          index <= group.count ? alphabet[bits >> (18 - 6 * index) & 63] : UInt8(ascii: "=")
        )
      }
    }
    return result
  }
}
