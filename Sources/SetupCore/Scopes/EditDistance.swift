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
