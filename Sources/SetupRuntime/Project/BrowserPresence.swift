import SystemPackage

#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

/// Tells whether a browser that the user sees can be opened from here.
enum BrowserPresence {
  /// The programs that open a link, by preference; the first that is installed is used.
  static let openers = ["xdg-open", "wslview", "gio", "sensible-browser"]

  /// Judges by the variables of the shell: a remote shell or a machine without a display has none.
  static func isLikely(_ environment: [String: String]) -> Bool {
    if isSet("SSH_CONNECTION", environment) || isSet("SSH_TTY", environment) { return false }
    #if canImport(Darwin)
    return true
    #else
    let hasDisplay = isSet("DISPLAY", environment) || isSet("WAYLAND_DISPLAY", environment)
    guard hasDisplay || isSet("WSL_DISTRO_NAME", environment) else { return false }
    return openers.contains { isInstalled($0, environment) }
    #endif
  }

  private static func isSet(_ name: String, _ environment: [String: String]) -> Bool {
    environment[name]?.isEmpty == false
  }

  private static func isInstalled(_ program: String, _ environment: [String: String]) -> Bool {
    (environment["PATH"] ?? "").split(separator: ":").contains { folder in
      folder.hasPrefix("/") && access(FilePath(String(folder)).appending(program).string, X_OK) == 0
    }
  }
}
