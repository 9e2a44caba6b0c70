import Ground

extension Page {
  private static let mask = "••••••••••••"

  /// Adds a field that shows its text; of a long one, the end is seen, where the next character goes.
  mutating func field(_ label: String, showing text: String, asking entry: LineEntry) {
    let width = width(beside: label)
    let clean = SafeText.cleaned(text, limit: RedirectURI.byteLimit)
    let shown = clean.count < width ? clean : "…" + clean.suffix(max(0, width - 2))
    field(label, shown, .plain, cursor: DisplayWidth.of(shown), asking: entry)
  }

  /// Adds a field that tells of what it holds without showing it; nil where it is empty.
  mutating func field(_ label: String, hiding remark: String?, asking entry: LineEntry) {
    let text = remark.map { "\(Self.mask)  \($0)".truncated(to: width(beside: label)) } ?? ""
    let cursor = remark == nil ? 0 : DisplayWidth.of(Self.mask)
    field(label, text, .secret, cursor: cursor, asking: entry)
  }

  private func width(beside label: String) -> Int { columns - DisplayWidth.of(label) - 5 }

  private mutating func field(
    _ label: String,
    _ text: String,
    _ role: Role,
    cursor: Int,
    asking entry: LineEntry
  ) {
    field(
      [
        Span("  \(label) ", .muted), Span("[", .border),
        Span(text.padded(to: width(beside: label)), role), Span("]", .border),
      ],
      cursorColumn: DisplayWidth.of(label) + 4 + cursor,
      asking: entry
    )
  }
}
