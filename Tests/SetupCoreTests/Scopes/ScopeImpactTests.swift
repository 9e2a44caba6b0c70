import SetupCore
import TestSupport
import Testing

struct ScopeImpactTests {
  @Test(arguments: [
    ("task:read-write", "Create a task, Delete a task and Update a task"),
    ("webhook:read", "List webhooks, Create a webhook, Delete a webhook and 2 more"),
    ("email:read", "List emails"),
    ("sequence_unsubscribe:read-write", "Record unsubscribed e-mail addresses"),
  ])
  func `names the calls that a missing scope breaks`(_ scope: String, _ summary: String) {
    #expect(ScopeImpact.summary(refusedWithout: Scope(scope)) == summary)
  }

  @Test
  func `has nothing to say about unknown scopes`() {
    #expect(ScopeImpact.summary(refusedWithout: Scope("dragon:read")) == nil)
    #expect(ScopeImpact.summary(refusedWithout: Scope("scim_management:read-write")) == nil)
    #expect(ScopeImpact.summary(refusedWithout: Scope("user_management:read-write")) == nil)
  }
}
