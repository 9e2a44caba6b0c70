import Ground
import SetupCore
import TestSupport
import Testing

struct AppPasteTests {
  @Test(arguments: [
    Sample.clientID, " \(Sample.clientID)\r\n", "\"\(Sample.clientID)\"",
    "ATTIO_CLIENT_ID=\(Sample.clientID)", "export ATTIO_CLIENT_ID='\(Sample.clientID)'",
    "ATTIO_CLIENT_ID=\(Sample.clientID)\nATTIO_CLIENT_SECRET=abc\n",
  ])
  func `a client id loses what stands around it`(text: String) {
    #expect(AppPaste.clientID(FileContent(text)).value == Secret(Sample.clientID))
  }

  @Test(arguments: [
    "", "  ", Sample.clientSecret.reveal(), "https://build.attio.com", "op://vault/app/id",
    "one two", "eyJh.eyJi.c",
  ])
  func `what is no client id is refused, and not repeated`(text: String) {
    guard case .refused(let problem) = AppPaste.clientID(FileContent(text)) else {
      Issue.record("it was taken")
      return
    }
    #expect(text.count < 8 || !problem.contains(text))
  }

  @Test(arguments: [
    Sample.clientSecret.reveal(), "ATTIO_CLIENT_SECRET=\(Sample.clientSecret.reveal())\n",
    "ATTIO_CLIENT_ID=x\nATTIO_CLIENT_SECRET=\"\(Sample.clientSecret.reveal())\"\n",
  ])
  func `a client secret loses what stands around it`(text: String) {
    #expect(AppPaste.clientSecret(FileContent(text)).value == Sample.clientSecret)
  }

  @Test func `the client id and a token are no client secret`() {
    let named = AppPaste.clientSecret(FileContent("sandbox-client"), clientID: "sandbox-client")
    #expect(
      named == .refused("It is the client id. The client secret is the longer text below it.")
    )
    let token = AppPaste.clientSecret(
      FileContent(Sample.token.reveal()),
      tokens: [Sample.token]
    )
    #expect(
      token == .refused("It is an access token of one workspace, not the app's client secret.")
    )
    #expect(AppPaste.clientSecret(FileContent([0xFF, 0x00])).value == nil)
  }
}
