#if canImport(Darwin)
internal import Darwin
#else
internal import Glibc
#endif

/// The signals that end the program where nothing else is done about them.
enum EndingSignals {
  /// Makes them end process 1, too: the kernel spares the first process of a container from signals
  /// that it does not handle (pid_namespaces(7)).
  static func begin() {
    guard getpid() == 1 else { return }
    for number in [SIGINT, SIGTERM, SIGHUP, SIGQUIT]
    where action(of: number) == address(of: SIG_DFL) {
      reset(number)
    }
  }

  /// Lets a signal end the program again; may be called by a handler.
  static func reset(_ number: Int32) {
    // The exit code is the one that a shell gives a program that a signal has ended.
    let ending: @convention(c) (Int32) -> Void = { _exit(128 + $0) }
    if getpid() == 1 { signal(number, ending) } else { signal(number, SIG_DFL) }
  }

  /// Whether whoever started the program meant it to go on, as `nohup` does.
  static func isIgnored(_ number: Int32) -> Bool { action(of: number) == address(of: SIG_IGN) }

  private static func action(of number: Int32) -> Int {
    var action = sigaction()
    sigaction(number, nil, &action)
    #if canImport(Darwin)
    return address(of: action.__sigaction_u.__sa_handler)
    #else
    return address(of: action.__sigaction_handler.sa_handler)
    #endif
  }

  private static func address(of handler: (@convention(c) (Int32) -> Void)?) -> Int {
    unsafeBitCast(handler, to: Int.self)
  }
}
