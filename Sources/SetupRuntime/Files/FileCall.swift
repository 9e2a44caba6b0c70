package import SystemPackage

/// The system calls that touch files, by name.
package enum FileCall: String, CaseIterable, Sendable {
  case open
  case read
  case status
  case readLink
  case realPath
  case access
  case list
  case lock
  case write
  case truncate
  case changeOwner
  case copyAttributes
  case changeMode
  case synchronize
  case rename
  case remove
  case makeFolder
  case removeFolder
  case close
}

/// What a test lets happen in place of a system call.
package enum FileFault: Equatable, Sendable {
  /// The call fails with this reason; a call that a signal interrupted is made again.
  case error(Errno)
  /// A read or a write handles one byte; every other call is made as it is.
  case short
  /// The call says that it was done, and nothing is; for calls without a result.
  case ignored
}
