import Ground

/// What has to be known before a workspace can be connected without a question.
package enum ConnectNeeds {
  /// The app, where all of it is known in options, shell and env file together.
  ///
  /// Where a part is missing it is wrong usage that names the option, as is an address that is none.
  package static func credentials(
    _ settings: AppSettings
  ) throws(SetupError) -> AppCredentials {
    var missing: [String] = []
    if settings.clientID == nil { missing.append("--client-id ID") }
    if settings.clientSecret == nil {
      missing.append("--client-secret-stdin or --client-secret-file PATH")
    }
    guard missing.isEmpty, let clientID = settings.clientID,
      let secret = settings.clientSecret
    else {
      throw SetupError(
        .usage,
        "The app is not known: neither options, shell nor env file name its "
          + (settings.clientID == nil ? "client id" : "client secret")
          + (missing.count > 1 ? " and its client secret" : "") + ".",
        remedy: "Add \(missing.joined(separator: ", and ")). Both stand in the app's OAuth tab at "
          + "build.attio.com."
      )
    }
    if let (variable, reference) = settings.reference {
      throw SetupError(
        .actionNeeded,
        "\(variable) is \(reference.noun), not the value itself. Nothing was sent.",
        remedy: reference.way(),
        name: SetupError.referenceName
      )
    }
    do throws(RedirectURIError) {
      let uri = try RedirectURI(parsing: settings.redirectURI ?? RedirectURI.standardText)
      return AppCredentials(clientID: clientID, clientSecret: secret, redirectURI: uri)
    } catch {
      throw SetupError(
        .usage,
        error.message,
        remedy: "Give the address that the app has registered with --redirect-uri URI."
      )
    }
  }

  /// What of the app is to be put into the env file.
  ///
  /// That is what is not there yet, and what is newer for the same app. The file of another app stays
  /// as it is.
  package static func additions(
    _ credentials: AppCredentials,
    to file: AppSettings
  ) -> AppSettings {
    guard file.clientID == nil || file.clientID == credentials.clientID else {
      return AppSettings()
    }
    // Somebody relies on a reference in the file: it stays, and the value is used without being written.
    let keepsSecret =
      file.clientSecret == credentials.clientSecret
      || file.clientSecret.flatMap { SecretReference.of($0.reveal()) }?.isKept == true
    return AppSettings(
      clientID: file.clientID == nil ? credentials.clientID : nil,
      clientSecret: keepsSecret ? nil : credentials.clientSecret,
      redirectURI: file.redirectURI == credentials.redirectURI.text
        ? nil : credentials.redirectURI.text
    )
  }

  /// Where the token goes.
  ///
  /// - Parameters:
  ///   - named: What the command line says; nil for nothing.
  ///   - probe: What is possible here.
  /// - Returns: The place.
  /// - Throws: `keyring` where it was asked for, now or the last time, and does not work.
  package static func store(
    named: TokenStoreKind?,
    _ probe: StoreProbe
  ) throws(SetupError) -> TokenStoreKind {
    let wanted = named ?? probe.remembered ?? (probe.keyringProblem == nil ? .keyring : .file)
    guard wanted == .keyring, let problem = probe.keyringProblem else { return wanted }
    throw SetupError(
      .actionNeeded,
      "The keyring cannot be used. \(SafeText.cleaned(problem.message, limit: 400)) "
        + "Nothing was asked or written.",
      remedy: "Make it work, or keep the token in a file that only you can read: --store file",
      name: "keyring"
    )
  }
}
