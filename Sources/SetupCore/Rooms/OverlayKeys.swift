import Ground

/// What the keys do that close what lies over a room.
enum OverlayAction: Sendable {
  case close
  case leave
}

extension Overlay {
  /// What the keys do while it lies there.
  var bindings: [Binding<OverlayAction>] {
    switch self {
    case .help:
      [.enter("close", .close), .escape("close", .close)] + Binding.scrolling + [.repaint]
    case .leaving: [.enter("leave", .leave), .escape("stay", .close), .repaint]
    }
  }

  /// What a key does while it lies there.
  func deed(of key: Key) -> Binding<OverlayAction>.Deed? {
    bindings.first { $0.key.keys.contains(key) }?.deed
  }
}

/// The keys of a place, told over it.
enum HelpPage {
  static func page(_ about: String, _ keys: [KeyBinding], _ size: Size) -> Page {
    var page = Page(size: size)
    page.text(about)
    page.blank()
    page.row([Span("Keys on this screen", .title)], spoken: "")
    for key in keys where key.place != .nowhere {
      page.row([Span("  " + key.name.padded(to: 12), .key), Span(key.hint)], spoken: "")
    }
    page.row(
      [Span("  " + "Ctrl-C".padded(to: 12), .key), Span("leave, from anywhere")],
      spoken:
        "A number takes the answer beside it, a letter does what it says, Enter alone takes the "
        + "answer that is named last, and Ctrl-C leaves from anywhere."
    )
    return page
  }
}
