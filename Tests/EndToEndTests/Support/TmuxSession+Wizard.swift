import Testing

extension TmuxSession {
  /// Goes on from the first step to another one: with Enter, and with the sandbox's token.
  func walk(to step: String) async throws {
    try await wait(for: "Use this folder")
    if step == "1 of 6" { return }
    try await press("Enter")
    try await wait(for: "Paste your Attio access token")
    if step == "2 of 6" { return }
    try await press("C-t")
    try await wait(for: "Continue with")
    try await press("Enter")
    try await wait(for: "3 of 6")
    if step == "3 of 6" { return }
    try await press("Enter")
    try await wait(for: "4 of 6")
    try await wait(for: "Review what will be written")
    if step == "4 of 6" { return }
    try await press("Enter")
    try await wait(for: step)
  }
}
