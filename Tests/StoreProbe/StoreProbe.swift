import Ground
import SetupCore
import SetupRuntime

#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

/// Saves tokens one after another into the store in a folder: `store-probe FOLDER NAME COUNT`.
@main
enum StoreProbe {
  static func main() async {
    let arguments = CommandLine.arguments
    guard arguments.count == 4, let count = Int(arguments[3]) else { exit(64) }
    let store = TokenStore(
      environment: ["XDG_DATA_HOME": arguments[1]],
      home: "",
      toolEnvironment: [:]
    )
    for number in 0..<count {
      let id = "\(arguments[2])-\(number)"
      let workspace = ConnectedWorkspace(
        key: .init(workspaceID: id, clientID: "app", api: "http://127.0.0.1/v2"),
        slug: id,
        name: "",
        scopes: [],
        store: .file,
        verifiedAt: nil
      )
      do throws(StoreError) {
        _ = try await store.save(Secret("token-\(id)"), for: workspace)
      } catch {
        print(error.message)
        exit(1)
      }
    }
  }
}
