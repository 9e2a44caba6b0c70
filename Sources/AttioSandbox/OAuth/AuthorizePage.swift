import Ground
import LocalHTTP

/// The pages of the authorization server, for a browser without JavaScript, light and dark.
enum AuthorizePage {
  static func question(workspace: SandboxWorkspace, query: FormFields) -> LocalResponse {
    let hidden = query.fields
      .filter { $0.name != "sandbox" }
      .map { field in
        "<input type=\"hidden\" name=\"\(escaped(field.name))\" value=\"\(escaped(field.value))\">"
      }
      .joined(separator: "\n")
    return page(
      200,
      title: "Connect to \(workspace.name)?",
      body: """
        <p>This is the sandbox, an imitation of Attio on this machine. An app asks for access to
        the workspace <strong>\(escaped(workspace.name))</strong>.</p>
        <form method="get" action="/authorize">
        \(hidden)
        <button name="sandbox" value="approve" autofocus>Approve</button>
        <button name="sandbox" value="deny">Deny</button>
        </form>
        """
    )
  }

  static func problem(_ text: String) -> LocalResponse {
    page(400, title: "This request cannot be answered", body: "<p>\(escaped(text))</p>")
  }

  static func escaped(_ text: String) -> String {
    text.reduce(into: "") { result, character in
      switch character {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      default: result.append(character)
      }
    }
  }

  private static func page(_ status: Int, title: String, body: String) -> LocalResponse {
    var response = LocalResponse(
      status: status,
      contentType: "text/html; charset=utf-8",
      text: """
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width">
        <meta name="color-scheme" content="light dark">
        <title>\(escaped(title))</title>
        <style>
        body { font: 1rem/1.5 system-ui, sans-serif; max-width: 34rem; margin: 4rem auto; padding: 0 1rem }
        button { font: inherit; padding: .5rem 1.25rem; margin-right: .5rem }
        </style>
        </head>
        <body>
        <h1>\(escaped(title))</h1>
        \(body)
        </body>
        </html>

        """
    )
    response.headers += [
      LocalHeader("Cache-Control", "no-store"),
      LocalHeader("Referrer-Policy", "no-referrer"),
    ]
    return response
  }
}
