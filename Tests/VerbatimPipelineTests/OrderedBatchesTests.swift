import Testing
import VerbatimPipeline

@Suite("Batches in order")
struct OrderedBatchesTests {
  /// Counts what a reader gave.
  private final class Tally {
    var given = 0
  }

  /// Gives records, and after each third one a warning, until it ends or fails.
  private struct Numbers: FeedbackReader {
    let count: Int
    var failsAt: Int?
    let tally = Tally()
    private var warns = false

    init(_ count: Int, failsAt: Int? = nil) {
      self.count = count
      self.failsAt = failsAt
    }

    mutating func next() throws(Diagnostic) -> ReadItem? {
      if tally.given == failsAt {
        throw Diagnostic(.fileUnreadable, at: SourceLocation(file: "n"), "reading stopped")
      }
      if warns {
        warns = false
        return .warning(
          Diagnostic(.rowWidth, .warning, at: SourceLocation(file: "n"), "w\(tally.given)")
        )
      }
      guard tally.given < count else { return nil }
      tally.given += 1
      warns = tally.given.isMultiple(of: 3)
      if tally.given.isMultiple(of: 5) {
        return .reject(Diagnostic(.rowEmpty, at: SourceLocation(file: "n"), "\(tally.given)"))
      }
      var record = FeedbackRecord(source: .init(kind: .survey, format: "text", file: "n"))
      record.source.row = tally.given
      return .record(record)
    }
  }

  /// A failure of whoever consumes.
  private struct Full: Error {}

  private static func name(_ item: ReadItem) -> String {
    switch item {
    case .record(let record): "\(record.source.row ?? 0)"
    case .reject(let diagnostic): diagnostic.message
    case .warning(let diagnostic): diagnostic.message
    }
  }

  /// What the items of such a reader are called, warnings left out or not.
  private static func names(_ count: Int, warnings: Bool = true) -> [String] {
    (1...max(1, count)).prefix(count).flatMap { number in
      warnings && number.isMultiple(of: 3) ? ["\(number)", "w\(number)"] : ["\(number)"]
    }
  }

  /// Runs a reader and gives what is consumed, in order; late batches are worked on first.
  private func run(
    _ numbers: Numbers,
    jobs: Int,
    size: Int = 4,
    skip: Int = 0,
    consuming: ([String]) throws -> Void
  ) async throws {
    var batches = OrderedBatches(jobs: jobs)
    batches.size = size
    var reader: any FeedbackReader = numbers
    try await batches.run(
      &reader,
      skip: skip,
      prepare: Self.name,
      work: { names in
        // Uneven work, so that batches end out of order.
        let first = names.first.flatMap { Int($0) } ?? 0
        var sum = 0
        for step in 0..<(first.isMultiple(of: 8) ? 200_000 : 10) { sum &+= step }
        return sum >= 0 ? names : []
      },
      consume: consuming
    )
  }

  @Test("keep the order for any number of jobs", arguments: [1, 2, 8], [0, 1, 3, 4, 5, 103])
  func order(jobs: Int, count: Int) async throws {
    var consumed: [String] = []
    try await run(Numbers(count), jobs: jobs) { consumed += $0 }
    #expect(consumed == Self.names(count))
  }

  @Test("hold no more items than told", arguments: [1, 2, 8])
  func bounded(jobs: Int) async throws {
    let numbers = Numbers(300)
    var consumed = 0
    try await run(numbers, jobs: jobs) { names in
      // What is read and not consumed yet, this batch counted: jobs + 1 batches.
      #expect(numbers.tally.given - consumed <= (jobs + 1) * 4)
      #expect(names.count <= 4)
      consumed += names.count { !$0.hasPrefix("w") }
    }
    #expect(consumed == 300)
  }

  @Test(
    "pass over records and rejects, not counting warnings",
    arguments: [1, 2, 8],
    [0, 1, 7, 60]
  )
  func skip(jobs: Int, skip: Int) async throws {
    var consumed: [String] = []
    try await run(Numbers(50), jobs: jobs, skip: skip) { consumed += $0 }
    let numbers = consumed.filter { !$0.hasPrefix("w") }
    #expect(numbers == Array(Self.names(50, warnings: false).dropFirst(skip)))
  }

  @Test(
    "give all that was read before the input became unusable",
    arguments: [1, 2, 8],
    [0, 3, 18]
  )
  func unusable(jobs: Int, failsAt: Int) async throws {
    var consumed: [String] = []
    await #expect(throws: Diagnostic.self) {
      try await run(Numbers(50, failsAt: failsAt), jobs: jobs) { consumed += $0 }
    }
    #expect(consumed.filter { !$0.hasPrefix("w") } == Self.names(failsAt, warnings: false))
  }

  @Test("stop when the consumer fails", arguments: [1, 2, 8])
  func full(jobs: Int) async throws {
    var calls = 0
    await #expect(throws: Full.self) {
      try await run(Numbers(500), jobs: jobs) { _ in
        calls += 1
        if calls == 3 { throw Full() }
      }
    }
    #expect(calls == 3)
  }

  @Test("stop when their task is cancelled")
  func cancelled() async {
    let task = Task {
      try await run(Numbers(.max), jobs: 2) { _ in }
    }
    task.cancel()
    await #expect(throws: CancellationError.self) { try await task.value }
  }

  @Test("need at least one job", arguments: [0, -3])
  func noJobs(jobs: Int) async throws {
    var consumed: [String] = []
    try await run(Numbers(9), jobs: jobs) { consumed += $0 }
    #expect(consumed == Self.names(9))
  }
}
