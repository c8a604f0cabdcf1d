internal import VerbatimCore
public import VerbatimIngest
public import VerbatimStore
public import VerbatimText

/// Imports files into the store: each once, resumable at any point, every record accounted for.
public struct ImportRun: Sendable {
  /// How many diagnostics of a kind a report keeps; the counts are always whole.
  public static let diagnosticLimit = 1000

  private let engine: SignalEngine
  private let store: SignalStore
  private let batches: OrderedBatches
  private let options: OpenedInput.Options
  private let macros: MacroTally?

  /// A run over a store; `macros` are the paragraphs that repeat across what is imported together.
  public init(
    engine: SignalEngine,
    store: SignalStore,
    jobs: Int,
    options: OpenedInput.Options = OpenedInput.Options(),
    macros: MacroTally? = nil
  ) {
    self.engine = engine
    self.store = store
    self.options = options
    self.macros = macros
    batches = OrderedBatches(jobs: jobs)
  }

  /// An item of a reader with the id and the content hash of its record.
  private struct Prepared: Sendable {
    var item: ReadItem
    var id = ""
    var contentHash = ""
  }

  /// What a batch becomes.
  private struct Worked: Sendable {
    var items: [ImportItem] = []
    var warnings: [Diagnostic] = []
    var reasons = ReasonTally()
  }

  /// Imports one file.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - progress: Called after each batch with the items done and the bytes read so far.
  /// - Returns: What became of every record.
  /// - Throws: Only a failure of the store; whatever is wrong with the file is in the report.
  public func run(
    _ path: String,
    progress: (Int, Int) -> Void = { _, _ in }
  ) async throws(StoreFailure) -> ImportReport {
    var report = ImportReport(path: path)
    do throws(Diagnostic) {
      report.contentHash = try Self.fingerprint(of: path)
      var input = try OpenedInput(path: path, options: options)
      report.decision = input.decision
      report.encoding = input.encoding.name
      report.schema = input.schema
      try await importing(&input, &report, progress)
    } catch {
      report.failure = error
    }
    if let failure = report.storeFailure { throw failure }
    return report
  }

  /// The hash of a file's bytes, or of those of a file inside an archive.
  private static func fingerprint(of path: String) throws(Diagnostic) -> String {
    if let archived = ArchivedFile(path: path) {
      var rest = try archived.bytes()
      return try Fingerprint.ofBlocks { () throws(Diagnostic) in
        defer { rest = [] }
        return rest
      }
    }
    let reader = try ByteReader(path: path)
    return try Fingerprint.ofBlocks { () throws(Diagnostic) in try reader.read(upTo: 1 << 20) }
  }

  private func importing(
    _ input: inout OpenedInput,
    _ report: inout ImportReport,
    _ progress: (Int, Int) -> Void
  ) async throws(Diagnostic) {
    do {
      let file = ImportFile(
        contentHash: report.contentHash,
        path: report.path,
        format: input.decision.format.rawValue,
        encoding: input.encoding.name
      )
      let id: Int64
      var skip = 0
      switch try store.beginImport(file) {
      case .finished(let counts):
        // All that became signals the first time is known now.
        report.counts = ImportCounts(
          duplicates: counts.signals + counts.duplicates,
          rejected: counts.rejected
        )
        report.rejects = try rejects(of: report)
        report.isKnown = true
        return
      case .new(let new): id = new
      case .resumed(let old, let done, let soFar):
        id = old
        skip = done
        report.counts = soFar
        report.rejects = try rejects(of: report)
        report.isResumed = true
      }
      let failure = try await reading(&input, into: id, skip: skip, &report, progress)
      if let failure {
        // What was read before stays; the file counts as done, so that it can be told apart from
        // one that was interrupted.
        report.failure = failure
      }
      try store.finishImport(id, counts: report.counts)
    } catch let failure as StoreFailure {
      report.storeFailure = failure
    } catch let diagnostic as Diagnostic {
      throw diagnostic
    } catch is CancellationError {
      // The ledger's page stays open: the next run goes on from here.
      return
    } catch {
      preconditionFailure("an import throws only what it declares: \(error)")
    }
  }

  /// The rejects of an earlier import of the same bytes, under the path they have now.
  private func rejects(of report: ImportReport) throws(StoreFailure) -> [Diagnostic] {
    try store.rejects(import: report.contentHash).map { diagnostic in
      var diagnostic = diagnostic
      diagnostic.location.file = report.path
      return diagnostic
    }
  }

  /// Reads to the end of the input; returns what made the rest of it unusable.
  private func reading(
    _ input: inout OpenedInput,
    into id: Int64,
    skip: Int,
    _ report: inout ImportReport,
    _ progress: (Int, Int) -> Void
  ) async throws -> Diagnostic? {
    var identity = RecordIdentity()
    let engine = engine
    let macros = macros
    var counts = report.counts
    var rejects = report.rejects
    var warnings: [Diagnostic] = []
    var reasons = ReasonTally()
    var unusable: Diagnostic?
    var reader = input.reader
    let opened = input
    do {
      try await batches.run(
        &reader,
        skip: skip,
        prepare: { item -> Prepared in
          guard case .record(let record) = item else { return Prepared(item: item) }
          return Prepared(
            item: item,
            id: identity.id(of: record),
            contentHash: RecordIdentity.contentHash(record)
          )
        },
        work: { Self.work($0, engine: engine, macros: macros) },
        consume: { worked in
          let outcomes = try store.commit(worked.items, to: id)
          for (item, outcome) in zip(worked.items, outcomes) {
            counts.count(outcome)
            if case .reject(let diagnostic) = item, rejects.count < Self.diagnosticLimit {
              rejects.append(diagnostic)
            }
          }
          reasons.add(worked.reasons)
          warnings += worked.warnings.prefix(Self.diagnosticLimit - warnings.count)
          progress(counts.items, opened.bytesRead)
        }
      )
    } catch let diagnostic as Diagnostic {
      unusable = diagnostic
    }
    report.counts = counts
    report.rejects = rejects
    report.reasons = reasons
    // Known for sure only now: a first accent may stand in the last line.
    report.encoding = input.encoding.name
    report.warnings = warnings + [input.encodingDamage].compactMap(\.self)
    return unusable
  }

  private static func work(
    _ items: [Prepared],
    engine: SignalEngine,
    macros: MacroTally?
  ) -> Worked {
    var scratch = SignalEngine.Scratch()
    var worked = Worked()
    for prepared in items {
      switch prepared.item {
      case .record(var record):
        record.id = prepared.id
        worked.warnings += SignalEngine.findings(in: record)
        let signal = engine.signal(
          for: &record,
          explains: true,
          macros: macros,
          scratch: &scratch
        )
        worked.reasons.count(signal.returnReason)
        record.customer = nil
        record.author = nil
        worked.items.append(
          .entry(
            Entry(
              signal: signal,
              record: record,
              contentHash: prepared.contentHash,
              textKey: RecordIdentity.textKey(record)
            )
          )
        )
      case .reject(let diagnostic): worked.items.append(.reject(diagnostic))
      case .warning(let diagnostic): worked.warnings.append(diagnostic)
      }
    }
    return worked
  }
}
