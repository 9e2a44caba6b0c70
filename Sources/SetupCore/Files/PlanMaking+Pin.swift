import Ground

extension PlanMaker {
  /// Puts the workspace's slug into the example's comment; nil where nobody asked for it.
  ///
  /// - Parameter example: The entry that writes the rest of the example.
  /// - Returns: The entry alone, and the example's entry with it.
  /// - Throws: `envFile` where the example cannot be read or changed.
  func pin(_ example: PlanEntry) throws(PlanError) -> (entry: PlanEntry, together: PlanEntry)? {
    guard let pin = inputs.pin else { return nil }
    let before = try document(inputs.example, path: Self.exampleName)
    let old = WorkspacePin(comment: before.directive(WorkspacePin.directive))
    guard old != .slug(pin.slug) else { return nil }
    var entry = try entry(.pin, setting: pin.slug, in: inputs.example.content, notes: [])
    if let old, !pin.replaces {
      entry.isOn = false
      entry.notes.append(
        "\(Self.exampleName) names \(old.name) as the project's workspace, the token is of \(pin.slug)."
      )
    }
    let notes = example.notes + entry.notes
    return (entry, try self.entry(.example, setting: pin.slug, in: example.after, notes: notes))
  }

  private func entry(
    _ id: PlanEntry.ID,
    setting slug: String,
    in content: FileContent,
    notes: [String]
  ) throws(PlanError) -> PlanEntry {
    let edited: DotenvDocument
    do throws(DotenvError) {
      let document = try DotenvDocument(parsing: content)
      edited = try document.settingDirective(
        WorkspacePin.directive,
        to: slug,
        above: inputs.settings.first?.variable ?? ""
      )
    } catch {
      throw .envFile(path: Self.exampleName, error)
    }
    return self.entry(
      id,
      of: inputs.example,
      FileChange(
        path: Self.exampleName,
        after: edited.content,
        modeWhenNew: 0o644,
        masking: masking,
        notes: notes
      )
    )
  }
}
