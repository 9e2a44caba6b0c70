extension CodeScan {
  private static let usualVariable = "ATTIO_API_KEY"

  /// The project with the variable and the env file that its code reads, where nobody named others.
  package func request(_ request: ProjectRequest) -> ProjectRequest {
    var request = request
    let names = variables.map(\.text)
    guard !names.isEmpty, !names.contains(request.variable),
      request.variable == Self.usualVariable
    else { return request }
    request.variable = names[0]
    if request.envFileName == nil { request.envFileName = envFile?.path }
    return request
  }
}
