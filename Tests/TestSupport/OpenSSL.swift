import Subprocess

/// Questions to the program `openssl`, which knows nothing of the code under test.
package enum OpenSSL {
  /// The HMAC-SHA256 of a file's bytes, in hexadecimal.
  package static func signature(ofFile path: String, key: String) async throws -> String {
    let result = try await Subprocess.run(
      .name("openssl"),
      arguments: ["dgst", "-sha256", "-hmac", key, "-r", path],
      output: .string(limit: 4096)
    )
    return String(result.standardOutput.prefix { $0 != " " })
  }
}
