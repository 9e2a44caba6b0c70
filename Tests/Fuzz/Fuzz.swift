import FuzzChecks

#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

/// What is fed, by the variable FUZZ_TARGET: every argument belongs to libFuzzer.
private let target: FuzzTarget = {
  let name = getenv("FUZZ_TARGET").map { String(cString: $0) } ?? ""
  guard let target = FuzzTarget(rawValue: name) else {
    let names = FuzzTarget.allCases.map(\.rawValue).joined(separator: ", ")
    print("FUZZ_TARGET has to be one of: \(names)")
    exit(64)
  }
  return target
}()

/// Ends the program as a crash does where something did not hold, so that the input is kept.
private func feed(_ bytes: [UInt8]) {
  if let sentence = target.violation(bytes) { fatalError(sentence) }
}

#if LIBFUZZER

/// What libFuzzer, which brings the program's `main`, calls for each input
/// (https://llvm.org/docs/LibFuzzer.html): `FUZZ_TARGET=keys fuzz [OPTION…] [FOLDER…]`.
@_cdecl("LLVMFuzzerTestOneInput")
public func takeInput(_ data: UnsafePointer<UInt8>?, _ size: Int) -> CInt {
  feed(Array(UnsafeBufferPointer(start: data, count: size)))
  return 0
}
#else

/// Searches with mutations of its own where the toolchain lacks libFuzzer:
/// `FUZZ_TARGET=keys fuzz SEED SECONDS CRASH-FILE INPUT…`.
@main enum Fuzz {
  static func main() {
    let arguments = CommandLine.arguments
    guard arguments.count > 4, let seed = UInt64(arguments[1]), let seconds = Int(arguments[2])
    else {
      print("usage: FUZZ_TARGET=TARGET fuzz SEED SECONDS CRASH-FILE INPUT…")
      exit(64)
    }
    print("seed \(seed)")
    var mutator = Mutator(seed: seed, inputs: arguments.dropFirst(4).compactMap(contents))
    let end = ContinuousClock.now + .seconds(seconds)
    var count = 0
    while ContinuousClock.now < end {
      let bytes = mutator.next()
      // Written before it is tried: a crash leaves no time for it.
      write(bytes, to: arguments[3])
      feed(bytes)
      count += 1
    }
    unlink(arguments[3])
    print("\(count) inputs, nothing found")
  }

  private static func contents(_ path: String) -> [UInt8]? {
    guard let file = fopen(path, "rb") else { return nil }
    defer { fclose(file) }
    var bytes = [UInt8](repeating: 0, count: 1 << 16)
    let count = fread(&bytes, 1, bytes.count, file)
    return Array(bytes.prefix(count))
  }

  private static func write(_ bytes: [UInt8], to path: String) {
    guard let file = fopen(path, "wb") else { return }
    fwrite(bytes, 1, bytes.count, file)
    fclose(file)
  }
}
#endif
