/// A starter client and the plan that writes it.
package struct PlannedClient: Equatable, Sendable {
  /// The client.
  package var client: StarterClient
  /// The plan, which creates every file.
  package var plan: Plan

  /// Collects both.
  package init(client: StarterClient, plan: Plan) {
    self.client = client
    self.plan = plan
  }
}
