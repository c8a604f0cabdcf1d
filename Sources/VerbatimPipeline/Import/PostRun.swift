internal import VerbatimCore
internal import VerbatimIngest
public import VerbatimStore
internal import VerbatimText

/// Stores feedback that came in a request: all of it or nothing, and each record once.
///
/// The same request again, also after it was cut short, adds nothing. A record with an `id` that
/// says something else than before is a revision of it; one without goes by what it says.
public struct PostRun: Sendable {
  /// What the source of such a record is called.
  public static let system = "api"

  private let engine: SignalEngine
  private let store: SignalStore

  /// A run over a store.
  public init(engine: SignalEngine, store: SignalStore) {
    self.engine = engine
    self.store = store
  }

  /// Scores and stores the records of a request.
  ///
  /// - Parameters:
  ///   - bytes: One JSON object a line, or an array of objects.
  ///   - name: Where they came in, as the ledger and the signals name it.
  /// - Returns: What became of each record.
  /// - Throws: A diagnostic when the request as a whole is no JSON, and a failure of the store.
  public func run(_ bytes: [UInt8], from name: String) throws -> PostedFeedback {
    var posted = PostedFeedback()
    let items = try items(of: bytes, name: name, &posted)
    guard !items.isEmpty else { return posted }
    var scratch = SignalEngine.Scratch()
    let prepared = items.map { prepare($0, &scratch) }
    let file = ImportFile(
      contentHash: Fingerprint.hex32([Self.system, String(decoding: bytes, as: UTF8.self)]),
      path: name,
      format: InputFormat.ndjson.rawValue,
      encoding: "UTF-8"
    )
    let outcomes: [Outcome]
    switch try store.beginImport(file) {
    case .finished: outcomes = prepared.map(\.known)
    case .new(let id): outcomes = try commit(prepared[...], to: id, known: ImportCounts())
    case .resumed(let id, let done, let soFar):
      // One transaction holds a whole request, so what is done is all of it or nothing.
      outcomes =
        prepared.prefix(done).map(\.known)
        + (try commit(prepared.dropFirst(done), to: id, known: soFar))
    }
    posted.results = zip(prepared, outcomes).map { item, outcome in
      switch item {
      case .entry(let entry):
        PostedFeedback.Result(
          outcome: outcome,
          recordID: entry.signal.recordID,
          signalID: entry.signal.id
        )
      case .reject(let reason): PostedFeedback.Result(outcome: outcome, reason: reason)
      }
    }
    return posted
  }

  private func items(
    of bytes: [UInt8],
    name: String,
    _ posted: inout PostedFeedback
  ) throws -> [ReadItem] {
    let plain = FeedbackJSONReader(try TextSource(path: name, bytes: bytes))
    var reader: any FeedbackReader = engine.takesTextsAsTheyAre ? plain : RepairedReader(plain)
    var items: [ReadItem] = []
    while let item = try reader.next() {
      if case .warning(let warning) = item {
        posted.warnings.append(warning)
      } else {
        items.append(item)
      }
    }
    return items
  }

  private func prepare(_ item: ReadItem, _ scratch: inout SignalEngine.Scratch) -> ImportItem {
    switch item {
    case .reject(let reason), .warning(let reason): return .reject(reason)
    case .record(var record):
      let contentHash = RecordIdentity.contentHash(record)
      record.source.system = Self.system
      // The caller's own id names a record for good; without one, what it says does.
      record.id = Fingerprint.hex32(Self.system, record.source.nativeID ?? contentHash)
      let signal = engine.signal(for: &record, explains: true, scratch: &scratch)
      record.customer = nil
      record.author = nil
      return .entry(
        Entry(
          signal: signal,
          record: record,
          contentHash: contentHash,
          textKey: RecordIdentity.textKey(record)
        )
      )
    }
  }

  private func commit(
    _ items: ArraySlice<ImportItem>,
    to id: Int64,
    known: ImportCounts
  ) throws(StoreFailure) -> [Outcome] {
    let outcomes = items.isEmpty ? [] : try store.commit(Array(items), to: id)
    var counts = known
    for outcome in outcomes { counts.count(outcome) }
    try store.finishImport(id, counts: counts)
    return outcomes
  }
}

extension ImportItem {
  /// What becomes of an item whose request was stored before.
  fileprivate var known: Outcome {
    switch self {
    case .entry: .duplicate
    case .reject: .rejected
    }
  }
}
