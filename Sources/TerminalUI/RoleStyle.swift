import CNcurses
import SetupCore

/// How a role looks: attributes and a colour pair, 0 for the terminal's own colours.
///
/// No role depends on colour alone, and none sets a background: both belong to the user's theme.
struct RoleStyle: Equatable {
  var attributes: [cnc_attribute] = []
  var foreground: Foreground?

  /// A colour for text on a background that is not known.
  enum Foreground: Int32, CaseIterable {
    case red = 1
    case green = 2
    case yellow = 3
    case cyan = 6

    /// The number of the curses pair.
    var pair: Int32 { rawValue }

    /// The number of the colour in a terminal that has so many.
    ///
    /// The basic eight are the user's theme. Bold yellow of many light themes cannot be read, so that a
    /// terminal with the colour cube of xterm gets shades that stand out from white as from black.
    func number(of colors: Int) -> Int32 {
      guard colors >= 256 else { return rawValue }
      return switch self {
      case .red: 196
      case .green: 28
      case .yellow: 130
      case .cyan: 31
      }
    }
  }

  /// The combined bits of the attributes.
  var attributeBits: Int32 {
    Int32(bitPattern: attributes.reduce(0) { $0 | $1.rawValue })
  }

  static func style(of role: Role) -> RoleStyle {
    switch role {
    case .plain: RoleStyle()
    case .title: RoleStyle(attributes: [cnc_bold])
    // Dim, not bright black: some themes give that the colour of their background.
    case .muted, .border: RoleStyle(attributes: [cnc_dim])
    case .focus: RoleStyle(attributes: [cnc_reverse])
    case .key: RoleStyle(attributes: [cnc_bold], foreground: .cyan)
    case .success: RoleStyle(attributes: [cnc_bold], foreground: .green)
    case .warning: RoleStyle(attributes: [cnc_bold], foreground: .yellow)
    case .error: RoleStyle(attributes: [cnc_bold], foreground: .red)
    case .link: RoleStyle(attributes: [cnc_underline], foreground: .cyan)
    case .secret: RoleStyle(attributes: [cnc_bold])
    case .added: RoleStyle(foreground: .green)
    case .removed: RoleStyle(foreground: .red)
    }
  }
}
