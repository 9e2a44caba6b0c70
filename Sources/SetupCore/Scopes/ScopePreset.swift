/// A ready-made set of scopes for a common purpose; the raw value is its name on the command line.
package enum ScopePreset: String, CaseIterable, Sendable {
  case readOnly = "read-only"
  case crmSync = "crm-sync"
  case notesAndTasks = "notes-and-tasks"
  case webhooks
  case everything

  /// The name on a screen.
  package var title: String {
    switch self {
    case .readOnly: "Read-only reporting"
    case .crmSync: "CRM sync"
    case .notesAndTasks: "Notes and tasks"
    case .webhooks: "Webhooks"
    case .everything: "Everything"
    }
  }

  /// What it is good for, in one line.
  package var summary: String {
    switch self {
    case .readOnly: "Reads records, lists and members, and changes nothing"
    case .crmSync: "Creates and updates records and list entries"
    case .notesAndTasks: "Writes notes and tasks on records"
    case .webhooks: "Creates and removes webhooks"
    case .everything: "Reads and writes all twelve resources"
    }
  }

  /// The scopes, prerequisites included.
  package var scopes: ScopeSet {
    switch self {
    case .readOnly:
      ScopeSet(
        parsing: """
          object_configuration:read record_permission:read list_configuration:read list_entry:read
          user_management:read
          """
      )
    case .crmSync:
      ScopeSet(
        parsing: """
          object_configuration:read record_permission:read-write list_configuration:read
          list_entry:read-write
          """
      )
    case .notesAndTasks:
      ScopeSet(
        parsing: """
          note:read-write task:read-write object_configuration:read record_permission:read
          user_management:read
          """
      )
    case .webhooks: ScopeSet(parsing: "webhook:read-write")
    case .everything: ScopeCatalogue.everything
    }
  }
}
