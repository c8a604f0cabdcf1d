internal import HTTPTypes
internal import VerbatimReport

/// The sheet, the script and the icon of the pages, from our own origin.
struct AssetRoutes: Sendable {
  let services: Services

  var routes: [Route] {
    [
      asset(PageFrame.sheet, "style", .css, services.renderer.styleSheet),
      asset(PageFrame.script, "script", .script, PageScript.text),
      asset(PageFrame.icon, "icon", .drawing, Self.icon),
    ]
  }

  /// Two quotation marks on paper: without one a browser asks for `/favicon.ico` at each visit.
  private static let icon = """
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><rect width="16" height="16" \
    rx="2" fill="#f6f6f3"/><path d="M3 4h4v4l-2 4H3l1-4H3zM9 4h4v4l-2 4H9l1-4H9z" fill="#1b1d1f"/>\
    </svg>

    """

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
