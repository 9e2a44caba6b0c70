package import Ground

extension StatusReport: JSONConvertible {
  /// The document that `status --json` promises.
  ///
  /// `probe` and `calls` stand only where they were asked for, `sandbox` only where one answered.
  package var json: JSONValue {
    JSONValue(members: [
      "schema": DocumentSchema.version,
      "verdict": verdict.rawValue,
      "headline": headline,
      "project": project,
      "token": token,
      "connection": ConnectionDocument(connection, remedy: remedy),
      "workspace": workspace,
      "scopes": scopes,
      "objects": objects,
      "checks": checks,
    ])
    .adding("sandbox", isSandbox ? true : nil)
    .adding("probe", probe)
    .adding("calls", calls)
  }
}

extension StatusReport.Project: JSONConvertible {
  /// The part of the document.
  package var json: JSONValue {
    JSONValue(members: [
      "directory": directory, "repository": repository, "env_file": envFile, "variable": variable,
    ])
  }
}

extension StatusReport.Token: JSONConvertible {
  /// The part of the document, never the token.
  package var json: JSONValue {
    JSONValue(members: ["source": origin?.rawValue ?? "none", "masked": masked, "level": level])
  }
}

extension StatusReport.Workspace: JSONConvertible {
  /// The part of the document.
  package var json: JSONValue { JSONValue(members: ["id": id, "name": name, "slug": slug]) }
}

extension StatusReport.Scopes: JSONConvertible {
  /// The part of the document.
  package var json: JSONValue {
    JSONValue(members: [
      "granted": granted, "wanted": wanted, "missing": missing, "unused": unused,
    ])
  }
}

extension Check: JSONConvertible {
  /// One row of `checks`.
  package var json: JSONValue {
    JSONValue(members: [
      "id": id.rawValue, "state": state.rawValue, "summary": summary, "remedy": remedy,
    ])
  }
}
