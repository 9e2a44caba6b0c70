extension String {
  /// Whether a terminal can take no character of it for an order, and none changes the direction.
  var isDrawn: Bool {
    unicodeScalars.allSatisfy { scalar in
      switch scalar.properties.generalCategory {
      case .control, .lineSeparator, .paragraphSeparator: false
      default: !Self.directions.contains(scalar.value)
      }
    }
  }

  /// Controls of the bidirectional algorithm (UAX #9 section 2).
  private static let directions: Set<UInt32> = [
    0x061C, 0x200E, 0x200F, 0x202A, 0x202B, 0x202C, 0x202D, 0x202E, 0x2066, 0x2067, 0x2068, 0x2069,
  ]
}
