#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// What a request's Authorization header holds.
enum Credential: Equatable {
  case none
  case unreadable
  case token(String)

  /// Reads a Bearer token, or HTTP Basic with the token as the user name.
  init(header: String?) {
    guard let header else {
      self = .none
      return
    }
    let words = header.split(separator: " ", omittingEmptySubsequences: true)
    switch (words.first?.lowercased(), words.count) {
    case ("bearer", 1): self = .token("")
    case ("bearer", 2): self = .token(String(words[1]))
    case ("basic", 2): self = Self.userName(base64: String(words[1]))
    default: self = .unreadable
    }
  }

  private static func userName(base64: String) -> Credential {
    guard let data = Data(base64Encoded: base64) else { return .unreadable }
    let pair = String(decoding: data, as: UTF8.self)
    return .token(String(pair.prefix { $0 != ":" }))
  }
}
