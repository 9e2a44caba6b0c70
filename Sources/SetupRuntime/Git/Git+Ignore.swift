import Ground
package import SetupCore

extension Git {
  /// Asks which names git ignores, one answer a name, in the order of the names.
  ///
  /// Tracked files are judged by the rules too. A last match that is an exception (`!`) means
  /// that the name is not ignored. Names are relative to the folder; one that lies in no repository
  /// is not ignored.
  package func checkIgnore(
    _ names: [String],
    in directory: String
  ) async throws(GitError) -> [IgnoreAnswer] {
    let places = names.map { place(of: $0, in: directory) }
    var rules: [Place: IgnoreRule] = [:]
    // One question a folder, for each costs a process.
    for folder in Set(places.map(\.folder)).sorted() {
      let own = places.filter { $0.folder == folder }
      for (place, rule) in zip(own, try await self.rules(for: own, in: folder)) {
        rules[place] = rule
      }
    }
    return zip(names, places).map { name, place in
      let rule = rules[place]
      let isIgnored = rule.map { !$0.pattern.hasPrefix("!") } ?? false
      return IgnoreAnswer(name: name, isIgnored: isIgnored, rule: rule)
    }
  }

  /// Gives the rule that decides about each place of one folder; nil where none matches.
  private func rules(
    for places: [Place],
    in folder: String
  ) async throws(GitError) -> [IgnoreRule?] {
    // check-ignore knows no --literal-pathspecs; it takes only a leading ":" for more than a name.
    let input = places.flatMap { place in SystemText.bytes("./\(place.name)") + [UInt8(0)] }
    let arguments = ["check-ignore", "--verbose", "--non-matching", "--no-index", "-z", "--stdin"]
    let answer = try await run(arguments, in: folder, input: input)
    // An env file may be named that lies outside of the project, in no repository at all.
    if Self.isOutside(answer) { return places.map { _ in nil } }
    // 1 says that nothing matched.
    guard answer.isSuccess || answer.status == .exited(1) else {
      throw .failed(command: "check-ignore", text: answer.errorText)
    }
    // Four fields a name, each ended by NUL: file, line, pattern, name.
    let fields = answer.output.split(separator: 0, omittingEmptySubsequences: false)
      .map { SystemText.decoded($0) }
    guard fields.count == places.count * 4 + 1 else {
      throw .failed(command: "check-ignore", text: "the answer could not be read")
    }
    return places.indices.map { index in
      let row = fields[(index * 4)...]
      return Int(row[row.startIndex + 1]).map {
        IgnoreRule(file: row[row.startIndex], line: $0, pattern: row[row.startIndex + 2])
      }
    }
  }
}
