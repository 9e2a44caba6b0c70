/// Looks for bytes in files, quickly enough for a whole tree.
enum ByteSearch {
  /// Whether the bytes hold a word, written in either case.
  static func contains(_ bytes: [UInt8], lowercased word: [UInt8]) -> Bool {
    let count = word.count
    guard bytes.count >= count else { return false }
    return bytes.withUnsafeBufferPointer { buffer in
      // The middle letter is rare: `tt` is looked for first.
      let last = buffer.count - count
      var index = 0
      let rare = word[1]
      while index <= last {
        if buffer[index + 1] | 0x20 == rare {
          var offset = 0
          while offset < count, buffer[index + offset] | 0x20 == word[offset] { offset += 1 }
          if offset == count { return true }
        }
        index += 1
      }
      return false
    }
  }

  /// Names to look for all at once: `client'` is one before a quote, `client ` one before ` import`.
  struct Names: Sendable {
    private var hashes: Set<UInt64> = []

    init(_ names: Set<String>) {
      for name in names { hashes.insert(Self.hash(Array(name.utf8)[...])) }
    }

    private static func hash(_ bytes: ArraySlice<UInt8>) -> UInt64 {
      bytes.reduce(14_695_981_039_346_656_037) { ($0 ^ UInt64($1)) &* 1_099_511_628_211 }
    }

    /// Whether the bytes hold one of them.
    func isIn(_ bytes: [UInt8]) -> Bool {
      bytes.withUnsafeBufferPointer { buffer in
        var index = 0
        let count = buffer.count
        while index < count {
          guard ByteSearch.isNameByte(buffer[index]) else {
            index += 1
            continue
          }
          let start = index
          var hash: UInt64 = 14_695_981_039_346_656_037
          while index < count, ByteSearch.isNameByte(buffer[index]) {
            hash = (hash ^ UInt64(buffer[index])) &* 1_099_511_628_211
            index += 1
          }
          if hashes.contains(hash) { return true }
          guard index < count else { return false }
          let next = buffer[index]
          if next == 0x22 || next == 0x27 {
            // The name of a file may hold dashes and dots.
            var first = start
            while first > 0,
              ByteSearch.isNameByte(buffer[first - 1]) || buffer[first - 1] == 0x2D
                || buffer[first - 1] == 0x2E,
              !(buffer[first - 1] == 0x2E
                && (first < 2 || buffer[first - 2] == 0x2F || buffer[first - 2] == 0x2E))
            {
              first -= 1
            }
            var file: UInt64 = 14_695_981_039_346_656_037
            for place in first..<index {
              file = (file ^ UInt64(buffer[place])) &* 1_099_511_628_211
            }
            if hashes.contains((file ^ 0x27) &* 1_099_511_628_211) { return true }
          } else if next == 0x20, index + 1 < count, buffer[index + 1] == 0x69 {
            if hashes.contains((hash ^ 0x20) &* 1_099_511_628_211) { return true }
          }
        }
        return false
      }
    }
  }

  /// Whether the bytes hold a name as a whole word.
  static func contains(_ bytes: [UInt8], _ word: [UInt8]) -> Bool {
    let count = word.count
    guard count > 0, bytes.count >= count else { return false }
    return bytes.withUnsafeBufferPointer { buffer in
      let last = buffer.count - count
      let first = word[0]
      var index = 0
      while index <= last {
        if buffer[index] == first {
          var offset = 1
          while offset < count, buffer[index + offset] == word[offset] { offset += 1 }
          if offset == count, index == 0 || !isNameByte(buffer[index - 1]),
            index == last || !isNameByte(buffer[index + count])
          {
            return true
          }
        }
        index += 1
      }
      return false
    }
  }

  @inline(__always)
  static func isNameByte(_ byte: UInt8) -> Bool {
    (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A || byte == 0x5F || byte >= 0x30 && byte <= 0x39
  }

  /// Whether the text has lines such as no person writes.
  static func looksMinified(_ bytes: [UInt8]) -> Bool {
    guard bytes.count > 20_000 else { return false }
    var lines = 1
    for byte in bytes where byte == 0x0A { lines += 1 }
    return bytes.count / lines > 1_000
  }
}
