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
    var answers: [IgnoreAnswer] = []
    for name in names {
      let place = place(of: name, in: directory)
      answers.append(try await answer(for: name, at: place))
    }
    return answers
  }

  private func answer(for name: String, at place: Place) async throws(GitError) -> IgnoreAnswer {
    // check-ignore knows no --literal-pathspecs; it takes only a leading ":" for more than a name.
    let input = Array("./\(place.name)".utf8) + [0]
    let arguments = ["check-ignore", "--verbose", "--non-matching", "--no-index", "-z", "--stdin"]
    let answer = try await run(arguments, in: place.folder, input: input)
    // An env file may be named that lies outside of the project, in no repository at all.
    if Self.isOutside(answer) { return IgnoreAnswer(name: name, isIgnored: false) }
    // 1 says that nothing matched.
    guard answer.isSuccess || answer.status == .exited(1) else {
      throw .failed(command: "check-ignore", text: answer.errorText)
    }
    let fields = answer.output.split(separator: 0, omittingEmptySubsequences: false)
      .map { String(decoding: $0, as: UTF8.self) }
    guard fields.count >= 4 else {
      throw .failed(command: "check-ignore", text: "the answer could not be read")
    }
    guard let line = Int(fields[1]) else { return IgnoreAnswer(name: name, isIgnored: false) }
    let rule = IgnoreRule(file: fields[0], line: line, pattern: fields[2])
    return IgnoreAnswer(name: name, isIgnored: !rule.pattern.hasPrefix("!"), rule: rule)
  }
}
