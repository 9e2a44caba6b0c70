import Ground
import SetupCore
import TestSupport
import Testing

struct AppSettingsTests {
  private let whole = AppSettings(
    clientID: "id",
    clientSecret: Secret("secret"),
    redirectURI: "http://localhost:3000/cb"
  )

  @Test func `what is given wins over what stands in the file`() throws {
    let given = AppSettings(clientID: "mine", clientSecret: Secret(""))
    let filled = given.filled(from: whole)
    #expect(filled.clientID == "mine")
    #expect(filled.clientSecret == Secret("secret"))
    #expect(filled.redirectURI == "http://localhost:3000/cb")
    #expect(AppSettings(clientID: "", redirectURI: "").filled(from: whole) == whole)
    #expect(whole.filled(from: AppSettings()) == whole)
  }

  @Test func `credentials need an id and a secret, and have a usual redirect URI`() throws {
    let credentials = try #require(whole.credentials)
    #expect(credentials.clientID == "id")
    #expect(credentials.clientSecret == Secret("secret"))
    #expect(credentials.redirectURI.port == 3000)
    var settings = whole
    for uri in [nil, ""] {
      settings.redirectURI = uri
      #expect(settings.credentials?.redirectURI.text == RedirectURI.standardText)
    }
    settings.redirectURI = "http://example.com/"
    #expect(settings.credentials == nil)
    for id in [nil, ""] {
      settings = whole
      settings.clientID = id
      #expect(settings.credentials == nil)
    }
    for secret in [nil, Secret("")] {
      settings = whole
      settings.clientSecret = secret
      #expect(settings.credentials == nil)
    }
  }
}
