import Ground
import SetupCore
import SetupRuntime
import TestSupport
import Testing

struct ProofKeyTests {
  @Test func `the challenge of RFC 7636 appendix B`() throws {
    let key = try ProofKey(verifier: Secret("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"))
    #expect(key.challenge == "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM")
  }

  @Test func `the empty text has its hash`() throws {
    // SHA-256 of nothing, from FIPS 180-4's examples, in base64url.
    let key = try ProofKey(verifier: Secret(""))
    #expect(key.challenge == "47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU")
  }

  @Test func `every pair is another one`() throws {
    let keys = try (0..<50).map { _ in try ProofKey.make() }
    #expect(Set(keys.map { $0.verifier.reveal() }).count == 50)
    for key in keys {
      // RFC 7636 section 4.1 allows 43 to 128 characters of this alphabet.
      #expect(key.verifier.reveal().wholeMatch(of: /[A-Za-z0-9_-]{43}/) != nil)
      #expect(key.challenge.wholeMatch(of: /[A-Za-z0-9_-]{43}/) != nil)
      #expect(try ProofKey(verifier: key.verifier) == key)
    }
  }

  @Test func `random values use the whole alphabet and never repeat`() {
    let texts = (0..<500).map { _ in RandomText.make() }
    #expect(Set(texts).count == 500)
    #expect(texts.allSatisfy { $0.wholeMatch(of: /[A-Za-z0-9_-]{43}/) != nil })
    #expect(Set(texts.joined()).count == 64)
  }

  @Test func `a missing library is named, with what to install and the way around`() throws {
    do throws(ConnectFailure) {
      _ = try ProofKey.make(library: "libcrypto-absent.so.3")
      Issue.record("hashed without a library")
    } catch {
      let text = error.setupError().message + error.setupError().remedy
      for words in ["libcrypto-absent.so.3", "libssl3", "--no-pkce"] {
        #expect(text.contains(words), "\(text)")
      }
      #expect(error.name == "no_hash")
    }
  }

  @Test func `a library without the hash is no library`() throws {
    #expect(throws: ConnectFailure.noHash("The library has no SHA256.")) {
      try ProofKey.make(library: "libc.so.6")
    }
  }

  @Test func `the verifier is printed nowhere`() throws {
    let key = try ProofKey(verifier: Secret("canary-verifier"))
    var dumped = ""
    dump(key, to: &dumped)
    #expect(!"\(key) \(dumped)".contains("canary"))
  }
}
