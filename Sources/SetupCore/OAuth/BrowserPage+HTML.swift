import Ground

extension BrowserPage {
  /// The page as HTML: no script, nothing from elsewhere, every text escaped.
  package func html(_ place: TerminalPlace) -> String {
    let words = words
    // The result comes by itself where it is late; nothing else ever moves.
    let refresh = self == .working ? "\n<meta http-equiv=\"refresh\" content=\"2\">" : ""
    return """
      <!doctype html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark">\(refresh)
      <title>\(Self.escaped(words.title)) · attio-setup</title>
      <style>\(Self.style)</style>
      </head>
      <body>
      <main>
      <p class="mark \(words.tone.rawValue)">\(Self.escaped(words.mark))</p>
      <h1>\(Self.escaped(words.title))</h1>
      \(words.paragraphs.map { "<p>\(Self.escaped($0))</p>" }.joined(separator: "\n"))
      \(Self.list(words.facts))
      <p class="back">\(Self.escaped(words.leading))\(Self.way(place)).</p>
      <p class="from">attio-setup made this page. It loads nothing from elsewhere.</p>
      </main>
      </body>
      </html>

      """
  }

  private static func list(_ facts: [BrowserPageWords.Fact]) -> String {
    guard !facts.isEmpty else { return "" }
    let rows = facts.map { fact in
      "<dt>\(escaped(fact.name))</dt>\n<dd><bdi>\(escaped(fact.value))</bdi></dd>"
    }
    return "<dl>\n\(rows.joined(separator: "\n"))\n</dl>"
  }

  private static func way(_ place: TerminalPlace) -> String {
    let folder = place.folder.isEmpty ? "" : " in <code>\(escaped(place.folder))</code>"
    let host = place.host.isEmpty ? "" : " on <code>\(escaped(place.host))</code>"
    return folder + host
  }

  /// The text, cleaned of what does not draw, with every character that HTML reads as its own
  /// replaced.
  static func escaped(_ text: String) -> String {
    SafeText.cleaned(text, limit: 600).reduce(into: "") { result, character in
      switch character {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      default: result.append(character)
      }
    }
  }

  /// Sizes in rem, so that zoom and the browser's text size work.
  ///
  /// Contrast of every text is at least 7:1 in both schemes (WCAG 2.2, 1.4.6).
  private static let style = """

    :root { color-scheme: light dark; --text: #1c1e21; --soft: #4a4f57; --page: #f4f5f7;
      --card: #ffffff; --line: #d5d8dd; --good: #0b5a2b; --attention: #6b4400; --problem: #8f1414 }
    @media (prefers-color-scheme: dark) { :root { --text: #eceef1; --soft: #b9bec7; --page: #16181b;
      --card: #202327; --line: #3b4048; --good: #7fdca4; --attention: #f2c46d; --problem: #ffaba3 } }
    body { margin: 0; background: var(--page); color: var(--text); font: 1rem/1.6 system-ui, sans-serif }
    main { max-width: 36rem; margin: 4rem auto; padding: 2rem; background: var(--card);
      border: 1px solid var(--line); border-radius: .75rem; overflow-wrap: anywhere }
    h1 { font-size: 1.6rem; line-height: 1.25; margin: .25rem 0 1rem }
    p { margin: 0 0 1rem }
    .mark { font-weight: 600; margin: 0 }
    .good { color: var(--good) } .attention { color: var(--attention) } .problem { color: var(--problem) }
    dl { display: grid; grid-template-columns: max-content 1fr; gap: .25rem 1.25rem; margin: 0 0 1rem }
    dt { color: var(--soft) } dd { margin: 0 }
    code { font: .95em/1.6 ui-monospace, monospace }
    .back { border-top: 1px solid var(--line); padding-top: 1rem; font-weight: 600 }
    .from { color: var(--soft); font-size: .875rem; margin: 0 }
    @media (max-width: 40rem) { body { background: var(--card) }
      main { margin: 0; border: 0; border-radius: 0; padding: 1.25rem }
      dl { grid-template-columns: 1fr; gap: 0 } dd { margin: 0 0 .5rem } }

    """
}
