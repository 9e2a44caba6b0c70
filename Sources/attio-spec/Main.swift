internal import AttioSandbox
internal import FoundationEssentials
internal import Ground

#if canImport(Darwin)
internal import Darwin
#else
internal import Glibc
#endif

/// `make spec FILE=…`: what in an OpenAPI document of Attio's differs from the program's own tables.
@main
enum AttioSpec {
  static func main() {
    let paths = CommandLine.arguments.dropFirst()
    guard let path = paths.first, paths.count == 1 else {
      fail("Name one file: make spec FILE=openapi.json", 64)
    }
    guard let data = try? Data(contentsOf: URL(filePath: path)),
      let document = try? JSONDecoder().decode(JSONValue.self, from: data),
      let specification = Specification(document)
    else { fail("\(SafeText.cleaned(path)) is no OpenAPI document that can be read.", 3) }
    let lines = SpecificationDifference.lines(specification)
    for line in lines { print(line) }
    print(lines.isEmpty ? "No differences." : "\(lines.count) differences.")
    exit(lines.isEmpty ? 0 : 1)
  }

  private static func fail(_ message: String, _ status: Int32) -> Never {
    let bytes = Array("attio-spec: \(message)\n".utf8)
    _ = bytes.withUnsafeBytes { write(STDERR_FILENO, $0.baseAddress, $0.count) }
    exit(status)
  }
}
