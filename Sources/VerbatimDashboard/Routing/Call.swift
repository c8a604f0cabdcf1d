internal import VerbatimPipeline

/// A request whose parts were checked against its route.
struct Call: Sendable {
  /// The path as it was asked, for pages that link to themselves.
  let path: String
  /// The parts of the path by their names.
  let parts: [String: String]
  /// The parameters of the query by their names.
  let query: [String: String]
  /// Who asks.
  let principal: Principal
  /// The form in which the answer is wanted.
  let accepts: MediaType
  /// The form of the body; nil without one.
  let contentType: MediaType?
  let body: [UInt8]
  /// The browser's session; nil for a client of the API.
  let session: Sessions.Session?

  /// A text of the query.
  func text(_ name: String) -> String? { query[name] }

  /// A date of the query.
  func instant(_ name: String) -> Instant? { query[name].flatMap { Instant(iso8601: $0) } }

  /// A number of the query.
  func number(_ name: String) -> Int64? { query[name].flatMap { Int64($0) } }

  /// The fields of a form; empty when there is none.
  var form: FormFields? { FormFields(String(decoding: body, as: UTF8.self)) }
}
