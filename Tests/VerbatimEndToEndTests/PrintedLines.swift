/// The parts of `ingest.report.v1` that tests look at.
struct ReportLine: Decodable {
  var file: String
  var encoding: String?
  var recordsIn: Int
  var signals: Int
  var duplicates: Int
  var rejectedCount: Int
  var known: Bool
  var resumed: Bool
  var rejected: [DiagnosticLine]
  var warnings: [DiagnosticLine]
  var failure: DiagnosticLine?

  enum CodingKeys: String, CodingKey {
    case file
    case encoding
    case recordsIn = "records_in"
    case signals
    case duplicates
    case rejectedCount = "rejected_count"
    case known
    case resumed
    case rejected
    case warnings
    case failure
  }

  /// Whether everything read is a signal, a duplicate or rejected.
  var isReconciled: Bool { recordsIn == signals + duplicates + rejectedCount }

  /// Every diagnostic of the file.
  var diagnostics: [DiagnosticLine] { rejected + warnings + [failure].compactMap(\.self) }
}

/// One diagnostic as JSON.
struct DiagnosticLine: Decodable, Hashable {
  var code: String
  var severity: String
  var file: String
  var line: Int?
  var column: Int?
  var message: String
  var hint: String?
}

/// The parts of `cluster.alert.v1` that tests look at.
struct ClusterLine: Decodable, Hashable {
  struct Lot: Decodable, Hashable {
    var lot: String
    var count: Int
  }

  struct Evidence: Decodable, Hashable {
    var signalID: String
    var eventTime: String?
    var quote: String

    enum CodingKeys: String, CodingKey {
      case signalID = "signal_id"
      case eventTime = "event_time"
      case quote
    }
  }

  var level: String
  var key: String
  var issue: String
  var tier: String
  var state: String
  var observed: Int
  var lots: [Lot]
  var evidence: [Evidence]
}

/// The parts of `feedback.signal.v1` that tests look at.
struct SignalLine: Decodable {
  struct Sentiment: Decodable, Hashable {
    var status: String
    var compound: Double?
    var label: String?
  }

  struct Issue: Decodable, Hashable {
    struct Evidence: Decodable, Hashable {
      var quote: String
    }

    var code: String
    var tier: String
    var modality: String
    var evidence: Evidence?

    /// Whether it tells of a fault, put right or feared, not of one denied or asked about.
    var isReported: Bool { ["actual", "potential", "resolved"].contains(modality) }
  }

  struct Source: Decodable, Hashable {
    struct Position: Decodable, Hashable {
      var line: Int?
      var row: Int?
    }

    var file: String
    var position: Position
  }

  struct Contribution: Decodable, Hashable {
    var contribution: Double
  }

  struct Resolved: Decodable, Hashable {
    var sku: String?
    var id: String?
  }

  var signalID: String
  var eventTime: String?
  var source: Source
  var sentiment: Sentiment
  var explain: [Contribution]?
  var issues: [Issue]
  var product: Resolved
  var supplier: Resolved

  enum CodingKeys: String, CodingKey {
    case signalID = "signal_id"
    case eventTime = "event_time"
    case source
    case sentiment
    case explain
    case issues
    case product
    case supplier
  }
}
