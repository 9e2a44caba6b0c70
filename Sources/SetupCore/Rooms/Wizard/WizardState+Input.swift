import Ground

/// What the user does, on its way to the room in which he is.
extension WizardState {
  /// Whether nothing but a stop is possible until the effect has ended.
  private var isBusy: Bool { hall.desk.waiting != nil && !room.worksWhileWaiting }

  /// The keys of the room, whatever lies over it.
  var roomKeys: [KeyBinding] {
    isBusy ? BusyAction.bindings.map(\.key) : room.keys(hall)
  }

  /// The keys that mean something now.
  var keys: [KeyBinding] { hall.desk.overlay?.bindings.map(\.key) ?? roomKeys }

  mutating func take(_ input: InputEvent) {
    switch input {
    case .resize(let size):
      hall.desk.size = size
      inRoom(ProjectRoom.self) { $0.beginIfNew(&$1) }
    case .tick(let milliseconds):
      hall.desk.waiting?.milliseconds += milliseconds
      hall.answerAge += milliseconds
      inRoom(ConnectRoom.self) { $0.pass(milliseconds, &$1) }
    case .focus: break
    case .interrupt: interrupt()
    case .terminate(let signal): hall.end(128 + signal)
    case .endOfInput: hall.end(129)
    case .paste(let content): paste(content)
    case .morePaste(let content):
      paste(FileContent(room.pasted(hall).bytes + content.bytes))
    case .text(let text): take(text)
    case .key(let key):
      hall.desk.notice = nil
      press(key)
    }
  }

  private mutating func interrupt() {
    guard let waiting = hall.desk.waiting, waiting.kind == .writing else {
      return hall.end(step == .done ? hall.doneExitCode : ExitStatus.left)
    }
    hall.endsWhenWritten = true
    stopWriting(waiting)
  }

  /// Stops the writing, which ends with a report all the same.
  private mutating func stopWriting(_ waiting: Waiting) {
    hall.desk.waiting?.isStopping = true
    hall.desk.perform(.cancel(waiting.id))
  }

  private mutating func paste(_ content: FileContent) {
    guard hall.desk.overlay == nil else { return }
    hall.desk.notice = nil
    switch hall.desk.waiting?.purpose {
    case .folderAgain, .anotherToken: hall.keepPaste(content)
    case _ where isBusy && step == .token: break
    case _ where isBusy && step != .project: hall.desk.refusePaste()
    default: inRoom { $0.paste(content, &$1) }
    }
  }

  /// As if each character had been typed by itself, but a field takes them all at once.
  private mutating func take(_ text: String) {
    var rest = text[...]
    while let next = rest.first, hall.outcome == nil {
      hall.desk.notice = nil
      let isOpen = hall.desk.overlay == nil && !isBusy
      let typed = isOpen ? rest.prefix { room.takes($0, hall) } : ""
      if typed.isEmpty {
        press(.character(next))
      } else {
        inRoom { $0.type(String(typed), &$1) }
      }
      rest = rest.dropFirst(max(1, typed.count))
    }
  }

  private mutating func press(_ key: Key) {
    if let overlay = hall.desk.overlay {
      press(key, over: overlay)
    } else if isBusy {
      pressWhileBusy(key)
    } else {
      inRoom { $0.press(key, &$1) }
    }
  }

  private mutating func press(_ key: Key, over overlay: Overlay) {
    switch overlay.deed(of: key) {
    case .act(.leave): hall.end(ExitStatus.left)
    case .act(.close):
      hall.desk.overlay = nil
      hall.desk.scroll = 0
      inRoom(ProjectRoom.self) { $0.startByItself(&$1) }
    case .scroll(let move): hall.desk.scroll(move, WizardScreen.page(self))
    case .choose, .move, .help, .repaint, nil: break
    }
  }

  private mutating func pressWhileBusy(_ key: Key) {
    switch BusyAction.bindings.first(where: { $0.key.keys.contains(key) })?.deed {
    case .act(.hurry): inRoom { $0.hurry(&$1) }
    case .act(.stop): stopWaiting()
    case .help:
      hall.desk.overlay = .help
      hall.desk.scroll = 0
    case .choose, .move, .scroll, .repaint, nil: break
    }
  }

  /// Esc while something runs: stop it, and go back to where it was asked for.
  private mutating func stopWaiting() {
    guard let waiting = hall.desk.waiting else { return }
    if waiting.kind == .writing { return stopWriting(waiting) }
    inRoom { $0.stop(waiting, &$1) }
    // A plan that was not waited for leaves the choice of the scopes as the place to go on from.
    if case .plan = waiting.purpose, step.rawValue > WizardStep.scopes.rawValue {
      hall.go(.scopes)
      passDoor()
    }
  }
}
