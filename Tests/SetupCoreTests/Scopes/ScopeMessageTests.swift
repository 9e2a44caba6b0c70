import SetupCore
import TestSupport
import Testing

struct ScopeMessageTests {
  @Test(arguments: [
    (
      """
      The API key is not authorized to perform the requested action. This action requires scopes: \
      Read-Write access to the Records scope. Ask an admin.
      """,
      "record_permission:read-write"
    ),
    ("requires scopes: Read access to the Emails scope", "email:read"),
    (
      "requires scopes: Read access to the Records scope, Read-Write access to the Notes scope",
      "record_permission:read note:read-write"
    ),
    ("Read-Write access to the Webhook scope", "webhook:read-write"),
    ("Read access to the Object Configuration scope.", "object_configuration:read"),
    ("Read access to the object_configuration scope.", "object_configuration:read"),
    ("Read access to the Dragons scope", ""),
    ("The token lacks object_configuration:read.", "object_configuration:read"),
    ("Missing: `task:read-write`, note:read", "note:read task:read-write"),
    ("See https://example.com/record:read and dragon:read", ""),
    ("Full access to the Records scope", ""),
    ("Read access to the Records", ""),
    ("", ""),
  ])
  func `reads the scopes out of a message`(_ message: String, _ scopes: String) {
    #expect(ScopeMessage.scopes(in: message).text == scopes)
  }
}
