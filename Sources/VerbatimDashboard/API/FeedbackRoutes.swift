internal import HTTPTypes
internal import Synchronization
internal import VerbatimPipeline

/// Feedback that comes in.
struct FeedbackRoutes: Sendable {
  /// Where it comes in, as the ledger and the signals name it.
  static let name = "/v1/feedback"

  let services: Services

  var routes: [Route] {
    [
      Route(
        method: .post,
        path: "/v1/feedback",
        name: "postFeedback",
        summary:
          "Score and store feedback: one record or an array as JSON, or one a line as NDJSON. The same record again is a duplicate; one with a known id that says something else is a revision.",
        role: .ingest,
        body: Route.Body(
          types: [.json, .lines],
          schema: "feedback.post.v1",
          summary: "One record or an array of them; as NDJSON one record a line."
        ),
        expected: [
          Route.Expected(
            .ok,
            [.json, .lines],
            "feedback.results.v1",
            "What became of each record, in their order; as NDJSON one result a line."
          )
        ],
        problems: [.refused, .busy],
        handle: post
      )
    ]
  }

  private func post(_ call: Call) async throws -> Answer {
    let posted: PostedFeedback
    do {
      posted = try PostRun(engine: services.engine, store: services.store)
        .run(try lines(call), from: Self.name)
    } catch let diagnostic as Diagnostic {
      var problem = Problem(.body, "the body is no JSON", hint: diagnostic.hint)
      problem.code = diagnostic.code.rawValue
      throw problem
    }
    guard !posted.results.isEmpty else { throw Problem(.body, "the body holds no record") }
    services.metrics.count(posted.counts)
    if posted.counts.rejected == posted.results.count {
      var json = JSONWriter()
      Problem(.refused, "every record was rejected; `results` says why").write(to: &json) { json in
        json.array("results", posted.results.enumerated()) { $1.element.write(to: &$0, $1.offset) }
      }
      return Problem(.refused, "").answer(json.bytes)
    }
    guard call.accepts == .json else {
      var json = JSONWriter()
      for (index, result) in posted.results.enumerated() {
        result.write(to: &json, index)
        json.endLine()
      }
      return Answer(type: .lines, bytes: json.bytes)
    }
    let counts = posted.counts
    return .json { json in
      json.object { json in
        json.field("type", "feedback.results.v1")
        json.field("records_in", counts.items)
        json.field("signals", counts.signals)
        json.field("duplicates", counts.duplicates)
        json.field("rejected", counts.rejected)
        json.array("results", posted.results.enumerated()) { $1.element.write(to: &$0, $1.offset) }
        json.array("warnings", posted.warnings) { $1.write(to: &$0) }
      }
    }
  }

  /// The body as its reader wants it: a single object, which may run over lines, as an array.
  private func lines(_ call: Call) throws -> [UInt8] {
    guard call.contentType == .json,
      call.body.first(where: { $0 > 0x20 }) == UInt8(ascii: "{")
    else { return call.body }
    return [UInt8(ascii: "[")] + call.body + [UInt8(ascii: "]")]
  }
}

extension PostedFeedback.Result {
  /// Writes what became of a record.
  fileprivate func write(to json: inout JSONWriter, _ index: Int) {
    json.object { json in
      json.field("index", index)
      switch outcome {
      case .added: json.field("outcome", "added")
      case .duplicate: json.field("outcome", "duplicate")
      case .revised(let revision):
        json.field("outcome", "revised")
        json.field("revision", revision)
      case .rejected: json.field("outcome", "rejected")
      }
      json.optional("record_id", recordID)
      json.optional("signal_id", signalID)
      if let reason {
        json.object("reason") { json in
          json.field("code", reason.code.rawValue)
          json.field("message", reason.message)
          json.optional("hint", reason.hint)
        }
      }
    }
  }
}
