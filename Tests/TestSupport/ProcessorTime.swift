#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

/// The time that a piece of work takes of the processor, which does not depend on what else runs.
package enum ProcessorTime {
  /// How many times as long the large work takes as the small one.
  package static func ratio(small: () -> Void, large: () -> Void) -> Double {
    // The first run of either makes tables that stay.
    small()
    return seconds(large) / max(seconds(small), 1e-9)
  }

  private static func seconds(_ work: () -> Void) -> Double {
    let start = now()
    work()
    return now() - start
  }

  private static func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
