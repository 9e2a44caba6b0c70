import AttioSandbox
import TestSupport
import Testing

/// A place in the program from which somebody leaves: how to get there, and what is true then.
struct LeavingStage: Sendable, CustomTestStringConvertible {
  /// What a person sees and then types; nil types nothing and is there.
  typealias Act = (seen: String, typed: String?)

  let testDescription: String
  /// The arguments; `PORT` and `SECRETFILE` stand for those of the run.
  var arguments = ["--sandbox"]
  /// Files of the project and their texts beside `package.json`.
  var files: [String: String] = [:]
  /// From the start to the place.
  let way: [Act]
  /// The files that stand in the project by then, beside those above.
  var written: [String] = []
  /// The last line, if the program says one of its own.
  var lastLine = "Nothing was written."
  /// The exit code of Ctrl-C and SIGINT.
  var interruptCode: Int32 = 130
  /// Whether it moves no cursor.
  var isLines = false
  /// Half a secret that is typed and not ended before the program is left.
  var halfTyped = ""
}

extension LeavingStage {
  static let all = wizard + connect + status + lines

  private static let toToken: [Act] = [("Use this folder", "\r")]
  private static let toScopes: [Act] =
    toToken + [("Paste your Attio access token", "\u{14}"), ("Continue with", "\r")]
  private static let toReview: [Act] = toScopes + [("Records: See", "\r")]
  private static let toDone: [Act] = toReview + [("+ATTIO_API_KEY=", "\r")]
  private static let everything = [".env", ".env.example", ".gitignore"]
  private static let writtenLine =
    "Written: .gitignore, .env, .env.example. Undo with: attio-setup undo"

  private static let wizard = [
    LeavingStage(testDescription: "project", way: [("Use this folder", nil)]),
    LeavingStage(
      testDescription: "token",
      way: toToken + [("Paste your Attio access token", nil)]
    ),
    LeavingStage(testDescription: "scopes", way: toScopes + [("Records: See", nil)]),
    LeavingStage(testDescription: "review", way: toReview + [("+ATTIO_API_KEY=", nil)]),
    LeavingStage(
      testDescription: "done",
      way: toDone + [("Connected to", nil)],
      written: everything,
      lastLine: writtenLine,
      interruptCode: 0
    ),
  ]

  private static let connectArguments = [
    "connect", "--sandbox", "--redirect-uri", "http://127.0.0.1:PORT/callback", "--store", "file",
    "--no-browser",
  ]

  private static let connect = [
    LeavingStage(
      testDescription: "app guide",
      arguments: connectArguments,
      way: [("Enter client id and client secret", nil)]
    ),
    LeavingStage(
      testDescription: "client secret",
      arguments: connectArguments,
      way: [
        ("Enter client id and client secret", "\r"),
        ("Paste the app's client id", Sandbox.clientID), ("Continue", "\r"),
        ("stays hidden", nil),
      ]
    ),
    LeavingStage(
      testDescription: "waiting for the browser",
      arguments: connectArguments + [
        "--client-id", Sandbox.clientID, "--client-secret-file", "SECRETFILE",
      ],
      way: [("+ATTIO_CLIENT_ID=", "\r"), ("Waiting for the answer", nil)],
      written: everything,
      lastLine: writtenLine
    ),
  ]

  private static let status = [
    LeavingStage(
      testDescription: "status",
      arguments: ["status", "--sandbox"],
      way: [("check again", nil)]
    ),
    LeavingStage(
      testDescription: "status that has mended something",
      arguments: ["status", "--sandbox"],
      files: [".env": "ATTIO_API_KEY=\(SandboxScenario.full.token)\n"],
      way: [("mode 0644", "\r"), ("Done. Undo with", nil)],
      lastLine: "Written: .env. Undo with: attio-setup undo"
    ),
  ]

  private static let lines = [
    LeavingStage(
      testDescription: "a plain prompt",
      arguments: ["--sandbox", "--plain"],
      way: [("leave. > ", nil)],
      isLines: true
    ),
    LeavingStage(
      testDescription: "the secret's prompt",
      arguments: ["--sandbox", "--plain"],
      way: [("leave. > ", "\n"), ("it is not shown", nil)],
      isLines: true,
      halfTyped: "half-a-secret"
    ),
    LeavingStage(
      testDescription: "the status in lines",
      arguments: ["status", "--sandbox", "--plain"],
      way: [("leave. > ", nil)],
      isLines: true
    ),
  ]
}
