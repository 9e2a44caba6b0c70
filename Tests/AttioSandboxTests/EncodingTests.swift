import AttioSandbox
import Ground
import LocalHTTP
import TestSupport
import Testing

struct EncodingTests {
  @Test(arguments: [
    // FIPS 180-4 examples, and lengths around the edge of a block (made with `sha256sum`).
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
    (
      String(repeating: "a", count: 55),
      "9f4390f8d30c2dd92ec9f095b65e2b9ae9b0a925a5258e241c9f1e910f734318"
    ),
    (
      String(repeating: "a", count: 63),
      "7d3e74a05d7db15bce4ad9ec0658ea98e3f06eeecf16b4c6fff2da457ddc2f34"
    ),
    (
      String(repeating: "a", count: 64),
      "ffe054fe7ae0cb6dc65c3af9b61d5209f439851db43d0ba5997337df154668eb"
    ),
    (
      String(repeating: "a", count: 119),
      "31eba51c313a5c08226adf18d4a359cfdfd8d2e816b13f4af952f7ea6584dcfb"
    ),
    (
      String(repeating: "a", count: 1_000_000),
      "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"
    ),
  ])
  func `hashes as SHA-256 does`(text: String, digest: String) {
    #expect(SHA256.hexadecimal(text) == digest)
  }

  @Test func `makes the challenge of RFC 7636 appendix B`() {
    #expect(
      PKCE.challenge(verifier: "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk")
        == "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"
    )
  }

  @Test(arguments: [
    (0, "Thu, 01 Jan 1970 00:00:00 GMT"), (784_111_777, "Sun, 06 Nov 1994 08:49:37 GMT"),
    (951_782_400, "Tue, 29 Feb 2000 00:00:00 GMT"),
    (1_709_251_199, "Thu, 29 Feb 2024 23:59:59 GMT"),
    (1_735_689_599, "Tue, 31 Dec 2024 23:59:59 GMT"),
    (4_107_542_400, "Mon, 01 Mar 2100 00:00:00 GMT"),
  ])
  func `writes dates as HTTP wants them`(seconds: Int, text: String) {
    #expect(HTTPDate.text(secondsSince1970: seconds) == text)
  }

  @Test(arguments: [
    ("", ""), ("a b+c", "a%20b%2Bc"), ("é/ü?", "%C3%A9%2F%C3%BC%3F"), ("-._~AZaz09", "-._~AZaz09"),
    ("\r\n\u{0}", "%0D%0A%00"),
  ])
  func `percent-encoding reverses`(plain: String, encoded: String) {
    #expect(PercentCoding.encoded(plain) == encoded)
    #expect(PercentCoding.decoded(encoded) == plain)
  }

  @Test(arguments: [("%", "%"), ("%4", "%4"), ("%4g", "%4g"), ("%41%", "A%"), ("%ff", "\u{FFFD}")])
  func `broken escapes stay, broken text is marked`(encoded: String, plain: String) {
    #expect(PercentCoding.decoded(encoded) == plain)
  }
}
