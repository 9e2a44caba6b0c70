import Ground

/// The results of the probe as lines.
enum ProbeText {
  static func lines(_ results: [ProbeResult]) -> [String] {
    guard !results.isEmpty else { return ["", "Probe: there was nothing to ask."] }
    let width = results.map { DisplayWidth.of($0.call) }.max() ?? 0
    return ["", "Probe: one read for each resource that is granted"]
      + results.flatMap { lines($0, width) }
  }

  private static func lines(_ result: ProbeResult, _ width: Int) -> [String] {
    let status = (result.httpStatus.map { "\($0)" } ?? "-").padded(to: 4)
    let time = result.milliseconds.map(Milliseconds.text) ?? "-"
    let padding = String(repeating: " ", count: max(0, 8 - time.count))
    let call = result.call.padded(to: width)
    let row =
      "\(symbol(result)) \(status)\(call) \(padding)\(time)  \(word(result))"
    return [row]
      + [result.message, advice(result)].compactMap { text in
        text.map { "       \($0)" }
      }
  }

  /// A read is asked only where the token has its scopes, so none is missing where it is refused.
  private static func advice(_ result: ProbeResult) -> String? {
    guard result.state == .missingScope else { return nil }
    return "The token has the scope. Ask a workspace admin about the access rules."
  }

  private static func symbol(_ result: ProbeResult) -> String {
    if result.state == .notChecked { return StatusText.symbol(for: .skipped) }
    if result.isRefused { return StatusText.symbol(for: .fail) }
    return StatusText.symbol(for: result.state == .connected ? .pass : .unknown)
  }

  private static func word(_ result: ProbeResult) -> String {
    switch result.state {
    case .connected: "ok"
    case .notChecked: "skipped"
    default: result.state.rawValue
    }
  }
}
