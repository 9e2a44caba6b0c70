/// Counts how many letters must be inserted, removed or replaced to make one text the other.
func editDistance(_ first: some StringProtocol, _ second: some StringProtocol) -> Int {
  let columns = Array(second)
  var row = Array(0...columns.count)
  for (line, letter) in first.enumerated() {
    var diagonal = row[0]
    row[0] = line + 1
    for (column, other) in columns.enumerated() {
      let replaced = diagonal + (letter == other ? 0 : 1)
      diagonal = row[column + 1]
      row[column + 1] = min(replaced, diagonal + 1, row[column] + 1)
    }
  }
  return row[columns.count]
}

/// The name that is spelled most like a word; nil where even that one differs in more letters.
///
/// - Parameters:
///   - word: What was typed.
///   - names: What there is.
///   - limit: In how many letters they may differ.
/// - Returns: The name.
func nearest(to word: some StringProtocol, of names: [String], within limit: Int = 2) -> String? {
  let distances = names.map { (name: $0, letters: editDistance($0, word)) }
  return distances.min { $0.letters < $1.letters }.flatMap { $0.letters <= limit ? $0.name : nil }
}
