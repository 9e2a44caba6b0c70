/// A secret that another service gave out, known by the form that the service documents.
package enum ForeignSecret: CaseIterable, Equatable, Sendable {
  case gitHub
  case gitLab
  case stripe
  case amazon
  case slack
  case anthropic
  case openAI
  case sendGrid
  case hubSpot
  case google
  case npm
  case huggingFace
  case digitalOcean
  case linear
  case privateKey

  /// What a text is by its form; nil for what may be Attio's, which documents none.
  package static func of(_ text: String) -> ForeignSecret? {
    if text.contains("-----BEGIN "), text.contains("PRIVATE KEY") { return .privateKey }
    if let known = prefixes.first(where: { text.hasPrefix($0.prefix) }) { return known.secret }
    if text.prefixMatch(of: /xox[a-z]-|xapp-/) != nil { return .slack }
    // An access key's ID: capital letters and digits alone, which no token of Attio's is.
    return text.wholeMatch(of: /(AKIA|ASIA)[A-Z0-9]{8,}/) != nil ? .amazon : nil
  }

  /// What it is, with its article.
  package var name: String {
    switch self {
    case .gitHub: "a GitHub token"
    case .gitLab: "a GitLab token"
    case .stripe: "a Stripe key"
    case .amazon: "an AWS access key"
    case .slack: "a Slack token"
    case .anthropic: "an Anthropic API key"
    case .openAI: "an OpenAI API key"
    case .sendGrid: "a SendGrid API key"
    case .hubSpot: "a HubSpot token"
    case .google: "a Google API key"
    case .npm: "an npm token"
    case .huggingFace: "a Hugging Face token"
    case .digitalOcean: "a DigitalOcean token"
    case .linear: "a Linear API key"
    case .privateKey: "a private key"
    }
  }

  private static let prefixes: [(prefix: String, secret: ForeignSecret)] = [
    ("ghp_", .gitHub), ("gho_", .gitHub), ("ghu_", .gitHub), ("ghs_", .gitHub), ("ghr_", .gitHub),
    ("github_pat_", .gitHub), ("glpat-", .gitLab), ("sk_live_", .stripe), ("rk_live_", .stripe),
    ("sk_test_", .stripe), ("rk_test_", .stripe), ("whsec_", .stripe), ("sk-ant-", .anthropic),
    ("sk-proj-", .openAI), ("sk-svcacct-", .openAI), ("SG.", .sendGrid), ("pat-na1-", .hubSpot),
    ("pat-eu1-", .hubSpot), ("AIzaSy", .google), ("npm_", .npm), ("hf_", .huggingFace),
    ("dop_v1_", .digitalOcean), ("lin_api_", .linear),
  ]
}
