/// The program's version.
///
/// The one place: whatever else names it asks the program, `attio-setup --version`.
enum Version {
  static let text = "0.1.0"
}
