// Attio's REST API without dependencies; Swift 6.0 or newer. To use it, add to your Package.swift
// .package(path: "Attio") and, to your target, .product(name: "Attio", package: "Attio").

import Foundation

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

/// Attio's answer to a call that failed; its message is Attio's own.
public struct AttioError: LocalizedError, CustomStringConvertible, Sendable {
  public let status: Int
  public let type: String
  public let code: String
  public let message: String

  public var description: String { "\(status) \(type) \(code): \(message)" }
  public var errorDescription: String? { description }
}

/// What stops a call before Attio is asked, or an install before there is a token.
public struct AttioProblem: LocalizedError, CustomStringConvertible, Sendable {
  public let description: String
  public var errorDescription: String? { description }
}

public struct AttioClient: Sendable {
  /// Seconds that a Retry-After may ask for.
  private static let longestWait = 30.0

  private let token: String
  private let base: String

  /// Without a token, the project's own is used.
  public init(token: String? = nil) throws {
    self.token = try token ?? setting("ATTIO_API_KEY")
    // RFC 6750, section 2.1; more could be a header of its own.
    guard self.token.range(of: "^[A-Za-z0-9._~+/=-]+\\z", options: .regularExpression) != nil else {
      throw AttioProblem(description: "ATTIO_API_KEY holds no bearer token.")
    }
    base = try address("ATTIO_BASE_URL", standard: "https://api.attio.com/v2")
  }

  /// Makes a call, such as `call("GET", "/objects", as: Objects.self)`, and decodes the answer.
  public func call<Answer: Decodable>(
    _ method: String,
    _ path: String,
    body: (any Encodable)? = nil,
    as type: Answer.Type
  ) async throws -> Answer {
    try JSONDecoder().decode(type, from: await data(method, path, body: body))
  }

  /// Makes a call and gives the JSON object of the answer as Attio sent it.
  ///
  /// A download gives an object with the member `location`; get the file from there without the
  /// token.
  @discardableResult
  public func data(
    _ method: String,
    _ path: String,
    body: (any Encodable)? = nil
  ) async throws -> Data {
    let content = try body.map { try JSONEncoder().encode($0) }
    return try await deliver(method, path, type: "application/json", content)
  }

  /// Puts a file on a record.
  @discardableResult
  public func upload(
    to object: String,
    _ recordID: String,
    name: String,
    _ content: Data
  ) async throws -> Data {
    let mark = UUID().uuidString
    let head = "--\(mark)\r\nContent-Disposition: form-data; name="
    let safe = name.map { "\"\r\n\r\n".contains($0) ? "_" : String($0) }.joined()
    var body = Data("\(head)\"object\"\r\n\r\n\(object)\r\n".utf8)
    body += Data("\(head)\"record_id\"\r\n\r\n\(recordID)\r\n".utf8)
    body += Data("\(head)\"file\"; filename=\"\(safe)\"\r\n".utf8)
    body += Data("Content-Type: application/octet-stream\r\n\r\n".utf8)
    body += content + Data("\r\n--\(mark)--\r\n".utf8)
    let type = "multipart/form-data; boundary=\(mark)"
    return try await deliver("POST", "/files/upload", type: type, body)
  }

  private func deliver(
    _ method: String,
    _ path: String,
    type: String,
    _ content: Data?
  ) async throws -> Data {
    guard let url = URL(string: base + path) else { throw URLError(.badURL) }
    var request = URLRequest(url: url)
    request.httpMethod = method
    request.httpBody = content
    request.setValue("Bearer \(token)", forHTTPHeaderField: "Authorization")
    request.setValue(type, forHTTPHeaderField: "Content-Type")
    var (data, response) = try await sendRepeatedly(request)
    if let wait = Self.wait(after: response, data), wait <= Self.longestWait {
      try await Task.sleep(nanoseconds: UInt64(wait * 1_000_000_000))
      (data, response) = try await send(request)
    }
    if data.isEmpty, 200..<300 ~= response.statusCode { return Data("{}".utf8) }
    if response.statusCode == 302, path.hasSuffix("/download"),
      let location = response.value(forHTTPHeaderField: "Location")
    {
      return try JSONEncoder().encode(["location": location])
    }
    let answer = try? JSONSerialization.jsonObject(with: data) as? [String: Any]
    if answer != nil, 200..<300 ~= response.statusCode { return data }
    throw AttioError(
      status: response.statusCode,
      type: answer?["type"] as? String ?? "unknown",
      code: answer?["code"] as? String ?? "unknown",
      message: answer?["message"] as? String ?? "The answer is not Attio's JSON."
    )
  }

  /// Sends a request once more where the answer got lost and twice is as good as once.
  private func sendRepeatedly(_ request: URLRequest) async throws -> (Data, HTTPURLResponse) {
    do {
      return try await send(request)
    } catch {
      guard ["GET", "PUT", "DELETE"].contains(request.httpMethod) else { throw error }
      try await Task.sleep(nanoseconds: 1_000_000_000)
      return try await send(request)
    }
  }

  /// How long to wait before the same call may be sent again; nil for never.
  private static func wait(after response: HTTPURLResponse, _ data: Data) -> Double? {
    switch response.statusCode {
    case 429: return wait(for: response.value(forHTTPHeaderField: "Retry-After"))
    case 409:
      let answer = try? JSONSerialization.jsonObject(with: data) as? [String: Any]
      return answer?["code"] as? String == "concurrent_write_conflict" ? 1 : nil
    default: return nil
    }
  }

  /// The slugs of the workspace's objects.
  public func objects() async throws -> [String] {
    struct Objects: Decodable {
      struct Object: Decodable {
        let slug: String?
        enum CodingKeys: String, CodingKey { case slug = "api_slug" }
      }
      let data: [Object]
    }
    return try await call("GET", "/objects", as: Objects.self).data.compactMap(\.slug)
  }

  /// Retry-After holds seconds or an HTTP date (RFC 9110, section 10.2.3).
  private static func wait(for header: String?) -> Double {
    if let seconds = header.flatMap(UInt.init) { return Double(seconds) }
    let format = DateFormatter()
    format.locale = Locale(identifier: "en_US_POSIX")
    format.timeZone = TimeZone(identifier: "GMT")
    format.dateFormat = "EEE, dd MMM yyyy HH:mm:ss 'GMT'"
    guard let date = header.flatMap(format.date(from:)) else { return 1 }
    return max(0, date.timeIntervalSinceNow)
  }
}

/// Follows no redirect, so the token goes to Attio and nowhere else.
private final class NoRedirects: NSObject, URLSessionTaskDelegate {
  func urlSession(
    _ session: URLSession,
    task: URLSessionTask,
    willPerformHTTPRedirection response: HTTPURLResponse,
    newRequest request: URLRequest,
    completionHandler: @escaping @Sendable (URLRequest?) -> Void
  ) {
    completionHandler(nil)
  }
}

private let session: URLSession = {
  let settings = URLSessionConfiguration.ephemeral
  settings.timeoutIntervalForRequest = 30
  settings.timeoutIntervalForResource = 30
  return URLSession(configuration: settings, delegate: NoRedirects(), delegateQueue: nil)
}()

func send(_ request: URLRequest) async throws -> (Data, HTTPURLResponse) {
  let (data, response) = try await session.data(for: request)
  guard let response = response as? HTTPURLResponse else { throw URLError(.badServerResponse) }
  return (data, response)
}

/// An address of the environment; plain http goes to this machine only.
func address(_ name: String, standard: String) throws -> String {
  let text = try setting(name, standard: standard)
  let url = text.hasSuffix("/") ? String(text.dropLast()) : text
  let here = "^http://(localhost|127(\\.[0-9]+){3}|\\[::1\\])(:[0-9]+)?(/.*)?\\z"
  if url.hasPrefix("https://") || url.range(of: here, options: .regularExpression) != nil {
    return url
  }
  throw AttioProblem(description: "\(name) is neither https nor on this machine.")
}

func setting(_ name: String, standard: String? = nil) throws -> String {
  let value = ProcessInfo.processInfo.environment[name] ?? ""
  if !value.isEmpty { return value }
  guard let standard else { throw AttioProblem(description: "\(name) is not set.") }
  return standard
}
