/// A call by curl as it is shown and copied.
///
/// The header comes from `echo`, which is a part of the shell, by a pipe: as an argument of curl every
/// user of the machine could read the token (`ps`).
enum CurlCommand {
  /// Prints the header; what follows is piped into.
  static func header(_ variable: String) -> String {
    "echo \"Authorization: Bearer $\(variable)\""
  }

  /// Reads the header from the pipe.
  static let curl = "curl -s -H @-"
}
