internal import HTTPTypes
internal import VerbatimPipeline

/// The evidence pack of a cluster, as a download.
struct PackRoutes: Sendable {
  let services: Services

  /// The route of the API.
  var routes: [Route] { [route("/v1/clusters/{id}/pack", "getPack", isPage: false)] }

  /// The same for the page of a cluster, whose browser has a session and no token.
  var pages: [Route] { [route("/clusters/{id}/pack", "pack", isPage: true)] }

  private func route(_ path: String, _ name: String, isPage: Bool) -> Route {
    Route(
      method: .get,
      path: path,
      name: name,
      summary: "The 8D evidence pack of a cluster, as `verbatim pack` writes it.",
      role: .review,
      parts: [Parameter("id", .text(longest: 400), "The cluster's id.")],
      expected: [
        Route.Expected(
          .ok,
          [.archive],
          nil,
          "A zip archive: pages, every report as CSV, lots, chart, numbers and the replay file."
        )
      ],
      problems: [.unknownItem, .busy],
      isPage: isPage,
      handle: give
    )
  }

  private func give(_ call: Call) async throws -> Answer {
    let id = call.parts["id"] ?? ""
    let name = Self.fileName(id)
    let services = services
    do {
      let archive = try await Aside.run {
        // Without the server's catalog: a supplier checks the replay file with what is shipped.
        var options = EngineOptions()
        options.lexicons = services.settings.lexicons
        return try PackRun(
          services.store,
          engine: SignalEngine(options),
          renderer: services.renderer
        ).archive(of: id, for: name)
      }
      return Answer(
        type: .archive,
        bytes: archive.bytes,
        headers: [("Content-Disposition", "attachment; filename=\"\(name)\"")]
      )
    } catch is PackRun.Missing {
      throw Problem(.unknownItem, "ids are given by /v1/clusters")
    }
  }

  /// The name of the file: the id's letters, digits, dots and hyphens, nothing else of it.
  static func fileName(_ id: String) -> String {
    let plain = id.unicodeScalars.prefix(100).map { scalar -> Character in
      let isPlain =
        scalar.isASCII
        && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil
          || scalar == "." || scalar == "-")
      return isPlain ? Character(scalar) : "_"
    }
    return "pack_\(String(plain)).zip"
  }
}
