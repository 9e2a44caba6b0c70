/// A language in which a starter client is offered: each is run by the tests.
package enum ClientLanguage: String, CaseIterable, Sendable {
  case typescript
  case javascript
  case python
  case ruby
  case go
  case swift
  case elixir
  case php
  /// A shell script around curl.
  case curl

  /// The language of a project; nil where no client is offered in it.
  package init?(_ language: ProjectLanguage) {
    self.init(rawValue: language.rawValue.lowercased())
  }

  /// The names of all of them, for texts.
  package static var list: String { allCases.map(\.rawValue).joined(separator: ", ") }
}
