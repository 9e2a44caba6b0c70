import AttioTables
import Ground
import LocalHTTP

/// Files and folders of records.
extension Desk {
  mutating func files(_ words: [String]) throws(AttioError) -> LocalResponse {
    switch (route.endpoint.method, words.last) {
    case (.get, "files"): return try listFiles()
    case (.post, "files"): return try createFolder()
    case (.post, _): return try upload()
    default: break
    }
    let file = try thing(.file, "file_id", "File")
    switch (route.endpoint.method, words.last) {
    case (.get, "download"):
      guard data.contents[file.id] != nil else {
        throw .invalid("A folder cannot be downloaded.", at: "file_id")
      }
      let host = request.header("Host") ?? ""
      let address = "http://\(host)/_sandbox/files/\(data.workspace.index)/\(file.id)"
      return LocalResponse(status: 302, headers: [LocalHeader("Location", address)])
    case (.delete, _):
      data.remove(.file) { $0.id == file.id || $0.json["parent_folder_id"] == .text(file.id) }
      data.contents[file.id] = nil
      return gone
    default:
      guard file.json["file_type"] == "folder" else { return one(file.json) }
      let hasChildren = data.all(.file).contains { $0.json["parent_folder_id"] == .text(file.id) }
      return one(file.json.with("has_children", .bool(hasChildren)))
    }
  }

  private func listFiles() throws(AttioError) -> LocalResponse {
    let object = try thing(.object, named: query("object") ?? "", "Object")
    let record = try record(query("record_id") ?? "", of: object.id)
    return page(
      data.all(.file).filter { file in
        let provider = query("storage_provider")
        return file.json["record_id"] == .text(record.id)
          && file.json["parent_folder_id"]?.text == query("parent_folder_id")
          && provider.map { file.json["storage_provider"] == .text($0) } ?? true
      }
    )
  }

  /// Where a new file goes.
  private func place(
    _ object: String?,
    _ record: String?
  ) throws(AttioError) -> (object: String, objectID: String, record: String) {
    let object = try thing(.object, named: object ?? "", "Object")
    let record = try self.record(record ?? "", of: object.id)
    return (object.slug ?? object.id, object.id, record.id)
  }

  private func folder(_ name: String?) throws(AttioError) -> JSONValue {
    guard let name else { return .null }
    return .text(try thing(.file, named: name, "Folder").id)
  }

  private mutating func createFolder() throws(AttioError) -> LocalResponse {
    let place = try place(body["object"]?.text, body["record_id"]?.text)
    let type = body["file_type"]?.text ?? "folder"
    let id = data.newID()
    var json = data.file(id, on: place, actor, time, type)
    if type == "folder" {
      json["name"] = body["name"] ?? ""
      json["parent_folder_id"] = try folder(body["parent_folder_id"]?.text)
    } else {
      json.take("storage_provider", "external_provider_file_id", from: body)
      json["microsoft_drive_id"] = body["microsoft_drive_id"] ?? .null
    }
    data.add(.file, Thing(id: id, json: json))
    return one(json)
  }

  private mutating func upload() throws(AttioError) -> LocalResponse {
    guard let form = MultipartForm(request) else {
      throw .invalid("The body is a form of the type multipart/form-data.", at: "file")
    }
    guard let part = form["file"] else { throw .invalid("Required", at: "file") }
    for name in ["object", "record_id"] where form[name] == nil {
      throw .invalid("Required", at: name)
    }
    let place = try place(form["object"]?.text, form["record_id"]?.text)
    let parent = try folder(form["parent_folder_id"]?.text)
    let id = data.newID()
    let type = part.type ?? "application/octet-stream"
    let json = data.file(id, on: place, actor, time, "file")
      .with("name", .text(part.fileName ?? "file"))
      .with("content_type", .text(type))
      .with("content_size", .integer(Int64(part.bytes.count)))
      .with("parent_folder_id", parent)
    data.contents[id] = .init(type: type, bytes: part.bytes)
    data.add(.file, Thing(id: id, json: json))
    return one(json, status: 201)
  }
}

/// A body of several parts (RFC 7578).
struct MultipartForm {
  /// One part.
  struct Part {
    var name: String
    var fileName: String?
    var type: String?
    var bytes: [UInt8]

    var text: String { String(decoding: bytes, as: UTF8.self) }
  }

  private var parts: [Part] = []

  /// Reads a request's body; nil where it is no such form.
  init?(_ request: LocalRequest) {
    let type = request.header("Content-Type") ?? ""
    guard type.lowercased().hasPrefix("multipart/form-data"),
      let mark = type.split(separator: ";").map(\.trimmed).first(where: {
        $0.hasPrefix("boundary=")
      })
    else { return nil }
    let boundary = mark.dropFirst("boundary=".count).filter { $0 != "\"" }
    guard !boundary.isEmpty else { return nil }
    let line = Array("\r\n--\(boundary)".utf8)
    for piece in Self.split(Array("\r\n".utf8) + request.body, by: line).dropFirst() {
      guard let part = Self.part(piece) else { continue }
      parts.append(part)
    }
    if parts.isEmpty { return nil }
  }

  subscript(name: String) -> Part? { parts.first { $0.name == name } }

  private static func part(_ bytes: ArraySlice<UInt8>) -> Part? {
    let gap = Array("\r\n\r\n".utf8)
    guard let end = find(gap, in: bytes, from: bytes.startIndex) else { return nil }
    let head = String(decoding: bytes[..<end], as: UTF8.self).split(separator: "\r\n")
    guard let disposition = head.first(where: { $0.lowercased().hasPrefix("content-disposition:") })
    else { return nil }
    let type = head.first { $0.lowercased().hasPrefix("content-type:") }
    guard let name = value("name", in: disposition) else { return nil }
    return Part(
      name: name,
      fileName: value("filename", in: disposition),
      type: type.map { $0.split(separator: ":", maxSplits: 1).last?.trimmed ?? "" },
      bytes: Array(bytes[(end + gap.count)...])
    )
  }

  private static func value(_ name: String, in header: Substring) -> String? {
    header.split(separator: ";").map(\.trimmed).first { $0.hasPrefix("\(name)=") }
      .map { $0.dropFirst(name.count + 1).filter { $0 != "\"" } }
  }

  private static func split(_ bytes: [UInt8], by mark: [UInt8]) -> [ArraySlice<UInt8>] {
    var pieces: [ArraySlice<UInt8>] = []
    var start = 0
    while let next = find(mark, in: bytes[...], from: start) {
      pieces.append(bytes[start..<next])
      start = next + mark.count
    }
    return pieces
  }

  private static func find(_ mark: [UInt8], in bytes: ArraySlice<UInt8>, from start: Int) -> Int? {
    guard bytes.endIndex - start >= mark.count else { return nil }
    return (start...(bytes.endIndex - mark.count)).first { place in
      bytes[place] == mark[0] && bytes[place..<(place + mark.count)].elementsEqual(mark)
    }
  }
}
