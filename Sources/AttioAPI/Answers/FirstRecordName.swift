/// What the first record of a query's answer is called.
package enum FirstRecordName {
  /// Reads `data[0].values.name[0]`, which is a text or a person's name; hostile until cleaned.
  ///
  /// - Parameter body: The answer's body.
  /// - Returns: Nil for an empty list, a record without a name, and every other shape.
  package static func text(in body: [UInt8]) -> String? {
    let list = try? TolerantJSON.decode(ListBody.self, from: body)
    let name = list?.data.first?.values?.name?.first
    return [name?.fullName, name?.value].compactMap(\.self).first { !$0.isEmpty }
  }

  /// Whether the answer is a list, and an empty one.
  package static func isMissing(in body: [UInt8]) -> Bool {
    (try? TolerantJSON.decode(ListBody.self, from: body))?.data.isEmpty ?? false
  }

  private struct ListBody: Decodable {
    var data: [Record]
  }

  private struct Record: Decodable {
    var values: Values?

    init(from decoder: any Decoder) throws {
      values = try decoder.container(keyedBy: CodingKeys.self).lenient(Values.self, .values)
    }

    private enum CodingKeys: String, CodingKey {
      case values
    }
  }

  private struct Values: Decodable {
    var name: [Name]?
  }

  private struct Name: Decodable {
    var value: String?
    var fullName: String?

    private enum CodingKeys: String, CodingKey {
      case value
      case fullName = "full_name"
    }
  }
}
