import ArgumentParser
import Ground
internal import SetupCore

/// How the command line names the OAuth app; its secret is never an argument.
struct AppInput: ParsableArguments {
  @Option(
    name: .customLong("client-id"),
    help: ArgumentHelp("The app's client id (ATTIO_CLIENT_ID).", valueName: "id")
  )
  var clientID: String?

  @Flag(
    name: .customLong("client-secret-stdin"),
    help: "Read the app's client secret from standard input (ATTIO_CLIENT_SECRET)."
  )
  var clientSecretStdin = false

  @Option(
    name: .customLong("client-secret-file"),
    help: ArgumentHelp("Read the app's client secret from a file.", valueName: "path"),
    completion: .file()
  )
  var clientSecretFile: String?

  @Option(
    name: .customLong("redirect-uri"),
    help: ArgumentHelp(
      "The address that the app has registered, to the letter (ATTIO_REDIRECT_URI; default: "
        + "http://localhost:8787/callback).",
      valueName: "uri"
    )
  )
  var redirectURI: String?

  func validate() throws {
    guard !(clientSecretStdin && clientSecretFile != nil) else {
      throw ValidationError("--client-secret-stdin and --client-secret-file exclude each other.")
    }
    guard clientID.map({ !$0.isEmpty }) ?? true else {
      throw ValidationError("--client-id takes the app's client id.")
    }
    if let redirectURI {
      do throws(RedirectURIError) {
        _ = try RedirectURI(parsing: redirectURI)
      } catch {
        throw ValidationError(error.message)
      }
    }
  }

  /// What of the app the command line names; a secret may be waited for as long as a person likes.
  func settings(mayWait: Bool) throws(SetupError) -> AppSettings {
    AppSettings(
      clientID: clientID,
      clientSecret: try secret(mayWait: mayWait),
      redirectURI: redirectURI
    )
  }

  private func secret(mayWait: Bool) throws(SetupError) -> Secret? {
    let source = SecretSource(
      noun: "client secret",
      fileOption: "--client-secret-file",
      mayWait: mayWait
    )
    let content: FileContent
    if clientSecretStdin {
      content = try source.standardInput()
    } else if let clientSecretFile {
      content = try source.file(clientSecretFile)
    } else {
      return nil
    }
    switch AppPaste.clientSecret(content, clientID: clientID) {
    case .value(let secret, _): return secret
    case .refused(let reason):
      throw SetupError(
        .actionNeeded,
        "The client secret cannot be used. \(reason)",
        remedy: "Nothing was written.",
        name: "client_secret"
      )
    }
  }
}
