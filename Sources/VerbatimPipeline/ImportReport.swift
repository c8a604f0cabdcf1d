public import VerbatimCore
public import VerbatimIngest
public import VerbatimStore

/// What became of one input: everything read is a signal, a duplicate or rejected.
public struct ImportReport: Sendable {
  /// The file as the user gave it.
  public var path: String
  /// SHA-256 of its bytes; empty when it cannot be read.
  public var contentHash = ""
  /// The format and the rule that found it.
  public var decision: FormatDetector.Decision?
  /// The encoding it was read in.
  public var encoding: String?
  /// What the columns of a table mean.
  public var schema: SurveySchema?
  /// The counts.
  public var counts = ImportCounts()
  /// How return-reason codes go with the texts, of the records that this run read.
  public var reasons = ReasonTally()
  /// Whether an earlier import had stored the same bytes.
  public var isKnown = false
  /// Whether the import went on where an earlier one was cut short.
  public var isResumed = false
  /// Records that cannot be used.
  public var rejects: [Diagnostic] = []
  /// What is worth telling and cost nothing.
  public var warnings: [Diagnostic] = []
  /// A failure of the store, on its way out of the run.
  var storeFailure: StoreFailure?
  /// What made the input, or the rest of it, unusable.
  public var failure: Diagnostic?

  /// A report of which nothing is known yet.
  public init(path: String) { self.path = path }

  /// The share of items that were rejected; 0 without items.
  public var rejectShare: Double {
    counts.items == 0 ? 0 : Double(counts.rejected) / Double(counts.items)
  }

  /// Writes the report as `ingest.report.v1`.
  public func write(to json: inout JSONWriter) {
    json.object { json in
      json.field("type", "ingest.report.v1")
      json.field("file", path)
      json.field("hash", contentHash)
      json.field("format", decision?.format.rawValue)
      json.field("rule", decision?.rule)
      json.field("encoding", encoding)
      json.field("records_in", counts.items)
      json.field("signals", counts.signals)
      json.field("duplicates", counts.duplicates)
      json.field("rejected_count", counts.rejected)
      json.field("known", isKnown)
      json.field("resumed", isResumed)
      json.array("rejected", rejects) { $1.write(to: &$0) }
      json.array("warnings", warnings) { $1.write(to: &$0) }
      json.key("failure")
      if let failure { failure.write(to: &json) } else { json.null() }
      json.array("unmapped_columns", schema?.columns(.unmapped) ?? []) { $0.value($1.name) }
      if reasons.total > 0 { reasons.write(to: &json) }
    }
  }
}

extension Diagnostic {
  /// Writes the diagnostic as an object.
  public func write(to json: inout JSONWriter) {
    json.object { json in
      json.field("code", code.rawValue)
      json.field("severity", severity.rawValue)
      json.field("file", location.file)
      json.optional("line", location.line)
      json.optional("column", location.column)
      json.optional("byte", location.byte)
      json.field("message", message)
      json.optional("hint", hint)
    }
  }
}
