/// Which starter client to work out, and for which project.
package struct ClientRequest: Equatable, Sendable {
  /// The project's folder, absolute.
  package var directory: String
  /// What decides the texts; the name of the Go module is read in the folder.
  package var client: StarterClient.Request

  /// Collects the request.
  package init(directory: String, client: StarterClient.Request) {
    self.directory = directory
    self.client = client
  }
}
