import SetupRuntime
import TestSupport
import Testing

struct NetworkSettingsTests {
  @Test func `waits ten seconds and trusts the system by default`() throws {
    let settings = try NetworkSettings(environment: [:], version: "1.2.3")
    #expect(settings.timeoutSeconds == 10)
    #expect(settings.caBundle == nil)
    #expect(settings.userAgent == "attio-setup/1.2.3")
  }

  @Test(arguments: [0, -1, 3601, .nan, .infinity])
  func `refuses a limit out of range`(limit: Double) {
    #expect(throws: NetworkSettingsError.timeoutOutOfRange) {
      try NetworkSettings.isolated(.init(timeoutSeconds: limit))
    }
  }

  @Test func `takes the option before the variable`() throws {
    let readable = #filePath
    let option = NetworkSettings.Options(caBundle: readable)
    let environment = ["SSL_CERT_FILE": "/nonexistent/ca.pem"]
    #expect(try NetworkSettings.isolated(option, environment).caBundle == readable)
    #expect(try NetworkSettings.isolated(.init(), ["SSL_CERT_FILE": readable]).caBundle == readable)
    #expect(try NetworkSettings.isolated(.init(), ["SSL_CERT_FILE": ""]).caBundle == nil)
  }

  @Test(arguments: [
    ("/nonexistent/ca.pem", "No such file or directory"),
    ("/", "Is a directory"),
    ("/dev/null", "The file is empty"),
  ])
  func `says why a bundle cannot be read`(path: String, reason: String) {
    for source in ["--ca-bundle", "SSL_CERT_FILE"] {
      let isOption = source == "--ca-bundle"
      let options = NetworkSettings.Options(caBundle: isOption ? path : nil)
      let environment = isOption ? [:] : [source: path]
      let error = NetworkSettingsError.unreadableBundle(path: path, source: source, reason: reason)
      #expect(throws: error) { try NetworkSettings.isolated(options, environment).confirmBundle() }
      // The variable is other programs' too: this one looks at it only where it needs it.
      if !isOption {
        #expect(throws: Never.self) { try NetworkSettings.isolated(options, environment) }
      }
    }
  }
}
