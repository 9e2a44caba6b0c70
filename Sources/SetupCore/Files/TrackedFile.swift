/// An env file that git tracks, in the only sentences that say so.
package enum TrackedFile {
  /// That git tracks it, as the beginning of a sentence.
  package static func title(_ name: String) -> String {
    "Git tracks \(DisplayText.visible(name.utf8))"
  }

  /// That git tracks it, and what comes of that.
  ///
  /// - Parameters:
  ///   - name: The path, relative to the project.
  ///   - secret: What it holds, as "the token".
  /// - Returns: The sentence.
  package static func fact(_ name: String, holding secret: String) -> String {
    "\(title(name)), so your next commit would include \(secret), whatever .gitignore says."
  }

  /// The command that makes git forget the file and leaves it on disk.
  package static func command(_ name: String) -> String {
    let word = ShellWord.quoted(name.hasPrefix("-") ? "./\(name)" : name)
    return DisplayText.visible("git rm --cached \(word)".utf8)
  }

  /// What to do, as a sentence.
  package static func remedy(_ name: String) -> String {
    "Run “\(command(name))” and commit. The file itself stays."
  }
}
