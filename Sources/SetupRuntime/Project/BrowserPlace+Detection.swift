import Ground
package import SetupCore

#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

extension BrowserPlace {
  /// Judges by the variables of the shell, and by the files that container programs leave.
  package static func detect(_ environment: [String: String]) -> BrowserPlace {
    detect(environment) { access($0, F_OK) == 0 }
  }

  static func detect(
    _ environment: [String: String],
    exists: (String) -> Bool
  ) -> BrowserPlace {
    // Inside a container that runs its own SSH server, the tunnel works all the same.
    if let destination = destination(environment) { return .ssh(destination: destination) }
    if BrowserPresence.isLikely(environment) { return .here }
    return isContainer(environment, exists) ? .container : .noDisplay
  }

  /// What `ssh` was told at the other end, as far as it shows at this one (sshd(8), ENVIRONMENT).
  private static func destination(_ environment: [String: String]) -> String? {
    let connection = environment["SSH_CONNECTION"] ?? ""
    let isTerminal = environment["SSH_TTY"]?.isEmpty == false
    guard !connection.isEmpty || isTerminal else { return nil }
    let words = connection.split(separator: " ")
    let address = words.count == 4 && isAddress(words[2]) ? String(words[2]) : HostName.current
    let user = environment["USER"].map { SafeText.cleaned($0) } ?? ""
    let port = words.count == 4 ? Int(words[3]) ?? 22 : 22
    let target = user.isEmpty || user.contains(" ") ? address : "\(user)@\(address)"
    return port == 22 ? target : "-p \(port) \(target)"
  }

  private static func isAddress(_ text: Substring) -> Bool {
    text.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || ".:%-".contains($0)) }
      && text.first != "-"
  }

  private static func isContainer(
    _ environment: [String: String],
    _ exists: (String) -> Bool
  ) -> Bool {
    let values = [
      environment["REMOTE_CONTAINERS"], environment["CODESPACES"], environment["container"],
    ]
    return values.contains { $0?.isEmpty == false }
      || exists("/.dockerenv") || exists("/run/.containerenv")
  }
}
