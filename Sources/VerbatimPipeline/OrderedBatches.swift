internal import VerbatimCore
public import VerbatimIngest

/// Reads items, works on them side by side, and gives the results back in the order of the input.
///
/// Memory is bounded: at most `jobs` + 1 batches are on their way. The results are the same bytes
/// for any number of jobs.
public struct OrderedBatches: Sendable {
  /// How many items a batch holds.
  public var size = 256
  /// How many batches are worked on at once.
  public var jobs: Int

  /// Batches for a number of jobs, at least one.
  public init(jobs: Int) { self.jobs = max(1, jobs) }

  /// Runs until the reader ends or something throws.
  ///
  /// - Parameters:
  ///   - reader: Asked on the calling task only.
  ///   - skip: How many records and rejects to pass over first.
  ///   - prepare: Called for each item, in order, before it is worked on.
  ///   - work: Called for each batch, on any task.
  ///   - consume: Called for each result, in order, on the calling task.
  /// - Throws: What the reader and `consume` throw, and cancellation.
  public func run<Prepared: Sendable, Result: Sendable>(
    _ reader: inout any FeedbackReader,
    skip: Int = 0,
    prepare: (ReadItem) -> Prepared,
    work: @escaping @Sendable ([Prepared]) -> Result,
    consume: (Result) throws -> Void
  ) async throws {
    try await withThrowingTaskGroup(of: (Int, Result).self) { group in
      var waiting: [Int: Result] = [:]
      var nextIn = 0
      var nextOut = 0
      var toSkip = skip
      var isAtEnd = false
      // What was read before the input became unusable is worked on all the same, for any number
      // of jobs.
      var unusable: Diagnostic?
      while true {
        while !isAtEnd, nextIn - nextOut <= jobs {
          var batch: [Prepared] = []
          batch.reserveCapacity(size)
          while batch.count < size {
            let next: ReadItem?
            do throws(Diagnostic) {
              next = try reader.next()
            } catch {
              unusable = error
              next = nil
            }
            guard let item = next else {
              isAtEnd = true
              break
            }
            let prepared = prepare(item)
            if toSkip > 0 {
              if case .warning = item { continue }
              toSkip -= 1
              continue
            }
            batch.append(prepared)
          }
          guard !batch.isEmpty else { break }
          let number = nextIn
          let items = batch
          group.addTask { (number, work(items)) }
          nextIn += 1
        }
        if nextOut == nextIn {
          if let unusable { throw unusable }
          return
        }
        while waiting[nextOut] == nil {
          guard let (number, result) = try await group.next() else { return }
          waiting[number] = result
        }
        while let result = waiting.removeValue(forKey: nextOut) {
          nextOut += 1
          try consume(result)
        }
        try Task.checkCancellation()
      }
    }
  }
}
