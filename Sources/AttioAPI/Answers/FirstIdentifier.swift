/// The identifier of the first thing of a list, for a question about that thing.
package enum FirstIdentifier {
  /// Reads `data[0].id` of an answer; hostile until cleaned.
  ///
  /// - Parameters:
  ///   - name: The member of `id`, such as `record_id`.
  ///   - body: The answer's body.
  /// - Returns: Nil for an empty list and for every other shape.
  package static func named(_ name: String, in body: [UInt8]) -> String? {
    let list = try? TolerantJSON.decode(ListBody.self, from: body)
    return list?.data.first?.id[name]
  }

  private struct ListBody: Decodable {
    var data: [Thing]
  }

  private struct Thing: Decodable {
    var id: [String: String]
  }
}
