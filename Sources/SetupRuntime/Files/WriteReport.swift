import SetupCore
package import SystemPackage

/// How a file was written.
package struct WriteReport: Equatable, Sendable {
  /// Why the bytes were written into the existing file, after a copy was safe on disk; nil where a
  /// new file took the old one's place in one step.
  package var inPlace: InPlaceReason?
  /// The permission bits that the file has, where the file system keeps other ones than were meant.
  package var otherMode: UInt32?

  /// A new file took the old one's place in one step.
  package static let replaced = WriteReport()

  /// The bytes were written into the existing file.
  package static func inPlace(_ reason: InPlaceReason) -> WriteReport {
    WriteReport(inPlace: reason)
  }

  /// What was special about it, a sentence each.
  ///
  /// - Parameter path: The file, as the user knows it.
  /// - Returns: The sentences.
  package func remarks(_ path: String) -> [String] {
    var remarks: [String] = []
    if let inPlace { remarks.append("\(path) was written in place: \(inPlace.explanation).") }
    if let otherMode {
      remarks.append(
        "The file system keeps no permissions of its own: files here have mode "
          + "\(PermissionBits.octal(otherMode))."
      )
    }
    return remarks
  }
}

/// Why replacing a file would have lost something.
package enum InPlaceReason: Equatable, Sendable {
  /// The file has this many names; replacing it would part them.
  case hardLinks(UInt64)
  /// The file is mounted by itself, so that its folder cannot exchange it.
  case mounted
  /// The file belongs to another user or group, which only the existing file can keep.
  case owner
  /// The file carries labels or access rules that could not be copied.
  case attributes
  /// The system refused to exchange the file, with its reason.
  case refused(Errno)

  /// The reason as the second half of a sentence: "was written in place because …".
  package var explanation: String {
    switch self {
    case .hardLinks(let count): "it has \(count) names (hard links), which stay together this way"
    case .mounted: "it is mounted by itself, as in a container"
    case .owner: "it belongs to another user or group, which it keeps this way"
    case .attributes: "it has access rules or labels that a new file could not take over"
    case .refused(let reason): "the system would not exchange it (\(reason.description))"
    }
  }
}

/// The permission bits that a written file gets.
package enum FileModeRule: Equatable, Sendable {
  /// These bits, but of an existing file none that it does not have already, and of a new file
  /// none that the process's mask takes from group and others; the owner's stay whatever the mask.
  case narrowed(to: UInt32)
  /// Exactly these bits: for putting back what was there before.
  case exactly(UInt32)

  func bits(existing: UInt32?) -> UInt32 {
    switch self {
    case .narrowed(let mode): mode & (existing ?? ~(ProcessMask.current & 0o077))
    case .exactly(let mode): mode
    }
  }
}
