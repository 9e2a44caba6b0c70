import SystemPackage

#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

/// Takes turns with other processes, and with other tasks of this one, by a locked file or folder.
///
/// The system frees the lock of a process that ends. What is locked stays: removing it would let two
/// processes lock two files of the same name.
struct FileLock {
  /// Why a turn could not be had.
  enum Failure: Error, Equatable {
    /// Somebody else held it longer than the limit.
    case busy
    /// The task was cancelled while it waited.
    case stopped
    /// The system refused.
    case refused(Errno)
  }

  /// How long to wait for whoever holds it.
  var limit: Duration
  var calls: FileCalls

  /// How long it takes until a wait is told: what is shorter nobody notices.
  private static let noticeable = Duration.milliseconds(200)
  private static let pause = Duration.milliseconds(5)

  /// Locks a file, which is made where there is none.
  ///
  /// - Returns: The descriptor; the lock is held until it is closed.
  func take(file path: String) async throws(Failure) -> Int32 {
    try await take(open(path)) {}
  }

  /// Locks a folder.
  ///
  /// - Parameters:
  ///   - path: The folder.
  ///   - waiting: Called once where somebody else has held it for a noticeable time.
  /// - Returns: The descriptor; the lock is held until it is closed.
  /// - Throws: Why the turn could not be had.
  func take(folder path: String, waiting: () -> Void) async throws(Failure) -> Int32 {
    let descriptor: Int32
    do throws(Errno) {
      descriptor = try calls.open(path, flags: O_RDONLY | O_DIRECTORY | O_NONBLOCK)
    } catch {
      throw .refused(error)
    }
    return try await take(descriptor, waiting)
  }

  /// Waits without holding a thread.
  private func take(_ descriptor: Int32, _ waiting: () -> Void) async throws(Failure) -> Int32 {
    do throws(Failure) {
      let start = ContinuousClock.now
      var isTold = false
      while try !isTaken(descriptor) {
        let waited = ContinuousClock.now - start
        if !isTold, waited >= Self.noticeable {
          isTold = true
          waiting()
        }
        guard waited < limit else { throw .busy }
        guard (try? await Task.sleep(for: Self.pause)) != nil else { throw .stopped }
      }
      return descriptor
    } catch {
      calls.close(descriptor)
      throw error
    }
  }

  private func open(_ path: String) throws(Failure) -> Int32 {
    do throws(Errno) {
      while true {
        do throws(Errno) {
          return try calls.open(path, flags: O_RDONLY | O_NONBLOCK)
        } catch .noSuchFileOrDirectory {
          do throws(Errno) {
            return try calls.create(path, mode: 0o600)
          } catch .fileExists {
            continue
          }
        }
      }
    } catch {
      throw .refused(error)
    }
  }

  private func isTaken(_ descriptor: Int32) throws(Failure) -> Bool {
    do throws(Errno) {
      try calls.lock(descriptor)
      return true
    } catch .wouldBlock {
      return false
    } catch .notSupported {
      // A file system without locks; one writer at a time is then up to the user.
      return true
    } catch {
      throw .refused(error)
    }
  }
}
