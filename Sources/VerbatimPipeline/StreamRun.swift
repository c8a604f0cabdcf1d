public import VerbatimCore
public import VerbatimIngest

/// Turns an input into lines on standard output without a store: the worker of a distributed engine.
///
/// Memory does not grow with the input, the order is kept, and the bytes are the same for any
/// number of jobs.
public struct StreamRun: Sendable {
  /// What is printed for each record.
  public enum Product: Sendable {
    /// The record alone, masked.
    case records(RecordRedactor)
    /// The signal, with or without explanations, whole or only some fields.
    case signals(SignalEngine, explain: Bool, fields: Set<String>?)

    /// What is wrong with the lexicon files that it hangs on.
    public var diagnostics: [Diagnostic] {
      switch self {
      case .records(let redactor): redactor.diagnostics
      case .signals(let engine, _, _): engine.diagnostics
      }
    }
  }

  private let batches: OrderedBatches
  private let product: Product

  /// A run that prints one kind of line.
  public init(_ product: Product, jobs: Int) {
    self.product = product
    batches = OrderedBatches(jobs: jobs)
  }

  /// The counts of a run.
  public struct Counts: Hashable, Sendable {
    /// Lines written.
    public var written = 0
    /// Records that cannot be used.
    public var rejected = 0
  }

  /// The lines of a batch, with what is to be told on the side.
  private struct Lines: Sendable {
    var bytes: [UInt8] = []
    var count = 0
    var diagnostics: [Diagnostic] = []
    var rejected = 0
  }

  /// An item with the id of its record.
  private struct Prepared: Sendable {
    var item: ReadItem
    var id: String
  }

  /// Runs to the end of the input.
  ///
  /// - Parameters:
  ///   - input: The input, whose reader is used up.
  ///   - write: Takes the lines, in order.
  ///   - tell: Takes rejects and warnings, in order.
  ///   - progress: Called after each batch with the items done and the bytes read so far.
  /// - Returns: The lines written and the records rejected.
  /// - Throws: A diagnostic that makes the rest of the input unusable, and what `write` throws.
  public func run(
    _ input: inout OpenedInput,
    write: ([UInt8]) throws -> Void,
    tell: (Diagnostic) -> Void,
    progress: (_ items: Int, _ bytes: Int) -> Void = { _, _ in }
  ) async throws -> Counts {
    var identity = RecordIdentity()
    var counts = Counts()
    let product = product
    var reader = input.reader
    let opened = input
    try await batches.run(
      &reader,
      prepare: { item -> Prepared in
        guard case .record(let record) = item else { return Prepared(item: item, id: "") }
        return Prepared(item: item, id: identity.id(of: record))
      },
      work: { Self.work($0, product: product) },
      consume: { lines in
        for diagnostic in lines.diagnostics { tell(diagnostic) }
        counts.written += lines.count
        counts.rejected += lines.rejected
        if !lines.bytes.isEmpty { try write(lines.bytes) }
        progress(counts.written + counts.rejected, opened.bytesRead)
      }
    )
    if let damage = input.encodingDamage { tell(damage) }
    return counts
  }

  private static func work(
    _ items: [Prepared],
    product: Product
  ) -> Lines {
    var scratch = SignalEngine.Scratch()
    let engineJSON: [UInt8] =
      switch product {
      case .records: []
      case .signals(let engine, _, _): engine.identity.json
      }
    var lines = Lines()
    // A signal takes some 1,300 bytes; growing would copy each of them several times.
    var json = JSONWriter(capacity: items.count * 1_600)
    for prepared in items {
      switch prepared.item {
      case .record(var record):
        record.id = prepared.id
        switch product {
        case .records(let redactor):
          var counts: [String: Int] = [:]
          redactor.redact(&record, counts: &counts)
          record.customer = record.customer.map { redactor.key(of: $0) }
          record.write(to: &json)
        case .signals(let engine, let explain, let fields):
          lines.diagnostics += SignalEngine.findings(in: record)
          engine.signal(for: &record, explains: explain, scratch: &scratch)
            .write(to: &json, explain: explain, fields: fields, engineJSON: engineJSON)
        }
        json.endLine()
        lines.count += 1
      case .reject(let diagnostic):
        lines.diagnostics.append(diagnostic)
        lines.rejected += 1
      case .warning(let diagnostic): lines.diagnostics.append(diagnostic)
      }
    }
    lines.bytes = json.bytes
    return lines
  }
}
