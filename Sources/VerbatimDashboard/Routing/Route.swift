internal import Hummingbird

/// A place that can be asked: the one description from which requests are checked and answered and
/// the OpenAPI document is made.
struct Route: Sendable {
  /// What a body of a request holds.
  struct Body: Sendable {
    let types: [MediaType]
    /// The name of its schema among the document's components.
    let schema: String
    let summary: String
  }

  /// An answer that a client must expect.
  struct Expected: Sendable {
    let status: HTTPResponse.Status
    let types: [MediaType]
    /// The name of the schema of one document; nil for text.
    let schema: String?
    let summary: String

    init(
      _ status: HTTPResponse.Status = .ok,
      _ types: [MediaType] = [.json],
      _ schema: String?,
      _ summary: String
    ) {
      self.status = status
      self.types = types
      self.schema = schema
      self.summary = summary
    }
  }

  let method: HTTPRequest.Method
  /// With the names of its parts in braces: `/v1/clusters/{id}`.
  let path: String
  /// A name for generated clients.
  let name: String
  let summary: String
  /// What the sender must be allowed to do; nil for what anybody may ask.
  var role: Role?
  /// The parts of the path.
  var parts: [Parameter] = []
  /// The parameters of the query; none else is taken.
  var parameters: [Parameter] = []
  var body: Body?
  let expected: [Expected]
  /// What the route refuses beyond what every route does.
  var problems: [Problem.Kind] = []
  /// Whether it is a page for people, which the document leaves out.
  var isPage = false
  let handle: @Sendable (Call) async throws -> Answer

  /// The types of its good answers, the preferred first.
  var types: [MediaType] { expected.first?.types ?? [] }

  /// The path as the router writes it: `/v1/clusters/:id`.
  var pattern: String {
    path.replacing("{", with: ":").replacing("}", with: "")
  }

  /// Every problem that an answer may be.
  var allProblems: [Problem.Kind] {
    var kinds: Set<Problem.Kind> = [.host, .method, .accept]
    kinds.formUnion(problems)
    if role != nil { kinds.formUnion([.token, .role]) }
    // Over a large store both pass by themselves.
    if problems.contains(.busy) { kinds.insert(.counting) }
    // A path may hold a broken escape, and any route may be given a parameter it does not know.
    kinds.insert(.parameter)
    if body != nil { kinds.formUnion([.body, .slow, .large, .contentType, .origin]) }
    return Problem.Kind.allCases.filter(kinds.contains)
  }
}
