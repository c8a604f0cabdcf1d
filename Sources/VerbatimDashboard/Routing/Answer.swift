internal import Hummingbird
internal import VerbatimPipeline

/// What goes back: a status, a type and its bytes.
struct Answer: Sendable {
  var status: HTTPResponse.Status = .ok
  var type: MediaType
  var bytes: [UInt8]
  var headers: [(name: String, value: String)] = []

  /// An answer of one JSON document.
  static func json(
    _ status: HTTPResponse.Status = .ok,
    _ body: (inout JSONWriter) -> Void
  ) -> Answer {
    var json = JSONWriter()
    body(&json)
    return Answer(status: status, type: .json, bytes: json.bytes)
  }

  /// A page.
  static func html(_ text: String, status: HTTPResponse.Status = .ok) -> Answer {
    Answer(status: status, type: .html, bytes: Array(text.utf8))
  }

  /// The way to another page after a form.
  static func seeOther(_ path: String) -> Answer {
    Answer(status: .seeOther, type: .html, bytes: [], headers: [("Location", path)])
  }
}
