#if !LIBFUZZER
/// Makes inputs out of others; the same seed makes the same ones.
struct Mutator {
  private var state: UInt64
  private let inputs: [[UInt8]]

  init(seed: UInt64, inputs: [[UInt8]]) {
    state = seed
    self.inputs = inputs.isEmpty ? [[]] : inputs
  }

  /// Gives an input of the collection with one to eight changes, or the beginning of one and the end
  /// of another.
  mutating func next() -> [UInt8] {
    var bytes = inputs[number(below: inputs.count)]
    if number(below: 4) == 0 {
      let other = inputs[number(below: inputs.count)]
      bytes =
        Array(bytes.prefix(number(below: bytes.count + 1)))
        + other.suffix(number(below: other.count + 1))
    }
    for _ in 0...number(below: 8) { change(&bytes) }
    return bytes
  }

  private mutating func change(_ bytes: inout [UInt8]) {
    let place = number(below: bytes.count + 1)
    switch number(below: 4) {
    case 0: bytes.insert(byte(), at: place)
    case 1 where place < bytes.count: bytes[place] = byte()
    case 2 where place < bytes.count: bytes.remove(at: place)
    default:
      let piece = bytes.dropFirst(place).prefix(number(below: 32))
      bytes.insert(contentsOf: piece, at: number(below: bytes.count + 1))
    }
  }

  private mutating func byte() -> UInt8 { UInt8(truncatingIfNeeded: number(below: 256)) }

  private mutating func number(below limit: Int) -> Int {
    // SplitMix64.
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((mixed ^ (mixed >> 31)) % UInt64(max(limit, 1)))
  }
}
#endif
