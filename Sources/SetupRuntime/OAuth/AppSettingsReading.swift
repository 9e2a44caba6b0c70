package import SetupCore

/// Reads the app's settings out of an env file.
package enum AppSettingsReading {
  /// What an env file holds of the app; a file that is not there holds nothing.
  ///
  /// - Throws: `ConnectFailure.appSettings` where the file cannot be read.
  package static func settings(
    in directory: String,
    envFileName: String
  ) throws(ConnectFailure) -> AppSettings {
    do {
      let path = EnvFileName.path(of: envFileName, in: directory)
      let document = try DotenvDocument(parsing: FileReader.snapshot(of: path).content)
      return AppSettings(reading: document.value(of:))
    } catch {
      let reason =
        (error as? FileReadError)?.message ?? (error as? DotenvError)?.message(file: envFileName)
        ?? "\(envFileName) cannot be read."
      throw .appSettings(file: envFileName, reason: reason)
    }
  }

  /// The request with the values that stand in the env file it names; without a name, as it is.
  ///
  /// - Throws: `ConnectFailure.appSettings` where a value is missing or is no redirect URI.
  package static func readBack(_ request: ConnectRequest) throws(ConnectFailure) -> ConnectRequest {
    guard let name = request.envFileName else { return request }
    let settings = try settings(in: request.directory, envFileName: name)
    func missing(_ variable: String) -> ConnectFailure {
      .appSettings(file: name, reason: "\(name) does not hold \(variable).")
    }
    guard let id = settings.clientID else { throw missing(AppSettings.clientIDVariable) }
    guard let secret = settings.clientSecret else {
      throw missing(AppSettings.clientSecretVariable)
    }
    guard let text = settings.redirectURI else { throw missing(AppSettings.redirectURIVariable) }
    if let (variable, reference) = settings.reference {
      throw .appSettings(file: name, reason: "\(variable) is \(reference.noun). It was not sent.")
    }
    var request = request
    do throws(RedirectURIError) {
      request.credentials = AppCredentials(
        clientID: id,
        clientSecret: secret,
        redirectURI: try RedirectURI(parsing: text)
      )
    } catch {
      throw .appSettings(file: name, reason: error.message)
    }
    return request
  }
}
