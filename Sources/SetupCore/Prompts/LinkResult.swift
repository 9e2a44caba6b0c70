/// How an attempt to open a page or to use the clipboard ended.
package enum LinkResult: Equatable, Sendable {
  /// The tool was started; whether it worked cannot be known.
  case attempted
  /// There is no tool for it, or it failed, with the reason.
  case failed(String)
}
