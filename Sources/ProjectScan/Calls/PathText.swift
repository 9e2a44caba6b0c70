/// A path after the host, cut into segments.
struct PathText {
  private(set) var segments: [OperationTable.Segment] = []
  /// A parameter on which it depends which operation this is; nil where the path tells by itself.
  private(set) var openParameter: Parameter?
  /// Whether a value stands where the source should tell which operation this is.
  private(set) var isVague = false

  init(_ path: Pattern, isConfigured: Bool) {
    var current = ""
    var holds = false
    var parameters: [(segment: Int, parameter: Parameter, isWhole: Bool)] = []
    var isOver = false
    func flush(_ text: inout String, _ holds: inout Bool) {
      if holds {
        segments.append(.value)
      } else if !text.isEmpty {
        segments.append(Self.segment(text))
      }
      text = ""
      holds = false
    }
    for piece in path.pieces where !isOver {
      switch piece {
      case .text(let text):
        for character in text.unicodeScalars {
          if character == "?" || character == "#" {
            isOver = true
            break
          }
          if character == "/" {
            flush(&current, &holds)
          } else {
            current.unicodeScalars.append(character)
          }
        }
      case .gap(let name):
        // What is put right behind a word is a query: `/notes${query}`.
        if current == "v2" { flush(&current, &holds) }
        if !current.isEmpty, !holds {
          isOver = true
        } else {
          holds = true
          if name == "" { isVague = isVague || segments.isEmpty }
        }
      case .parameter(let parameter), .whenGiven(let parameter, _, _):
        if current == "v2" { flush(&current, &holds) }
        if !current.isEmpty, !holds {
          isOver = true
        } else {
          parameters.append((segments.count, parameter, true))
          holds = true
        }
      }
    }
    flush(&current, &holds)
    if isConfigured, segments.first != .literal("v2"),
      !parameters.contains(where: { $0.segment == 0 })
    {
      segments.insert(.literal("v2"), at: 0)
      parameters = parameters.map { ($0.segment + 1, $0.parameter, $0.isWhole) }
    }
    let isTold = segments.count > 1 && segments[0] == .literal("v2") && segments[1] != .value
    if !isTold || !Self.table.knows(segments) { openParameter = parameters.first?.parameter }
  }

  static let table = OperationTable()

  /// `{id}`, `:id` and `%s` stand for a value.
  private static func segment(_ text: String) -> OperationTable.Segment {
    if text.hasPrefix("{") || text.hasPrefix(":") || text.hasPrefix("%") || text.hasPrefix("<")
      || text.hasPrefix("$")
    {
      return .value
    }
    return .literal(text)
  }
}
