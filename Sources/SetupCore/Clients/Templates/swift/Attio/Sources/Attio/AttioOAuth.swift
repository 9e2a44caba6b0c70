import Foundation

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

/// Lets customers install your app (OAuth 2.0, authorization code).
///
/// Route a path of your server to `connect`, and that of your redirect URI to `callback`; send what
/// they give with Vapor, Hummingbird or any other server.
public actor AttioOAuth {
  /// What to send to the browser.
  public struct Answer: Sendable {
    public let status: Int
    public let headers: [String: String]
    public let text: String
  }

  /// Seconds for which a link is good.
  private static let linkLife = 600
  private static let cookieName = "attio_state"

  /// States that were sent out; with several processes, keep them where all of them look.
  private var pending: [String: Date] = [:]
  private let saveToken: @Sendable (_ workspaceID: String, _ token: String) async throws -> Void

  /// Takes what keeps the token of one workspace.
  ///
  /// That is your database: one row a workspace, the token encrypted. Attio's tokens do not expire,
  /// and connecting again gives a new one.
  public init(
    saveToken: @escaping @Sendable (_ workspaceID: String, _ token: String) async throws -> Void
  ) {
    self.saveToken = saveToken
  }

  /// Sends the person to Attio; only an admin of a workspace can install an app.
  public func connect() throws -> Answer {
    let bytes = (0..<32).map { _ in UInt8.random(in: .min ... .max) }
    let state = bytes.map { String(format: "%02x", $0) }.joined()
    pending = pending.filter { $0.value > Date() }
    pending[state] = Date(timeIntervalSinceNow: Double(Self.linkLife))
    let query = Self.form([
      "client_id": try setting("ATTIO_CLIENT_ID"),
      "redirect_uri": try setting("ATTIO_REDIRECT_URI"),
      "response_type": "code",
      "state": state,
    ])
    let headers = [
      "Location": "\(try Self.server())/authorize?\(query)",
      "Set-Cookie": try Self.cookie(state, Self.linkLife),
    ]
    return Answer(status: 302, headers: headers, text: "")
  }

  /// Takes the person back: checks the state, exchanges the code, and keeps the token.
  ///
  /// - Parameters:
  ///   - query: What stands after the question mark in the request's address.
  ///   - cookie: The request's `Cookie` header.
  public func callback(query: String?, cookie: String?) async throws -> Answer {
    let items = URLComponents(string: "?\(query ?? "")")?.queryItems ?? []
    let state = items.first { $0.name == "state" }?.value ?? ""
    let cookies = (cookie ?? "").split(separator: ";")
      .map { $0.trimmingCharacters(in: .whitespaces) }
    // The cookie binds the answer to this browser; taking the state makes it good for one time.
    guard cookies.contains("\(Self.cookieName)=\(state)"),
      let deadline = pending.removeValue(forKey: state), deadline > Date()
    else { return try Self.page(400, "This link is not valid any more. Start again.") }
    guard let code = items.first(where: { $0.name == "code" })?.value, !code.isEmpty else {
      return try Self.page(400, "Attio was not connected.")
    }
    let token = try await Self.exchange(code)
    let workspace = try await AttioClient(token: token).call("GET", "/self", as: Workspace.self)
    try await saveToken(workspace.id, token)
    return try Self.page(200, "Connected: \(workspace.name)")
  }

  private struct Workspace: Decodable {
    let id: String
    let name: String
    enum CodingKeys: String, CodingKey {
      case id = "workspace_id"
      case name = "workspace_name"
    }
  }

  private static func exchange(_ code: String) async throws -> String {
    guard let url = URL(string: "\(try server())/oauth/token") else { throw URLError(.badURL) }
    var request = URLRequest(url: url)
    request.httpMethod = "POST"
    request.setValue("application/x-www-form-urlencoded", forHTTPHeaderField: "Content-Type")
    let form = form([
      "grant_type": "authorization_code",
      "code": code,
      "client_id": try setting("ATTIO_CLIENT_ID"),
      "client_secret": try setting("ATTIO_CLIENT_SECRET"),
      "redirect_uri": try setting("ATTIO_REDIRECT_URI"),
    ])
    request.httpBody = Data(form.utf8)
    let (data, response) = try await send(request)
    let answer = try? JSONSerialization.jsonObject(with: data) as? [String: Any]
    if response.statusCode == 200, let token = answer?["access_token"] as? String { return token }
    let error = answer?["error"] as? String ?? ""
    throw AttioProblem(description: "Attio gave no token: \(response.statusCode) \(error)")
  }

  /// The fields as application/x-www-form-urlencoded.
  private static func form(_ fields: [String: String]) -> String {
    let plain = CharacterSet(
      charactersIn: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~"
    )
    return fields.map { name, value in
      "\(name)=\(value.addingPercentEncoding(withAllowedCharacters: plain) ?? "")"
    }
    .joined(separator: "&")
  }

  private static func server() throws -> String {
    try address("ATTIO_APP_URL", standard: "https://app.attio.com")
  }

  private static func page(_ status: Int, _ text: String) throws -> Answer {
    let headers = [
      "Content-Type": "text/plain; charset=utf-8", "Set-Cookie": try cookie("", 0),
    ]
    return Answer(status: status, headers: headers, text: text)
  }

  private static func cookie(_ value: String, _ seconds: Int) throws -> String {
    let secure = try setting("ATTIO_REDIRECT_URI").hasPrefix("https:") ? "; Secure" : ""
    return "\(cookieName)=\(value); Max-Age=\(seconds); Path=/; HttpOnly; SameSite=Lax\(secure)"
  }
}
