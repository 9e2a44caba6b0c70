import Ground
import SetupCore
import SystemPackage

/// Keeps what the last ten runs changed, so that `undo` can put it back.
///
/// One JSON file a run in `$XDG_STATE_HOME/attio-setup/`, mode 0600 in a folder of mode 0700. It
/// holds old values, never a new one.
package struct UndoJournal: Sendable {
  /// How many runs are kept.
  package static let keptRuns = 10

  /// The recorded runs.
  package struct Listing: Equatable, Sendable {
    /// The runs whose records can be read, the newest first.
    package var runs: [UndoHead] = []
    /// What cannot be read, a sentence each.
    package var remarks: [String] = []
  }

  /// The absolute path of the folder; nil where the user has no home.
  package let folder: String?
  private let library: String?

  /// Finds the place by `XDG_STATE_HOME` (a relative one does not count) and the home folder.
  ///
  /// - Parameters:
  ///   - environment: The shell's variables.
  ///   - home: The home folder, empty where there is none.
  ///   - library: A library to hash with instead of the system's, for tests.
  package init(
    environment: [String: String],
    home: String,
    library: String? = nil
  ) {
    self.library = library
    if let state = environment["XDG_STATE_HOME"], state.hasPrefix("/") {
      folder = FilePath(state).appending("attio-setup").string
    } else {
      folder =
        home.hasPrefix("/") ? FilePath(home).appending(".local/state/attio-setup").string : nil
    }
  }
}

// MARK: - Reading

extension UndoJournal {
  /// Gives the names of the recorded runs, the newest first.
  package func identifiers() throws(UndoError) -> [String] {
    guard let folder else { throw .noPlace }
    guard try confirmPrivate(folder) else { return [] }
    do throws(Errno) {
      return try FolderListing.names(in: folder, limit: .max).compactMap(RunName.read).reversed()
    } catch {
      throw .unusable(path: folder, reason: error.description)
    }
  }

  /// Gives what is recorded, without the old bytes.
  package func listing() throws(UndoError) -> Listing {
    var listing = Listing()
    for id in try identifiers() {
      do throws(UndoError) {
        listing.runs.append(try head(id))
      } catch {
        listing.remarks.append(error.message)
      }
    }
    return listing
  }

  /// Reads one record.
  package func record(_ id: String) throws(UndoError) -> UndoRecord {
    guard let folder, try identifiers().contains(id) else { throw .unknownRun(id) }
    let path = Self.path(id, in: folder)
    return try usable(path) {
      var record = try UndoRecord(UndoRecordFile(path: path).whole())
      record.head = try checked(record.head, id)
      return record
    }
  }

  /// Reads the newest record of the project in a folder.
  ///
  /// - Parameter directory: The absolute path of the folder, with or without links.
  /// - Returns: The record, and what is newer and cannot be read, a sentence each.
  /// - Throws: `noneHere` where no run of the folder is recorded, besides what reading can meet.
  package func latest(
    in directory: String
  ) throws(UndoError) -> (record: UndoRecord, remarks: [String]) {
    var remarks: [String] = []
    let identifiers = try identifiers()
    let place = ProjectPath.folder(directory)
    for id in identifiers {
      do throws(UndoError) {
        let head = try head(id)
        guard head.directory == directory || ProjectPath.folder(head.directory) == place else {
          continue
        }
      } catch {
        // It may be another project's; one that is undone before it is compared with the files.
        remarks.append(error.message)
        continue
      }
      return (try record(id), remarks)
    }
    guard let remark = remarks.first else { throw .noneHere(hasOthers: !identifiers.isEmpty) }
    throw .unreadable(remark)
  }

  private func head(_ id: String) throws(UndoError) -> UndoHead {
    let path = Self.path(id, in: folder ?? "")
    return try usable(path) { try checked(UndoRecordFile(path: path).head(), id) }
  }

  private func checked(_ head: UndoHead, _ id: String) throws(UndoRecord.Damaged) -> UndoHead {
    if let defect = head.defect { throw UndoRecord.Damaged(reason: defect) }
    // By its file it is found, read and forgotten.
    var head = head
    head.id = id
    return head
  }
}

// MARK: - Writing

extension UndoJournal {
  /// Tries whether a record could be kept, and leaves nothing behind.
  ///
  /// - Parameter size: About how many bytes of old files it would hold.
  /// - Returns: Why it could not; nil where it could.
  package func obstacle(size: Int) -> UndoError? {
    let obstacle = tried(size: size)
    return obstacle != nil && isFolderGone ? tried(size: size) : obstacle
  }

  /// Whether another run has taken away the folder that it had made for a trial.
  private var isFolderGone: Bool {
    folder.map { (try? FileStatus.following($0)) == nil } ?? false
  }

  private func tried(size: Int) -> UndoError? {
    do throws(UndoError) {
      let (folder, made) = try preparedFolder()
      defer { NewFolders.remove(made) }
      try usable(folder) {
        _ = try ContentMark(of: FileContent(), library: library)
        let file = try TemporaryFile.create(in: HeldFolder(folder), for: .replacement)
        defer { file.discard() }
        // Base64, and about what stands around it.
        let content = FileContent([UInt8](repeating: 0x20, count: size * 4 / 3 + 4096))
        try file.fill(with: content)
      }
      return nil
    } catch {
      return error
    }
  }

  /// Begins the record of a run in a folder, later than every other.
  func newRecord(in directory: String) throws(UndoError) -> UndoRecord {
    let newest = (try? identifiers())?.first
    let head = UndoHead(
      id: RunName.make(after: newest),
      directory: directory,
      files: [],
      folders: []
    )
    return UndoRecord(head: head, contents: [])
  }

  /// Takes down what an entry of a plan is about to change.
  func add(_ entry: PlanEntry, to record: inout UndoRecord) throws(UndoError) {
    do throws(Digest.Missing) {
      try record.add(entry, library: library)
    } catch {
      throw .noHash(error.reason)
    }
  }

  /// Writes a record down, safe on disk, and forgets the oldest beyond the last ten.
  func keep(_ record: UndoRecord) throws(UndoError) {
    do throws(UndoError) {
      try write(record)
    } catch {
      guard isFolderGone else { throw error }
      try write(record)
    }
  }

  private func write(_ record: UndoRecord) throws(UndoError) {
    let folder = try preparedFolder().folder
    let path = Self.path(record.id, in: folder)
    try usable(path) {
      // Undo would not follow it either.
      if let defect = record.head.defect { throw UndoRecord.Damaged(reason: defect) }
      let base = try FileReader.snapshot(of: path, limit: UndoRecordFile.limit)
      _ = try AtomicFile().write(record.encoded(), over: base, mode: .exactly(0o600))
    }
    _ = AtomicFile().removeStaleTemporaryFiles(in: folder)
    let others = ((try? identifiers()) ?? []).filter { $0 != record.id }
    for id in others.dropFirst(Self.keptRuns - 1) { try? forget(id) }
  }

  /// Removes one record.
  package func forget(_ id: String) throws(UndoError) {
    guard let folder else { throw .noPlace }
    let path = Self.path(id, in: folder)
    try usable(path) { try FileCalls.current.remove(path) }
  }
}

// MARK: - The folder

extension UndoJournal {
  private static func path(_ id: String, in folder: String) -> String {
    "\(folder)/\(RunName.file(id))"
  }

  /// Makes the folder, and takes from others the right to enter it.
  private func preparedFolder() throws(UndoError) -> (folder: String, made: [String]) {
    guard let folder else { throw .noPlace }
    let made: [String]
    do throws(PrivateFolder.Failure) {
      made = try PrivateFolder.make(folder)
    } catch {
      throw .unusable(path: error.path, reason: error.reason.description)
    }
    guard let status = try ownStatus(folder), status.mode & 0o777 != 0o700 else {
      return (folder, made)
    }
    do throws(Errno) {
      try FileCalls.current.changeMode(of: folder, to: 0o700)
    } catch {
      throw .unusable(path: folder, reason: error.description)
    }
    return (folder, made)
  }

  /// Refuses a folder in which somebody else may have put records; false where there is none.
  private func confirmPrivate(_ folder: String) throws(UndoError) -> Bool {
    guard let status = try ownStatus(folder) else { return false }
    guard status.mode & 0o022 == 0 else {
      throw .open(path: folder, mode: PermissionBits.octal(status.mode))
    }
    return true
  }

  private func ownStatus(_ folder: String) throws(UndoError) -> FileStatus? {
    do throws(OwnFolder.Refusal) {
      return try OwnFolder.status(folder)
    } catch {
      throw .unusable(path: folder, reason: error.reason)
    }
  }

  private func usable<Value>(
    _ path: String,
    _ work: () throws -> Value
  ) throws(UndoError) -> Value {
    do {
      return try work()
    } catch let error as UndoRecord.Damaged {
      throw .unusable(path: path, reason: error.reason)
    } catch let error as Digest.Missing {
      throw .noHash(error.reason)
    } catch let error as FileWriteError {
      throw .unusable(path: path, reason: error.gist)
    } catch let error as FileReadError {
      throw .unusable(path: path, reason: error.gist)
    } catch {
      throw .unusable(path: path, reason: (error as? Errno ?? .ioError).description)
    }
  }
}
