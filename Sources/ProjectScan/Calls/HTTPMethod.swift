/// Finds an HTTP method in names and texts.
enum HTTPMethod {
  static let names: Set<String> = ["GET", "POST", "PUT", "PATCH", "DELETE"]

  /// The method that a text or a constant's name means: `post`, `MethodPatch`, `HttpMethod.Put`.
  static func named(_ text: String) -> String? {
    var upper = text.uppercased()
    for prefix in ["HTTP_METHOD_", "HTTPMETHOD", "METHOD_", "METHOD", "REQUEST_METHOD_", ":"]
    where upper.hasPrefix(prefix) && upper.count > prefix.count {
      upper = String(upper.dropFirst(prefix.count))
    }
    return names.contains(upper) ? upper : nil
  }

  /// The method that a function's name holds as its first or last word: `wp_remote_post`, `PostAsJsonAsync`.
  static func inName(_ name: String) -> String? {
    let words = self.words(name)
    let verbs = [
      "get": "GET", "post": "POST", "put": "PUT", "patch": "PATCH", "delete": "DELETE",
      "del": "DELETE",
    ]
    if words.count == 1, let verb = verbs[words[0]] { return verb }
    for word in [words.last, words.first] {
      if let word, let verb = verbs[word] { return verb }
    }
    if words.count > 2, let verb = verbs[words[1]] { return verb }
    return nil
  }

  static func words(_ name: String) -> [String] {
    var words: [String] = []
    var current = ""
    var wasLower = false
    for character in name.unicodeScalars {
      let isUpper = character.value >= 0x41 && character.value <= 0x5A
      let isLetter = isUpper || character.value >= 0x61 && character.value <= 0x7A
      if !isLetter || (isUpper && wasLower) {
        if !current.isEmpty { words.append(current.lowercased()) }
        current = ""
      }
      if isLetter { current.unicodeScalars.append(character) }
      wasLower = isLetter && !isUpper
    }
    if !current.isEmpty { words.append(current.lowercased()) }
    return words
  }
}
