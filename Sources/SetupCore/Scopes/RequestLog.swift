import AttioTables
package import Ground

/// The requests that a sandbox wrote down, as the calls that a program makes.
package struct RequestLog: Equatable, Sendable {
  /// Each operation once, in the order of its first request, with all scopes that its requests needed.
  package private(set) var calls: [MatchedCall] = []
  /// What was left out, a sentence each.
  package private(set) var remarks: [String] = []
  /// Whether there was any record of a request at all.
  package private(set) var isLog = false

  /// Reads the lines of a log.
  ///
  /// - Parameter lines: The value of each line; nil for one that is no JSON.
  package init(_ lines: [JSONValue?]) {
    for (index, line) in lines.enumerated() {
      guard let fields = line?.fields, let method = fields["method"]?.text,
        let path = fields["path"]?.text, fields["status"]?.number != nil,
        let operation = fields["operation"]
      else {
        remarks.append("Line \(index + 1) is no record of a request. It was left out.")
        continue
      }
      isLog = true
      guard operation != .null else {
        remark("\(SafeText.cleaned("\(method) \(path)")) is no call of Attio's. It was left out.")
        continue
      }
      add(operation.text ?? "", needs: fields["needs"]?.list?.compactMap(\.text))
    }
  }

  private mutating func add(_ operation: String, needs: [String]?) {
    guard var call = try? EndpointMatcher.match(operation) else {
      remark("\(SafeText.cleaned(operation)) is in no row of the table. It was left out.")
      return
    }
    call.text = call.requirement.call
    let needed = needs.map(ScopeSet.init(names:)) ?? call.needs
    if let place = calls.firstIndex(where: { $0.requirement == call.requirement }) {
      calls[place].logged = calls[place].needs.union(needed)
    } else {
      call.logged = needed
      calls.append(call)
    }
  }

  private mutating func remark(_ text: String) {
    if !remarks.contains(text) { remarks.append(text) }
  }
}
