/// Scans the source of a project: bytes of files in, calls with their places out.
package enum ProjectScanner {
  /// The largest file that is read, in bytes.
  package static let sizeLimit = 1_048_576
  /// The most files that are looked at.
  package static let fileLimit = 100_000
  /// The most rounds in which files that only name what others send with are read.
  private static let roundLimit = 3

  /// Scans files.
  ///
  /// - Parameters:
  ///   - paths: Paths relative to the project, with `/`.
  ///   - ignores: Whether git ignores a path.
  ///   - read: Gives the bytes of a file, nil where it cannot be read or is too large.
  /// - Returns: Calls, variables and the env file, by file and line.
  package static func scan(
    paths: [String],
    ignores: @escaping @Sendable (String) -> Bool = { _ in true },
    read: @escaping @Sendable (String) -> [UInt8]?
  ) async -> ScanResult {
    let sorted = paths.sorted()
    let kept = Array(sorted.prefix(fileLimit)).filter { PathRules.kind(of: $0) != .ignored }
    let readers = kept.filter { SourceLanguage(path: $0) != nil }
    var state = State()
    let word = Array("attio".utf8)
    await state.parse(readers, read: read) { ByteSearch.contains($0, lowercased: word) }
    let scripts = await scriptFiles(kept, read: read)
    let settings = Settings.read(kept, read: read)
    var finder = state.find(settings)
    for _ in 0..<roundLimit {
      let names = Exports.names(finder).subtracting(state.namesSearched)
      guard !names.isEmpty else { break }
      state.namesSearched.formUnion(names)
      let before = state.files.count
      let wanted = ByteSearch.Names(names)
      await state.parse(readers, read: read) { wanted.isIn($0) }
      if state.files.count == before { break }
      finder = state.find(settings)
    }
    var result = CallJudge.judge(finder)
    scripts.add(to: &result)
    LibraryCalls.add(finder, manifests: settings.manifests, to: &result)
    VariableFinder.add(finder, settings: settings, scripts: scripts, to: &result)
    EnvFileRules.add(
      paths: sorted,
      settings: settings,
      finder: finder,
      ignores: ignores,
      read: read,
      to: &result
    )
    languages(finder, scripts, &result)
    if sorted.count > fileLimit {
      result.remarks.append("Only the first \(fileLimit) of \(sorted.count) files were looked at.")
    }
    result.sort()
    return result
  }

  private static func scriptFiles(
    _ paths: [String],
    read: @escaping @Sendable (String) -> [UInt8]?
  ) async -> ScriptCalls {
    var scripts = ScriptCalls()
    for path in paths where ScriptText.mayHoldCommands(path) {
      guard let bytes = read(path), ByteSearch.contains(bytes, lowercased: Array("attio".utf8))
      else { continue }
      scripts.read(path, bytes)
    }
    scripts.finish()
    return scripts
  }

  private static func languages(
    _ finder: CallFinder,
    _ scripts: ScriptCalls,
    _ result: inout ScanResult
  ) {
    var counts: [String: Int] = [:]
    let languages = Dictionary(finder.evaluator.files.map { ($0.path, $0.language.rawValue) }) {
      first,
      _ in first
    }
    for file in result.calls.map(\.file) + result.variables.map(\.file) {
      if let language = languages[file] { counts[language, default: 0] += 1 }
    }
    result.languages = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
  }

  /// The files that were read so far.
  private struct State {
    var files: [ParsedFile] = []
    var known: Set<String> = []
    var generated: Set<String> = []
    var namesSearched: Set<String> = []

    func find(_ settings: Settings) -> CallFinder {
      let evaluator = Evaluator(files: files, settings: settings.addresses)
      let marks = Set(files.indices.filter { generated.contains(files[$0].path) })
      let finder = CallFinder(evaluator, generated: marks)
      finder.run()
      return finder
    }

    /// Reads the files that a test picks, on all cores.
    mutating func parse(
      _ paths: [String],
      read: @escaping @Sendable (String) -> [UInt8]?,
      where holds: @escaping @Sendable ([UInt8]) -> Bool
    ) async {
      let wanted = paths.filter { !known.contains($0) }
      let pieces = 8
      let size = max(1, (wanted.count + pieces - 1) / pieces)
      var found: [(Int, [(ParsedFile, Bool)])] = []
      await withTaskGroup(of: (Int, [(ParsedFile, Bool)]).self) { group in
        for start in stride(from: 0, to: wanted.count, by: size) {
          let part = Array(wanted[start..<min(start + size, wanted.count)])
          group.addTask { @concurrent in
            (start, part.compactMap { Self.parsed($0, holds, read) })
          }
        }
        for await piece in group { found.append(piece) }
      }
      for (file, isGenerated) in found.sorted(by: { $0.0 < $1.0 }).flatMap(\.1) {
        known.insert(file.path)
        if isGenerated { generated.insert(file.path) }
        files.append(file)
      }
    }

    /// Whether a JSON file is a workflow of n8n's or a blueprint of Make's.
    private static func isWorkflow(_ bytes: [UInt8]) -> Bool {
      let marks = ["n8n-nodes-base.httprequest", "\"http:actionsenddata"]
      return marks.contains { ByteSearch.contains(bytes, lowercased: Array($0.utf8)) }
    }

    private static func parsed(
      _ path: String,
      _ holds: @Sendable ([UInt8]) -> Bool,
      _ read: @Sendable (String) -> [UInt8]?
    ) -> (ParsedFile, Bool)? {
      guard let bytes = read(path), bytes.count <= sizeLimit, !bytes.prefix(8_192).contains(0)
      else { return nil }
      guard holds(bytes), !path.hasSuffix(".json") || isWorkflow(bytes),
        let language = SourceLanguage(path: path),
        !ByteSearch.looksMinified(bytes)
      else { return nil }
      let code = EmbeddedCode.code(in: bytes, path: path)
      let file = ParsedFile(
        path: path,
        bytes: code,
        language: language,
        isTest: PathRules.kind(of: path) == .test
      )
      return (file, PathRules.isGenerated(bytes))
    }
  }
}

extension ScanResult {
  /// Puts everything in the order of files and lines.
  mutating func sort() {
    calls.sort { ($0.file, $0.line, $0.operation) < ($1.file, $1.line, $1.operation) }
    testCalls.sort { ($0.file, $0.line, $0.operation) < ($1.file, $1.line, $1.operation) }
    unresolved.sort { ($0.file, $0.line, $0.text) < ($1.file, $1.line, $1.text) }
    variables.sort { ($0.file, $0.line, $0.name) < ($1.file, $1.line, $1.name) }
  }
}
