package import Testing

#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

extension Trait where Self == ConditionTrait {
  /// A test for which root has to prepare something that no other user can.
  ///
  /// Without root it is left out on a developer's machine; under CI it runs and fails.
  package static var needsRoot: ConditionTrait {
    .enabled(if: geteuid() == 0 || getenv("CI") != nil, "needs root to prepare it")
  }
}
