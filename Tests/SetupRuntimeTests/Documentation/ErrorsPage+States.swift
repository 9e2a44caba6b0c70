import Ground
import SetupCore

extension ErrorsPage {
  /// Every state of the connection, in the order of the promise to scripts.
  static var states: String {
    let intro = """
      ## The states of a connection

      `connection.state` in [`status --json`](status.md#the-document) is one of these names. The texts are
      those for the variable `ATTIO_API_KEY`, the file `.env` and Attio's own addresses.
      """
    let sections = ErrorPage.states.map { page in
      let isLocal = page.name == ConnectionState.notChecked.rawValue
      return section(page, isLocal ? ", with `--offline` 0 or 1 by the local checks" : "")
    }
    return ([intro] + sections).joined(separator: "\n\n")
  }

  /// A page of the program as a section.
  static func section(_ page: ErrorPage, _ more: String = "") -> String {
    (["### \(page.name)\n\nExit code \(page.exitCode)\(more)."] + page.entries.map(entry))
      .joined(separator: "\n\n")
  }

  private static func entry(_ entry: ErrorPage.Entry) -> String {
    var paragraphs = [("", entry.happening)]
    if !entry.evidence.isEmpty { paragraphs.append(("How it is known:", entry.evidence)) }
    paragraphs.append(("**What to do:**", entry.remedy))
    if let stored = entry.storedRemedy {
      paragraphs.append(("Where it is the token of a connected workspace:", stored))
    }
    return Self.entry(entry.title, paragraphs)
  }
}
