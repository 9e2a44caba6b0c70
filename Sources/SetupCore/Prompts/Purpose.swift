/// What the answer to an effect is for.
///
/// An answer goes to the question that was asked, wherever the user stands when it comes.
package enum Purpose: Equatable, Sendable {
  /// To know the folder, for the first step.
  case folder
  /// To know the folder anew after files were written, for the second step.
  case folderAgain
  /// The same, for another token than the one that was written.
  case anotherToken
  /// To know the token that was given.
  case candidate
  /// To know the token that stands in the env file and would be replaced.
  case replaced
  /// To know what the accepted token may do now.
  case granted
  /// To review what will be done, and why once more where it is.
  case plan(because: String?)
  /// To write the project's files.
  case files
  /// To prove that what was written works.
  case proof
  /// To know where tokens can be kept.
  case store
  /// To have a link for the browser.
  case link
  /// To have a token for the code that came back.
  case exchange
  /// To show the first query's answer.
  case query
  /// To review the starter client's files.
  case clientPlan
  /// To write the starter client's files.
  case client

  /// To know how the project and the connection are.
  case check
  /// To put one thing of the project right.
  case fix

  /// What kind of work it takes.
  var kind: Waiting.Kind {
    switch self {
    case .files, .client, .fix: .writing
    default: .asking
    }
  }
}
