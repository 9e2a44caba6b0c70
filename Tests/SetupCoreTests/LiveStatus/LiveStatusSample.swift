import Ground
import SetupCore

/// Reports that the tests of the live status start from.
enum LiveStatusSample {
  static let healthy = StatusReport(.healthy)

  static let offline = StatusReport(.connection(.dnsFailure))

  static func rateLimited(seconds: Double) -> StatusReport {
    StatusReport(
      .healthy {
        $0.verification = Verification(
          connection: Connection(
            state: .rateLimited,
            httpStatus: 429,
            retryAfterSeconds: seconds
          )
        )
      }
    )
  }

  /// A healthy report in which one row is another one.
  static func report(_ check: Check) -> StatusReport {
    var report = healthy
    report.checks = report.checks.map { $0.id == check.id ? check : $0 }
    return report
  }

  static let threeProblems = StatusReport(
    .healthy {
      $0.verification = Verification(connection: Connection(state: .tokenInactive, httpStatus: 200))
      $0.envFile.mode = 0o644
      $0.example = ExampleFindings()
    }
  )

  static let hostile = StatusReport(
    .healthy {
      var identity = Sample.identity
      identity.workspaceName =
        "Evil\u{1B}[31m\u{202E}Corp\u{7}" + String(repeating: "界", count: 80)
      $0.verification = Verification(
        connection: Connection(state: .connected, httpStatus: 200),
        identity: identity,
        objects: ["\u{1B}]0;x\u{7}people"]
      )
    }
  )
}
