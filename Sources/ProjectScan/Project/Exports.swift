/// The names by which other files may use what a file sends with.
enum Exports {
  static func names(_ finder: CallFinder) -> Set<String> {
    let evaluator = finder.evaluator
    var names: Set<String> = []
    var file = 0
    func keep(_ name: String) {
      if name.utf8.count >= 4, !Evaluator.common.contains(name), !plain.contains(name) {
        names.insert(name)
      } else {
        // A name that many things have: who imports the file is read.
        names.formUnion(imports(of: evaluator.files[file]))
      }
    }
    for target in finder.summaries.keys {
      file = target.file
      let outline = evaluator.files[target.file].outline
      let function = outline.functions[target.function]
      keep(function.name)
      if function.owner >= 0 { keep(outline.classes[function.owner].name) }
      var outer = function.outer
      while outer >= 0 {
        keep(outline.functions[outer].name)
        let next = outline.functions[outer].outer
        outer = next == outer ? -1 : next
      }
      // A module or an object that is exported as a whole.
      for (name, places) in outline.assignmentsByName {
        guard let owner = function.owner >= 0 ? outline.classes[function.owner].name : nil else {
          break
        }
        for place in places where outline.assignments[place].function < 0 {
          let source = evaluator.files[target.file].source
          let value = outline.assignments[place].value
          for index in value..<min(value + 4, source.count)
          where source.isName(index) && source.text(index) == owner {
            keep(name)
          }
        }
      }
    }
    for (name, places) in evaluator.sharedNames where name.utf8.count >= 3 {
      for place in places.prefix(3)
      where evaluator.files[place.file].outline.assignments[place.assignment].function < 0 {
        let assignment = evaluator.files[place.file].outline.assignments[place.assignment]
        guard !assignment.isKey else { continue }
        evaluator.steps = 0
        let values = evaluator.value(place.file, place.assignment, seenFrom: nil)
        file = place.file
        if values.contains(where: { Address($0) != nil }) { keep(name) }
      }
    }
    for (name, places) in evaluator.functionNames {
      for place in places.prefix(2) {
        evaluator.steps = 0
        file = place.file
        if evaluator.returned(place.file, place.function).contains(where: { Address($0) != nil }) {
          keep(name)
        }
      }
    }
    return names
  }

  /// How an import of a file ends: its name before the quote, or before ` import`.
  private static func imports(of file: ParsedFile) -> [String] {
    let parts = file.path.split(separator: "/")
    guard let name = parts.last, let dot = name.lastIndex(of: ".") else { return [] }
    var stem = name[..<dot]
    if stem == "index" || stem == "__init__", parts.count > 1 { stem = parts[parts.count - 2] }
    switch file.language {
    case .javascript, .typescript: return ["\(stem)'", "\(name)'"]
    case .python: return ["\(stem) "]
    default: return []
    }
  }

  private static let plain: Set<String> = [
    "main", "default", "constructor", "module", "exports", "index", "handler", "config", "client",
    "base", "data", "this", "self", "Client", "http", "baseUrl", "baseURL", "base_url", "path",
    "method", "response", "headers",
  ]
}
