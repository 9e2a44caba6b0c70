/// Finds commands in a piece of shell, well enough for the examples of the documentation.
struct ShellWords {
  /// The simple commands, each with its words, assignments and redirections left out.
  private(set) var commands: [[String]] = []
  private var words: [String] = []
  private var word: String?

  init(_ script: String) {
    var rest = Substring(script.replacing("\\\n", with: " "))
    while let character = rest.popFirst() {
      switch character {
      case "'", "\"":
        let end = rest.firstIndex(of: character) ?? rest.endIndex
        word = (word ?? "") + rest[..<end]
        rest = rest[end...].dropFirst()
      case "#" where word == nil: rest = rest.drop { $0 != "\n" }
      case " ", "\t": endWord()
      case "\n", ";", "|", "&", "(", ")":
        endWord()
        endCommand()
      case "<" where rest.first == "(":
        let end = rest.firstIndex(of: ")") ?? rest.endIndex
        commands += ShellWords(String(rest[..<end].dropFirst())).commands
        word = (word ?? "") + "<()"
        rest = rest[end...].dropFirst()
      case "<", ">":
        endWord()
        words.append(String(character))
      default: word = (word ?? "") + String(character)
      }
    }
    endWord()
    endCommand()
  }

  private mutating func endWord() {
    if let word { words.append(word) }
    word = nil
  }

  private mutating func endCommand() {
    let start = words.drop { $0.contains("=") || ["$", "do", "then", "!"].contains($0) }
    let command = start.prefix { $0 != "<" && $0 != ">" }
    if !command.isEmpty { commands.append(Array(command)) }
    words = []
  }
}
