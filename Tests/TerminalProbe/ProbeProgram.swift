import Ground
import SetupCore

/// A program that shows what it was sent and reports it, line by line.
enum ProbeProgram {
  struct State: Sendable {
    var size = Size(columns: 80, rows: 24)
    var typed = ""
    var pastedBytes = 0
    var posted = 0
    var ticks = Ticks.off
    var ending: Ending?
  }

  enum Ticks {
    case off
    case on
  }

  enum Ending: Equatable, Sendable {
    case finished
    case interrupted
    case signal(Int32)
    case endOfInput
  }

  enum Event: Sendable {
    case input(InputEvent)
    case posted
  }

  enum Effect: Sendable {
    case report(String)
    case crash(Crash)
    case hang
    case blockLoop
    case post(count: Int)
    case strayOutput
    case stop
    case copy(String)
  }

  enum Crash: Sendable {
    case segmentationFault
    case abort
    case trap
    case exit
    case stackOverflow
  }

  static let program = ScreenProgram<State, Event, Effect>(
    reduce: reduce,
    screen: screen,
    linePage: { LinePage(title: "Probe", lines: [$0.typed]) },
    event: Event.input,
    isFinished: { $0.ending != nil },
    clipboardText: { if case .copy(let text) = $0 { text } else { nil } }
  )

  private static func reduce(_ state: inout State, _ event: Event) -> [Effect] {
    switch event {
    case .posted:
      state.posted += 1
      return state.posted == 1_000 ? [.report("posted 1000")] : []
    case .input(let input):
      return reduce(&state, input)
    }
  }

  private static func reduce(_ state: inout State, _ input: InputEvent) -> [Effect] {
    switch input {
    case .key(let key):
      return [.report("key \(key)")] + press(key, &state)
    case .text(let text): return text.flatMap { reduce(&state, .key(.character($0))) }
    case .morePaste(let content):
      state.pastedBytes += content.bytes.count
      return [.report("more \(content.bytes.count) \(checksum(content.bytes))")]
    case .paste(let content):
      state.pastedBytes += content.bytes.count
      return [.report("paste \(content.bytes.count) \(checksum(content.bytes))")]
    case .resize(let size):
      state.size = size
      return [.report("size \(size.columns)x\(size.rows)")]
    case .focus(let isInFront): return [.report(isInFront ? "in front" : "behind")]
    case .tick: return [.report("tick")]
    case .interrupt:
      state.ending = .interrupted
      return [.report("interrupt")]
    case .terminate(let signal):
      state.ending = .signal(signal)
      return [.report("terminate \(signal)")]
    case .endOfInput:
      state.ending = .endOfInput
      return [.report("end of input")]
    }
  }

  private static func press(_ key: Key, _ state: inout State) -> [Effect] {
    switch key {
    case .character(let character): state.typed.append(character)
    case .enter: state.ending = .finished
    case .control("s"): return [.crash(.segmentationFault)]
    case .control("a"): return [.crash(.abort)]
    case .control("t"): return [.crash(.trap)]
    case .control("x"): return [.crash(.exit)]
    case .control("r"): return [.crash(.stackOverflow)]
    case .control("w"): return [.hang]
    case .control("b"): return [.blockLoop]
    case .control("p"): return [.post(count: 1_000)]
    case .control("e"): return [.strayOutput]
    case .control("o"): return [.stop]
    case .control("y"): return [.copy("https://example.invalid/?a=1")]
    case .control("k"): state.ticks = state.ticks == .off ? .on : .off
    default: break
    }
    return []
  }

  static func checksum(_ bytes: [UInt8]) -> UInt32 {
    bytes.reduce(5_381) { ($0 << 5) &+ $0 &+ UInt32($1) }
  }

  private static func screen(_ state: State) -> Frame {
    let size = state.size
    let rule = String(repeating: "─", count: max(0, size.columns - 2))
    var rows: [[Span]] = [
      [Span("Terminal probe", .title), Span("  \(size.columns)x\(size.rows)", .muted)],
      [Span("┌\(rule)┐", .border)],
      [Span("Typed: "), Span(state.typed, .focus)],
      [Span("Pasted: \(state.pastedBytes) bytes"), Span(" ✓", .success)],
      Role.allCases.flatMap { [Span($0.rawValue, $0), Span(" ")] },
      [Span("Wide: 中文 😀 é|"), Span("> here", .key)],
    ]
    let last = [Span("└\(rule)┘", .border)]
    rows += Array(repeating: [], count: max(0, size.rows - rows.count - 1)) + [last]
    return Frame(
      rows: rows,
      cursor: Position(row: 2, column: 7 + state.typed.count),
      tickMilliseconds: state.ticks == .on ? 50 : nil,
      mouse: MouseTargets(
        clicks: [.init(row: 3, columns: 2..<6, keys: [.down, .character("m")])],
        wheelUp: [.pageUp],
        wheelDown: [.pageDown]
      )
    )
  }
}
