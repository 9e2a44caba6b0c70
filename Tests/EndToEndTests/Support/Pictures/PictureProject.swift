import SetupRuntime

/// The project that the pictures show, the one of `make demo`.
enum PictureProject {
  /// Makes the project, runs the body, and removes everything.
  static func with(_ body: (ScratchProject) async throws -> Void) async throws {
    let number = String(UInt32.random(in: 0..<0x1000_0000), radix: 16)
    let files = [
      "package.json": "{ \"name\": \"my-shop\", \"private\": true }\n",
      ".gitignore": "node_modules/\n",
      ".env": "# Settings of my-shop\nPORT=3000\n",
    ]
    try await ScratchProject.with(
      files: files,
      // The length is fixed, so that `StableWords` can put an example in its place.
      root: "/tmp/attio-" + String(repeating: "0", count: 7 - number.count) + number,
      name: "my-shop"
    ) { project in
      try await Program.tool("chmod", ["600", ".env"], in: project)
      try await Program.tool("git", ["add", "package.json", ".gitignore"], in: project)
      try await body(project)
    }
  }
}
