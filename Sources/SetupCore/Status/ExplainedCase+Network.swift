/// The states in which nothing of Attio's came back.
extension ExplainedCase {
  var dnsFailure: ConnectionExplanation {
    ConnectionExplanation(
      "The name cannot be looked up",
      happening: "The address of \(context.host) could not be found." + words(of: "Reason"),
      evidence: "The name server gave no address, so no request was made.",
      remedy: "Check the network connection, the VPN and the name server. \(untouched)"
    )
  }

  var connectionRefused: ConnectionExplanation {
    ConnectionExplanation(
      "No connection",
      happening: "No connection to \(context.host) could be made." + words(of: "Reason"),
      evidence: "The system refused it, or found no way there.",
      remedy: "Check the network connection, the VPN and the firewall, and whether a proxy must be "
        + "named in HTTPS_PROXY. \(untouched)"
    )
  }

  var timeout: ConnectionExplanation {
    ConnectionExplanation(
      "No answer in time",
      happening: "The server \(context.host) did not answer within the limit."
        + words(of: "Reason"),
      evidence: connection.httpStatus.map { "The server gave up waiting and answered HTTP \($0)." }
        ?? "The time for name lookup, connection and answer together was used up.",
      remedy: "\(again), with a larger --timeout on a slow network. \(untouched)"
    )
  }

  var tlsFailure: ConnectionExplanation {
    ConnectionExplanation(
      "The connection cannot be secured",
      happening: "The connection to \(context.host) could not be secured, and the \(sent) was "
        + "not sent." + words(of: "Reason"),
      evidence: "The certificate and the encryption were checked with \(authorities). A company "
        + "proxy that opens connections, a wrong clock or an old list of authorities looks like "
        + "that.",
      remedy: "Check the clock. Behind a company proxy, name its certificate authority with "
        + "--ca-bundle FILE or SSL_CERT_FILE. \(untouched)"
    )
  }

  var proxyFailure: ConnectionExplanation {
    let asksForPassword = connection.httpStatus == 407
    return ConnectionExplanation(
      asksForPassword ? "The proxy asks for a password" : "The proxy does not connect",
      happening: "No connection to \(context.host) could be made through the proxy."
        + words(of: "Reason"),
      evidence: connection.httpStatus.map {
        "The proxy itself answered HTTP \($0). Attio was not reached."
      } ?? "No way through the proxy came about. Attio was not reached.",
      remedy: asksForPassword
        ? "Put user and password into the variable that names the proxy: "
          + "http://USER:PASSWORD@HOST:PORT. \(untouched)"
        : "Check HTTPS_PROXY and ALL_PROXY, or name \(context.host) in NO_PROXY where no proxy is "
          + "needed. \(untouched)"
    )
  }
}
