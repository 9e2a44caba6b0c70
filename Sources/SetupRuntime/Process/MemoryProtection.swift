internal import CProcess

/// Keeps the memory of this process, in which secrets are, from core files and from other processes of
/// the same user.
package enum MemoryProtection {
  /// Begins; called before anything else runs, and holds until the process ends or is replaced.
  package static func begin() { cprocess_protect_memory() }

  /// Hands the limit of core files on as it was found; `exec` itself takes the rest back.
  static func restoreLimit() { cprocess_restore_core_limit() }
}
