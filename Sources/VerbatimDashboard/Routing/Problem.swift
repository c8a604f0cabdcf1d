internal import Hummingbird
internal import VerbatimPipeline

/// Why a request is refused, as `application/problem+json` (RFC 9457).
///
/// It says what is expected, never what came: nothing of a request is given back.
struct Problem: Error, Sendable {
  /// The kinds, each with a status of its own.
  enum Kind: String, Hashable, Sendable, CaseIterable {
    case parameter
    case body
    case token
    case role
    case origin
    case unknownPath = "unknown-path"
    case unknownItem = "unknown-item"
    case method
    case accept
    case slow
    case conflict
    case large
    case contentType = "content-type"
    case host
    case refused
    case fault
    case unknownMethod = "unknown-method"
    case busy
    case counting

    /// The status of its answer.
    var status: HTTPResponse.Status {
      switch self {
      case .parameter, .body: .badRequest
      case .token: .unauthorized
      case .role, .origin: .forbidden
      case .unknownPath, .unknownItem: .notFound
      case .method: .methodNotAllowed
      case .accept: .notAcceptable
      case .slow: .requestTimeout
      case .conflict: .conflict
      case .large: .contentTooLarge
      case .contentType: .unsupportedMediaType
      case .host: .misdirectedRequest
      case .refused: .unprocessableContent
      case .fault: .internalServerError
      case .unknownMethod: .notImplemented
      case .busy, .counting: .serviceUnavailable
      }
    }

    /// What it is, in a few words.
    var title: String {
      switch self {
      case .parameter: "A parameter is wrong"
      case .body: "The body cannot be read"
      case .token: "A token is needed"
      case .role: "The token does not allow this"
      case .origin: "The request comes from another site"
      case .unknownPath: "There is nothing at this path"
      case .unknownItem: "There is no such item"
      case .method: "The method does not go with this path"
      case .accept: "The answer has no such form"
      case .slow: "The body took too long"
      case .conflict: "That cannot be done now"
      case .large: "The body is too large"
      case .contentType: "The body has another form"
      case .host: "The request is meant for another host"
      case .refused: "Nothing of the request can be used"
      case .fault: "Verbatim made a mistake"
      case .unknownMethod: "The method is not known"
      case .busy: "The store cannot answer now"
      case .counting: "The signals are being counted"
      }
    }
  }

  var kind: Kind
  var detail: String
  /// The code and the hint of a diagnostic behind it.
  var code: String?
  var hint: String?
  /// What goes with the status, such as `Allow`.
  var headers: [(name: String, value: String)] = []

  init(_ kind: Kind, _ detail: String, hint: String? = nil) {
    self.kind = kind
    self.detail = detail
    self.hint = hint
  }

  /// A failure of the store; it may pass, and then says when to ask again.
  init(_ failure: StoreFailure) {
    let diagnostic = failure.diagnostic
    let isLocked = diagnostic.code == .storeLocked
    self.init(
      .busy,
      isLocked ? "another process writes to the store" : "the store cannot be read or written",
      hint: isLocked ? "ask again in a second" : "the server's log says why"
    )
    code = diagnostic.code.rawValue
    if isLocked { headers = [("Retry-After", "1")] }
  }

  /// The answer.
  var answer: Answer {
    var json = JSONWriter()
    write(to: &json) { _ in }
    return answer(json.bytes)
  }

  /// An answer with a body that was written with more members.
  func answer(_ bytes: [UInt8]) -> Answer {
    Answer(status: kind.status, type: .problem, bytes: bytes, headers: headers)
  }

  /// Writes the problem with further members.
  func write(to json: inout JSONWriter, more: (inout JSONWriter) -> Void) {
    json.object { json in
      json.field("type", "urn:verbatim:problem:\(kind.rawValue)")
      json.field("title", kind.title)
      json.field("status", kind.status.code)
      json.field("detail", detail)
      json.optional("code", code)
      json.optional("hint", hint)
      more(&json)
    }
  }

  /// What is expected, as a sentence for a page.
  var sentence: String { Self.sentence(detail) }

  /// Words as a sentence.
  static func sentence(_ words: String) -> String {
    words.prefix(1).uppercased() + words.dropFirst() + "."
  }
}
