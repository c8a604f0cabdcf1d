internal import HTTPTypes
internal import VerbatimReport

/// The sheet and the script of the pages, from our own origin.
struct AssetRoutes: Sendable {
  let services: Services

  var routes: [Route] {
    [
      asset(PageFrame.sheet, "style", .css, services.renderer.styleSheet),
      asset(PageFrame.script, "script", .script, PageScript.text),
    ]
  }

  private func asset(_ path: String, _ name: String, _ type: MediaType, _ text: String) -> Route {
    Route(
      method: .get,
      path: path,
      name: name,
      summary: "The pages' \(name).",
      expected: [Route.Expected(.ok, [type], nil, "The text.")],
      isPage: true
    ) { _ in
      Answer(
        type: type,
        bytes: Array(text.utf8),
        headers: [("Cache-Control", "private, max-age=300")]
      )
    }
  }
}
