package import Ground

/// What came of one read of the probe.
package struct ProbeResult: Equatable, Sendable {
  /// The call as Attio documents it.
  package var call: String
  /// The HTTP status; nil where no answer came or nothing was asked.
  package var httpStatus: Int?
  /// `connected` where Attio answered as it should, `not_checked` where it was not asked.
  package var state: ConnectionState
  /// How long it took, in milliseconds; nil where it was not asked.
  package var milliseconds: Double?
  /// Attio's words, cleaned, or the reason why it was not asked; nil where all is well.
  package var message: String?

  /// Collects an answer.
  package init(
    call: String,
    httpStatus: Int?,
    state: ConnectionState,
    milliseconds: Double?,
    message: String? = nil
  ) {
    self.call = call
    self.httpStatus = httpStatus
    self.state = state
    self.milliseconds = milliseconds
    self.message = message
  }

  /// Tells why a read was not asked; the reason ends its sentence.
  init(notAsked call: String, because reason: String) {
    self.init(
      call: call,
      httpStatus: nil,
      state: .notChecked,
      milliseconds: nil,
      message: "Not asked: \(reason)"
    )
  }

  /// Whether Attio refused it, which the user has to act on.
  var isRefused: Bool { httpStatus == 401 || httpStatus == 403 }
}

extension ProbeResult: JSONConvertible {
  /// One element of `probe`.
  package var json: JSONValue {
    JSONValue(members: [
      "call": call,
      "http_status": httpStatus,
      "state": state.rawValue,
      "milliseconds": milliseconds.map(Milliseconds.rounded),
      "message": message,
    ])
  }
}
