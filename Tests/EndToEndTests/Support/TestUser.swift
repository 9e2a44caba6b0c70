import Glibc

/// Who runs the tests.
enum TestUser {
  /// Whether it is the administrator.
  static let isRoot = geteuid() == 0
}
