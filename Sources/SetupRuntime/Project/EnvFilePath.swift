import SetupCore
import SystemPackage

extension EnvFileName {
  /// The absolute path of a name that is relative to a folder.
  static func path(of name: String, in directory: String) -> String {
    FilePath(directory).pushing(FilePath(name)).string
  }
}
