import Ground

/// Whether an env file sends the app, and the token with it, to somebody else than Attio.
enum ApiAddressCheck {
  static func check(_ findings: StatusFindings) -> Check {
    guard let other = findings.addresses.first(where: { !$0.leads(to: findings.context.host) })
    else {
      return Check(.apiAddress, .pass, "No env file sends your app to another address.")
    }
    let file = SafeText.cleaned(other.file)
    return Check(
      .apiAddress,
      .warn,
      summary(other),
      remedy:
        "Remove \(other.variable) from \(file), unless you put it there: whoever runs that host "
        + "gets the \(other.variable == "ATTIO_APP_URL" ? "client secret" : "token")."
    )
  }

  /// Says where a program is sent that loads the file.
  static func summary(_ address: AddressInFile) -> String {
    let file = SafeText.cleaned(address.file)
    let host = address.host ?? "an address that is none"
    let way = address.isPlain && address.host != nil ? " without encryption" : ""
    return "\(address.variable) in \(file) sends your app to \(host)\(way)."
  }
}
