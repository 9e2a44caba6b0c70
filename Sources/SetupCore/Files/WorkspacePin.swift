import Ground

/// The comment `# attio-workspace: SLUG` of the example: the one workspace whose tokens belong here.
package enum WorkspacePin: Equatable, Sendable {
  /// The workspace's slug.
  case slug(String)
  /// The comment is there, and its text is no slug; cleaned for a screen.
  case unreadable(String)

  /// The name of the comment.
  package static let directive = "attio-workspace"

  /// Reads the text of the comment; nil without any.
  package init?(comment text: String?) {
    guard let text, !text.isEmpty else { return nil }
    self = Self.slug(in: text).map { .slug($0) } ?? .unreadable(SafeText.cleaned(text, limit: 40))
  }

  /// Reads a slug as Attio makes them: letters, digits and hyphens.
  ///
  /// - Parameter text: The text, from a file or the network.
  /// - Returns: The slug in small letters; nil where it is none.
  package static func slug(in text: String) -> String? {
    let slug = text.lowercased()
    let isPlain = slug.utf8.allSatisfy {
      $0.isLetter || $0.isDigit || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_")
    }
    return isPlain && (1...100).contains(slug.utf8.count) ? slug : nil
  }

  /// Whether a token of this workspace belongs here; nil where its slug is not known.
  package func admits(_ workspaceSlug: String?) -> Bool? {
    guard case .slug(let slug) = self else { return false }
    return workspaceSlug.map { Self.slug(in: $0) == slug }
  }

  /// What the comment names, as texts say it.
  package var name: String {
    switch self {
    case .slug(let slug): slug
    case .unreadable(let text): "“\(text)”"
    }
  }
}

/// What a plan is to write into the comment.
package struct PinRequest: Equatable, Sendable {
  /// The slug, checked.
  package var slug: String
  /// Whether it may take the place of another one without being switched on.
  package var replaces: Bool

  /// Asks for a workspace; nil where its slug is not known or is none.
  package init?(_ slug: String?, replaces: Bool = false) {
    guard let slug = slug.flatMap(WorkspacePin.slug) else { return nil }
    self.slug = slug
    self.replaces = replaces
  }
}
