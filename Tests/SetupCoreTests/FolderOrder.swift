/// Which folder of a target uses which other, read from its sources by the names of its types.
struct FolderOrder {
  /// One use of a type that another folder declares.
  struct Arrow: Hashable {
    var from: String
    var to: String
    var type: String
    var file: String
  }

  /// Every use of a type across folders; names that stand for several types are left out.
  let arrows: Set<Arrow>

  /// Reads sources, whose paths begin with the folder.
  init(_ sources: [(path: String, text: String)]) {
    let files = sources.map { (path: $0.path, words: Self.words(in: Self.code($0.text))) }
    var places: [String: Set<String>] = [:]
    for file in files {
      for word in file.words where word.isDeclared {
        places[word.text, default: []].insert(word.isNested ? "" : Self.folder(file.path))
      }
    }
    let known = places.compactMapValues { $0.count == 1 ? $0.first : nil }.filter { !$1.isEmpty }
    arrows = Set(
      files.flatMap { file in
        file.words.compactMap { word in
          guard !word.isMember, let to = known[word.text], to != Self.folder(file.path) else {
            return nil
          }
          return Arrow(from: Self.folder(file.path), to: to, type: word.text, file: file.path)
        }
      }
    )
  }

  /// The uses of what does not stand before.
  ///
  /// - Parameter levels: The folders in their order; those of one level may use each other.
  /// - Returns: The arrows that lead up.
  func violations(of levels: [[String]]) -> [Arrow] {
    let place = Dictionary(
      uniqueKeysWithValues: levels.enumerated().flatMap { level in
        level.element.map { ($0, level.offset) }
      }
    )
    return arrows.filter { place[$0.to, default: .max] > place[$0.from, default: -1] }
      .sorted { ($0.from, $0.file, $0.type) < ($1.from, $1.file, $1.type) }
  }

  static func folder(_ path: String) -> String {
    path.split(separator: "/").first.map(String.init) ?? path
  }
}

extension FolderOrder {
  /// A word of the code, and how it stands there.
  private struct Word {
    var text: String
    /// Whether a type of this name is declared here.
    var isDeclared = false
    /// Whether that stands inside of something.
    var isNested = false
    /// Whether it follows a dot.
    var isMember = false
  }

  private static let keywords: Set = ["struct", "enum", "class", "protocol", "typealias", "actor"]

  private static func words(in code: String) -> [Word] {
    var words: [Word] = []
    for line in code.split(separator: "\n") {
      let isIndented = line.first == " "
      var before: (word: Substring, mark: Character?) = ("", nil)
      var rest = line[...]
      while let start = rest.firstIndex(where: isPart) {
        let mark = start == rest.startIndex ? before.mark : rest[rest.index(before: start)]
        let end = rest[start...].firstIndex { !isPart($0) } ?? rest.endIndex
        let text = rest[start..<end]
        if text.first?.isUppercase == true {
          var word = Word(text: String(text))
          word.isDeclared = keywords.contains(String(before.word))
          word.isNested = isIndented
          word.isMember = mark == "."
          words.append(word)
        }
        before = (text, nil)
        rest = rest[end...]
      }
    }
    return words
  }

  private static func isPart(_ character: Character) -> Bool {
    character.isLetter || character.isNumber || character == "_"
  }

  /// The code without comments and without the text of literals; what is interpolated stays.
  static func code(_ text: String) -> String {
    var result = ""
    // The quotes of the literals around this place, and the open parentheses of each interpolation.
    var quotes: [Substring] = []
    var parentheses: [Int] = []
    var rest = text[...]
    while !rest.isEmpty {
      let isText = quotes.count > parentheses.count
      if isText, rest.hasPrefix("\\(") {
        parentheses.append(1)
        rest = rest.dropFirst(2)
        result += " "
      } else if isText, rest.hasPrefix("\\") {
        rest = rest.dropFirst(2)
      } else if isText, let quote = quotes.last, rest.hasPrefix(quote) {
        quotes.removeLast()
        rest = rest.dropFirst(quote.count)
        result += " "
      } else if isText {
        rest = rest.dropFirst()
      } else if rest.hasPrefix("//") {
        rest = rest.drop { $0 != "\n" }
      } else if rest.hasPrefix("\"") {
        let quote: Substring = rest.hasPrefix("\"\"\"") ? "\"\"\"" : "\""
        quotes.append(quote)
        rest = rest.dropFirst(quote.count)
      } else {
        let character = rest.removeFirst()
        if let open = parentheses.last {
          let now = open + (character == "(" ? 1 : character == ")" ? -1 : 0)
          parentheses[parentheses.count - 1] = now
          if now == 0 { parentheses.removeLast() }
        }
        result.append(character)
      }
    }
    return result
  }
}
