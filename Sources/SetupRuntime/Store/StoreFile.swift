import Ground
import SetupCore
import Synchronization
import SystemPackage

#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

/// The store's file in a folder of its own, both for the user alone.
struct StoreFile {
  /// The folder's absolute path; nil where the user has no home.
  let folder: String?
  private let files: AtomicFile
  private let lockLimit: Duration
  private let latest = LatestDocument()

  /// Finds the place by `XDG_DATA_HOME` (a relative one does not count) and the home folder.
  init(environment: [String: String], home: String, files: AtomicFile, lockLimit: Duration) {
    self.files = files
    self.lockLimit = lockLimit
    if let data = environment["XDG_DATA_HOME"], data.hasPrefix("/") {
      folder = FilePath(data).appending("attio-setup").string
    } else {
      folder =
        home.hasPrefix("/") ? FilePath(home).appending(".local/share/attio-setup").string : nil
    }
  }

  var path: String { folder.map { FilePath($0).appending("workspaces.json").string } ?? "" }

  /// Reads the file; where there is none, an empty document.
  func read() throws(StoreError) -> StoreDocument {
    guard try folderStatus() != nil else { return StoreDocument() }
    return try document(in: snapshot())
  }

  /// Reads, changes and writes the file while no other process does, and reads it back.
  func update<Value>(
    _ change: (inout StoreDocument) throws(StoreError) -> Value
  ) async throws(StoreError) -> Value {
    let lock = try await take("workspaces.lock")
    defer { files.calls.close(lock) }
    let base = try snapshot()
    let old = try document(in: base)
    var new = old
    let value = try change(&new)
    guard new != old || base.mode & 0o077 != 0 else { return value }
    try write(new, over: base)
    return value
  }

  /// Tries whether the file could be written, and leaves nothing behind.
  ///
  /// - Returns: Why it could not; nil where it could.
  func obstacle() -> StoreError? {
    do throws(StoreError) {
      _ = try read()
      let (folder, made) = try preparedFolder()
      defer { NewFolders.remove(made) }
      if let problem = WriteProbe.problem(at: path) { throw .file(path: path, reason: problem) }
      try tryWriting(in: folder, size: try snapshot().content.bytes.count)
      return nil
    } catch {
      return error
    }
  }

  private func tryWriting(in folder: String, size: Int) throws(StoreError) {
    let problem: String
    do {
      let held = try HeldFolder(folder, calls: files.calls)
      let file = try TemporaryFile.create(in: held, for: .replacement)
      defer { file.discard() }
      // About what one more token takes.
      try file.fill(with: FileContent([UInt8](repeating: 0x20, count: size + 4096)))
      return
    } catch let error as FileWriteError {
      problem = error.gist
    } catch {
      problem = (error as? Errno ?? .ioError).description
    }
    throw .file(path: folder, reason: "\(problem).")
  }

  /// Waits for the turn to save or remove one token, until the descriptor is closed.
  ///
  /// Longer than one `update`, since a keyring is asked meanwhile: two that move one token between
  /// the stores in opposite directions would lose it.
  func takeTurn() async throws(StoreError) -> Int32 {
    try await take("change.lock")
  }

  func endTurn(_ descriptor: Int32) {
    files.calls.close(descriptor)
  }

  /// What others could have read, a sentence each.
  func remarks() -> [String] {
    guard let folder, let status = try? folderStatus() else { return [] }
    guard status.mode & 0o077 == 0 else {
      return [
        "Others may enter the folder \(folder) (mode \(PermissionBits.octal(status.mode))); it is made "
          + "private with the next change. To do it now: chmod 700 \(folder)"
      ]
    }
    guard let file = try? snapshot(), file.kind == .file, file.mode & 0o077 != 0 else { return [] }
    return [
      "\(path) has the mode \(PermissionBits.octal(file.mode)), which lets others read it; it gets 0600 with "
        + "the next change. To do it now: chmod 600 \(path)"
    ]
  }
}

// MARK: - The file

extension StoreFile {
  private func snapshot() throws(StoreError) -> FileSnapshot {
    let snapshot: FileSnapshot
    do throws(FileReadError) {
      snapshot = try FileReader.snapshot(of: path)
    } catch {
      throw .file(path: path, reason: "\(error.gist).")
    }
    guard snapshot.kind != .missing || !snapshot.isLink else { throw linked() }
    guard snapshot.kind != .missing else { return snapshot }
    guard snapshot.kind == .file else { throw .file(path: path, reason: "it is not a file.") }
    // What a link leads to may lie in a folder that others read, or in a repository.
    guard !snapshot.isLink else { throw linked() }
    guard snapshot.owner == geteuid() else {
      throw .file(path: path, reason: "it belongs to another user.")
    }
    return snapshot
  }

  private func linked() -> StoreError { .file(path: path, reason: "it is a symbolic link.") }

  private func document(in snapshot: FileSnapshot) throws(StoreError) -> StoreDocument {
    guard snapshot.kind == .file else { return StoreDocument() }
    do throws(StoreDocument.Damaged) {
      return try latest.document(in: snapshot.content)
    } catch {
      throw .damaged(path: path)
    }
  }

  private func write(_ document: StoreDocument, over base: FileSnapshot) throws(StoreError) {
    // A temporary file that a killed run left may hold a token.
    _ = files.removeStaleTemporaryFiles(in: base.folder)
    do {
      _ = try files.write(try document.content(), over: base, mode: .exactly(0o600))
    } catch let error as FileWriteError {
      let end = error.leavesChange ? "" : " It is as it was before."
      throw .file(path: path, reason: "\(error.gist).\(end)")
    } catch {
      throw .damaged(path: path)
    }
  }
}

// MARK: - The folder

extension StoreFile {
  private func take(_ name: String) async throws(StoreError) -> Int32 {
    let path = FilePath(try preparedFolder().folder).appending(name).string
    do throws(FileLock.Failure) {
      return try await FileLock(limit: lockLimit, calls: files.calls).take(file: path)
    } catch {
      switch error {
      case .busy, .stopped: throw .busy(path: path)
      case .refused(let reason): throw .file(path: path, reason: "\(reason.description).")
      }
    }
  }

  /// Makes the folder, or takes from others the right to enter it.
  private func preparedFolder() throws(StoreError) -> (folder: String, made: [String]) {
    guard let folder else {
      throw .file(path: "The store of tokens", reason: "there is no home folder to keep it in.")
    }
    let made: [String]
    do throws(PrivateFolder.Failure) {
      made = try PrivateFolder.make(folder)
    } catch {
      throw .file(path: error.path, reason: "\(error.reason.description).")
    }
    guard let status = try folderStatus(), status.mode & 0o777 != 0o700 else {
      return (folder, made)
    }
    do throws(Errno) {
      try FileCalls.current.changeMode(of: folder, to: 0o700)
    } catch {
      throw .file(path: folder, reason: "\(error.description).")
    }
    return (folder, made)
  }

  /// Looks at the folder, nil where there is none, and refuses one that somebody else could fill.
  private func folderStatus() throws(StoreError) -> FileStatus? {
    guard let folder else { return nil }
    do throws(OwnFolder.Refusal) {
      return try OwnFolder.status(folder)
    } catch {
      throw .file(path: folder, reason: "\(error.reason).")
    }
  }
}

/// The document that was read last.
///
/// A check of many workspaces reads the same file once for each token.
private final class LatestDocument: Sendable {
  private struct Reading: Sendable {
    var content: FileContent
    var document: StoreDocument
  }

  private let latest = Mutex<Reading?>(nil)

  func document(in content: FileContent) throws(StoreDocument.Damaged) -> StoreDocument {
    if let known = latest.withLock({ $0 }), known.content == content { return known.document }
    let reading = Reading(content: content, document: try StoreDocument(parsing: content))
    latest.withLock { $0 = reading }
    return reading.document
  }
}
