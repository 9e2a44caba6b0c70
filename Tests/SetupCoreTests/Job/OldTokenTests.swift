import Ground
import SetupCore
import TestSupport
import Testing

/// What is said of a token that was written over.
struct OldTokenTests {
  private static let name = Sample.otherToken.masked ?? ""

  @Test(
    arguments: [
      (Verification?.none, OldToken.Life.unclear),
      (Sample.verification(), .works),
      (Sample.verification(identity: Sample.otherIdentity), .works),
      (Sample.verification(.tokenInactive), .dead),
      (Sample.verification(.unauthorized), .dead),
      (Sample.verification(.tokenMalformed), .dead),
      (Sample.verification(.tokenMissing), .dead),
      (Sample.verification(.missingScope), .unclear),
      (Sample.verification(.planLimit), .unclear),
      (Sample.verification(.notFound), .unclear),
      (Sample.verification(.rateLimited), .unclear),
      (Sample.verification(.timeout), .unclear),
      (Sample.verification(.badResponse), .unclear),
    ]
  )
  func `it is alive or dead only where Attio said so`(
    answer: Verification?,
    life: OldToken.Life
  ) {
    #expect(OldToken(Sample.otherToken, verification: answer).life == life)
  }

  @Test func `that it works is said only where it is known`() {
    func sentence(_ answer: Verification?) -> String? {
      OldToken(Sample.otherToken, verification: answer).sentence
    }
    #expect(sentence(Sample.verification()) == "\(Self.name) works until it is deleted")
    #expect(sentence(nil) == "\(Self.name) may still work until it is deleted")
    #expect(sentence(Sample.verification(.unauthorized)) == nil)
  }
}
