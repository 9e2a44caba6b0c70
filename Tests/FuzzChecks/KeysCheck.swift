import Ground
import SetupCore
import TerminalUI

/// Sends the bytes to the decoder, whole and in pieces.
enum KeysCheck {
  static func run(_ bytes: [UInt8]) throws {
    guard bytes.count > 1 else { return }
    let input = Array(bytes.dropFirst())
    let whole = decode([input])
    let pieces = decode(split(input, by: Int(bytes[0])))
    for inputs in [whole, pieces] {
      try Violation.unless(inputs.count <= input.count, "More came out than went in.")
    }
    // Within text that arrives together this byte is text, alone it begins a sequence (CSI).
    guard !input.contains(0x9B) else { return try staysAwake(after: input) }
    try Violation.unless(
      Self.commands(whole) == Self.commands(pieces),
      "Another cut of the same bytes is another command."
    )
    try staysAwake(after: input)
  }

  /// Whatever was sent before, a pause and Ctrl-C arrive.
  private static func staysAwake(after input: [UInt8]) throws {
    var decoder = KeyDecoder()
    _ = decoder.decode(input)
    while decoder.silence != nil { _ = decoder.settle() }
    try Violation.unless(
      decoder.decode([0x03]) == [.key(.control("c"))],
      "The decoder is deaf after a pause."
    )
  }

  private static func decode(_ reads: [[UInt8]]) -> [DecodedInput] {
    var decoder = KeyDecoder()
    var inputs: [DecodedInput] = []
    for read in reads { inputs += decoder.decode(read) }
    while decoder.silence != nil { inputs += decoder.settle() }
    return inputs
  }

  private static func split(_ input: [UInt8], by choice: Int) -> [[UInt8]] {
    let length = choice % 7 + 1
    return stride(from: 0, to: input.count, by: length).map {
      Array(input[$0..<min($0 + length, input.count)])
    }
  }

  /// What acts: text may be keys or a paste by how it arrives, and both land in a field.
  private static func commands(_ inputs: [DecodedInput]) -> [DecodedInput] {
    inputs.filter { input in
      switch input {
      case .key(.character), .key(.enter), .key(.tab), .paste, .morePaste: false
      case .key, .focus, .mouse: true
      }
    }
  }
}
