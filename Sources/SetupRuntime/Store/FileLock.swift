import SetupCore
import SystemPackage

#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

/// Takes turns with other processes, and with other tasks of this one, by a locked file.
///
/// The system frees the lock of a process that ends. The file itself stays: removing it would let two
/// processes lock two files of the same name.
struct FileLock {
  var path: String
  /// How long to wait for whoever holds it.
  var limit: Duration
  var calls: FileCalls

  private static let pause = Duration.milliseconds(5)

  /// Waits without holding a thread; the lock is held until the descriptor is closed.
  func take() async throws(StoreError) -> Int32 {
    let descriptor = try open()
    let deadline = ContinuousClock.now + limit
    while try !isTaken(descriptor) {
      guard ContinuousClock.now < deadline, (try? await Task.sleep(for: Self.pause)) != nil else {
        calls.close(descriptor)
        throw .busy(path: path)
      }
    }
    return descriptor
  }

  /// Waits for others that hold it for the length of one write.
  func takeBriefly() throws(StoreError) -> Int32 {
    let descriptor = try open()
    let deadline = ContinuousClock.now + limit
    while try !isTaken(descriptor) {
      guard ContinuousClock.now < deadline else {
        calls.close(descriptor)
        throw .busy(path: path)
      }
      usleep(2_000)
    }
    return descriptor
  }

  private func open() throws(StoreError) -> Int32 {
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
      throw .file(path: path, reason: "\(error.description).")
    }
  }

  private func isTaken(_ descriptor: Int32) throws(StoreError) -> Bool {
    do throws(Errno) {
      try calls.lock(descriptor)
      return true
    } catch .wouldBlock {
      return false
    } catch .notSupported {
      // A file system without locks; one writer at a time is then up to the user.
      return true
    } catch {
      calls.close(descriptor)
      throw .file(path: path, reason: "\(error.description).")
    }
  }
}
