/// What is fed with random bytes, and what must hold whatever they are.
package enum FuzzTarget: String, CaseIterable, Sendable {
  /// An env file that is read, printed and edited.
  case envFile = "env-file"
  /// An answer of Attio's API.
  case jsonAnswer = "json-answer"
  /// What a terminal sends.
  case keys
  /// What any page of the browser can send to the callback's port.
  case callback

  /// Feeds the bytes.
  ///
  /// - Returns: What did not hold, as a sentence; nil where all did. A crash is a finding, too.
  package func violation(_ bytes: [UInt8]) -> String? {
    do {
      switch self {
      case .envFile: try EnvFileCheck.run(bytes)
      case .jsonAnswer: try JSONAnswerCheck.run(bytes)
      case .keys: try KeysCheck.run(bytes)
      case .callback: try CallbackCheck.run(bytes)
      }
      return nil
    } catch let violation as Violation {
      return violation.sentence
    } catch {
      return "An error that is none of those named: \(error)"
    }
  }
}

/// Something that must hold and did not.
struct Violation: Error {
  var sentence: String

  /// Throws where the condition is false.
  static func unless(_ condition: Bool, _ sentence: @autoclosure () -> String) throws(Violation) {
    if !condition { throw Violation(sentence: sentence()) }
  }
}
