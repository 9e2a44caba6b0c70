#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif

#if canImport(Darwin)
internal import Darwin
#else
internal import Glibc
#endif

/// Turns the help of attio-setup, as JSON on standard input, into its manual page.
///
/// It is a tool of the build and not installed.
@main
enum Main {
  static func main() throws {
    let arguments = CommandLine.arguments.dropFirst()
    guard arguments.count == 2, let version = arguments.first, let day = arguments.last,
      let date = date(day)
    else {
      let usage = "usage: attio-setup --experimental-dump-help | manual-page VERSION YYYY-MM-DD\n"
      _ = usage.withCString { write(2, $0, strlen($0)) }
      exit(64)
    }
    var input = ""
    while let line = readLine(strippingNewline: false) { input += line }
    let tree = try JSONDecoder().decode(HelpTree.self, from: Data(input.utf8))
    print(ManualPage(of: tree.command, version: version, date: date).text(), terminator: "")
  }

  /// The date as mdoc(7) writes it; nil for what is no date.
  private static func date(_ day: String) -> String? {
    let months = [
      "January", "February", "March", "April", "May", "June", "July", "August", "September",
      "October", "November", "December",
    ]
    let parts = day.split(separator: "-").compactMap { Int($0) }
    guard parts.count == 3, (1...12).contains(parts[1]) else { return nil }
    return "\(months[parts[1] - 1]) \(parts[2]), \(parts[0])"
  }
}
