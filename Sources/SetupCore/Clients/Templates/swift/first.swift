import Foundation

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

let token = ProcessInfo.processInfo.environment["ATTIO_API_KEY"] ?? ""
let url =
  "https://api.attio.com/v2/objects/people/records/query"
var request = URLRequest(url: URL(string: url)!)
request.httpMethod = "POST"
request.setValue("Bearer \(token)", forHTTPHeaderField: "Authorization")
request.setValue("application/json", forHTTPHeaderField: "Content-Type")
request.httpBody = Data(#"{"limit":1}"#.utf8)
let (answer, _) = try await URLSession.shared.data(for: request)
print(String(decoding: answer, as: UTF8.self))
