/// A place in an env file, in half the room of an `Int`: no file that is read has 4 GiB, and there may be a
/// million places.
@propertyWrapper struct DotenvPlace: Equatable, Sendable {
  private var stored: UInt32

  init(wrappedValue: Int) {
    stored = UInt32(wrappedValue)
  }

  var wrappedValue: Int {
    get { Int(stored) }
    set { stored = UInt32(newValue) }
  }
}

/// The places of neighbouring bytes in an env file, in half the room of a `Range<Int>`.
@propertyWrapper struct DotenvPlaces: Equatable, Sendable {
  @DotenvPlace private var start: Int
  @DotenvPlace private var end: Int

  init(wrappedValue: Range<Int>) {
    start = wrappedValue.lowerBound
    end = wrappedValue.upperBound
  }

  var wrappedValue: Range<Int> {
    get { start..<end }
    set { self = DotenvPlaces(wrappedValue: newValue) }
  }
}
