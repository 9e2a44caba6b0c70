import Ground
import SetupCore
import SystemPackage

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

/// Why the journal could not be used.
package enum UndoError: Error, Equatable, Sendable {
  /// There is neither a home folder nor an `XDG_STATE_HOME`.
  case noPlace
  /// Nothing was recorded that could be undone.
  case empty
  /// The journal's folder or a file in it could not be read or written; why.
  case unusable(path: String, reason: String)

  /// What happened, in a sentence for the user.
  package var message: String {
    switch self {
    case .noPlace: "There is no home folder to keep the undo journal in."
    case .empty: "There is no run that could be undone."
    case .unusable(let path, let reason): "The undo journal at \(path) cannot be used: \(reason)"
    }
  }
}

/// Keeps what the last ten runs changed, so that `undo` can put it back.
///
/// One JSON file a run in `$XDG_STATE_HOME/attio-setup/`, mode 0600 in a folder of mode 0700. It
/// holds old values, never a new one.
package struct UndoJournal: Sendable {
  /// How many runs are kept.
  package static let keptRuns = 10

  /// The absolute path of the folder; nil where the user has no home.
  package let folder: String?
  private let files: AtomicFile

  /// Finds the place by `XDG_STATE_HOME` (a relative one does not count) and the home folder.
  package init(environment: [String: String], home: String, files: AtomicFile = AtomicFile()) {
    self.files = files
    if let state = environment["XDG_STATE_HOME"], state.hasPrefix("/") {
      folder = FilePath(state).appending("attio-setup").string
    } else {
      folder =
        home.hasPrefix("/") ? FilePath(home).appending(".local/state/attio-setup").string : nil
    }
  }

  /// Writes a record down, safe on disk, and forgets the oldest beyond the last ten.
  func keep(_ record: UndoRecord) throws(UndoError) {
    let folder = try preparedFolder()
    let path = FilePath(folder).appending(Self.fileName(record.id)).string
    try usable(path) {
      let bytes = Array(try JSONEncoder().encode(record))
      let base = try FileReader.snapshot(of: path)
      _ = try files.write(FileContent(bytes), over: base, mode: .narrowed(to: 0o600))
    }
    _ = files.removeStaleTemporaryFiles(in: folder)
    for id in try identifiers().dropFirst(Self.keptRuns) { try? forget(id) }
  }

  /// Gives the identifiers of the recorded runs, the newest first.
  package func identifiers() throws(UndoError) -> [String] {
    guard let folder else { throw .noPlace }
    do throws(Errno) {
      return try FolderListing.names(in: folder).compactMap(Self.identifier).reversed()
    } catch .noSuchFileOrDirectory {
      return []
    } catch {
      throw .unusable(path: folder, reason: error.description)
    }
  }

  /// Reads one record, the newest without an identifier.
  package func record(_ id: String? = nil) throws(UndoError) -> UndoRecord {
    let identifiers = try identifiers()
    guard let folder, let id = id ?? identifiers.first, identifiers.contains(id) else {
      throw .empty
    }
    let path = FilePath(folder).appending(Self.fileName(id)).string
    return try usable(path) {
      let snapshot = try FileReader.snapshot(of: path, limit: 256 * 1024 * 1024)
      return try JSONDecoder().decode(UndoRecord.self, from: Data(snapshot.content.bytes))
    }
  }

  /// Reads the newest record of a project; nil where none of its runs is recorded.
  ///
  /// A record that cannot be read may be another project's, and is passed over.
  package func record(of directory: String) throws(UndoError) -> UndoRecord? {
    for id in try identifiers() {
      if let record = try? record(id), record.directory == directory { return record }
    }
    return nil
  }

  /// Removes one record.
  package func forget(_ id: String) throws(UndoError) {
    guard let folder else { throw .noPlace }
    let path = FilePath(folder).appending(Self.fileName(id)).string
    try usable(path) { try files.calls.remove(path) }
  }

  /// Makes the folder, and keeps it private.
  private func preparedFolder() throws(UndoError) -> String {
    guard let folder else { throw .noPlace }
    do throws(PrivateFolder.Failure) {
      try PrivateFolder.make(folder)
    } catch {
      throw .unusable(path: error.path, reason: error.reason.description)
    }
    guard chmod(folder, 0o700) == 0 else {
      throw .unusable(path: folder, reason: Errno(rawValue: errno).description)
    }
    return folder
  }

  private func usable<Value>(
    _ path: String,
    _ work: () throws -> Value
  ) throws(UndoError) -> Value {
    do {
      return try work()
    } catch let error as FileReadError {
      throw .unusable(path: path, reason: error.message)
    } catch let error as FileWriteError {
      throw .unusable(path: path, reason: error.message)
    } catch let error as Errno {
      throw .unusable(path: path, reason: error.description)
    } catch {
      // The decoder's own words may quote the file, which holds secrets.
      throw .unusable(path: path, reason: "it is damaged")
    }
  }
}

// MARK: - Names

extension UndoJournal {
  private static let prefix = "undo-"
  private static let suffix = ".json"

  private static func fileName(_ id: String) -> String { prefix + id + suffix }

  private static func identifier(_ name: String) -> String? {
    guard name.hasPrefix(prefix), name.hasSuffix(suffix) else { return nil }
    return String(name.dropFirst(prefix.count).dropLast(suffix.count))
  }

  /// Makes the identifier of a run that starts now, such as `20250131T093005-123456-k3`.
  static func newIdentifier() -> String {
    var now = timespec()
    clock_gettime(CLOCK_REALTIME, &now)
    var date = tm()
    gmtime_r(&now.tv_sec, &date)
    let day = padded(Int(date.tm_year) + 1900, 4) + padded(date.tm_mon + 1, 2)
    let time = [date.tm_hour, date.tm_min, date.tm_sec].map { padded($0, 2) }.joined()
    let random = String((0..<2).compactMap { _ in "abcdefghijklmnopqrstuvwxyz".randomElement() })
    return "\(day)\(padded(date.tm_mday, 2))T\(time)-\(padded(now.tv_nsec / 1000, 6))-\(random)"
  }

  private static func padded(_ number: some BinaryInteger, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
