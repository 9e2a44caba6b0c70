import AttioAPI
import TestSupport
import Testing

struct TLSProblemTests {
  /// Words of libcurl 7.88 with OpenSSL 3 and with GnuTLS.
  @Test(arguments: [
    ("SSL certificate problem: certificate has expired", TLSProblem.Cause.expired),
    ("SSL certificate problem: certificate is not yet valid", .notYetValid),
    ("SSL certificate problem: self-signed certificate", .selfSigned),
    ("SSL certificate problem: self signed certificate", .selfSigned),
    ("SSL certificate problem: self-signed certificate in certificate chain", .unknownIssuer),
    ("SSL certificate problem: unable to get local issuer certificate", .unknownIssuer),
    (
      "SSL: no alternative certificate subject name matches target host name 'localhost'",
      .wrongHost
    ),
    ("SSL: certificate subject name 'a' does not match target host name 'b'", .wrongHost),
    ("server certificate expiration date has passed.", .expired),
    ("server certificate verification failed. CAfile: /x CRLfile: none", .refused),
    ("", .refused),
  ])
  func `reads the cause out of the library's words`(words: String, cause: TLSProblem.Cause) {
    #expect(TLSProblem(verification: words).cause == cause)
  }

  @Test func `names the problem and the issuer`() {
    let problem = TLSProblem(.selfSigned, words: "w", issuer: "O = Corp")
    #expect(
      problem.message == "The server's certificate is self-signed. It was issued by O = Corp."
    )
  }
}
