import SetupCore
import SystemPackage

#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

extension ProjectRoot {
  /// Looks at a project's folder.
  init(at directory: String) throws(ProjectError) {
    do throws(Errno) {
      let path = try FileCalls.current.realPath(directory)
      let status = try FileStatus.following(path)
      self.init(path: path, owner: status.owner, user: geteuid())
    } catch .noSuchFileOrDirectory {
      throw .noFolder(directory)
    } catch {
      throw .unreadable(.notReadable(path: directory, reason: error))
    }
  }
}
