import GRDB
import Testing
import VerbatimCore

@testable import VerbatimStore

@Suite("Samples and reviews")
struct AuditTests {
  private let noon = Instant(seconds: 1_795_348_800)

  private var sample: AuditSample {
    var sample = AuditSample(
      id: "5a",
      seed: .max - 3,
      strata: [
        AuditSample.Stratum(name: "risk", population: 5, wanted: 2, signalIDs: ["s4", "s1"]),
        AuditSample.Stratum(name: "positive", population: 0, wanted: 8, signalIDs: []),
        AuditSample.Stratum(name: "random", population: 1, wanted: 20, signalIDs: ["s2"]),
      ]
    )
    sample.since = Instant(year: 2026, month: 11, day: 16, precision: .day)
    sample.drawnAt = noon
    return sample
  }

  private func review(
    _ signalID: String,
    _ category: String,
    _ verdict: String,
    by reviewer: String
  ) -> Review {
    Review(
      signalID: signalID,
      category: category,
      verdict: verdict,
      reason: "It says \"so\",\u{0} plainly.",
      reviewer: reviewer,
      at: noon
    )
  }

  @Test("come back as they were kept")
  func samples() throws {
    try withStorePath { (path) throws in
      let store = try SignalStore(path: path)
      #expect(try store.sample() == nil)
      #expect(try store.add(sample))
      #expect(try store.sample() == sample)
      #expect(try store.sample(id: "5a") == sample)
      #expect(try store.sample(id: "5b") == nil)
      #expect(sample.count == 3)
      #expect(sample.population == 6)
      #expect(sample.strata.map(\.weight) == [2.5, nil, 1])
      #expect(sample.strata.map(\.inclusionProbability) == [0.4, nil, 1])
    }
  }

  @Test("are kept once, and the last one is found without an id")
  func twice() throws {
    try withStorePath { (path) throws in
      let store = try SignalStore(path: path)
      var later = sample
      later.id = "5b"
      later.until = noon
      #expect(try store.add(sample))
      #expect(try store.add(later))
      var stated = sample
      stated.drawnAt = nil
      #expect(try !store.add(stated))
      #expect(try store.samples() == [sample, later])
      #expect(try store.sample() == later)
    }
  }

  @Test("of people are only added, and the last of each person counts")
  func reviews() throws {
    let all = [
      review("s1", "sentiment", "negative", by: "Ada"),
      review("s1", "sentiment", "positive", by: "Ben"),
      review("s1", "resolution", "solved", by: "Ada"),
      review("s2", "sentiment", "negative", by: "Ada"),
      review("s1", "sentiment", "neutral", by: "Ada"),
    ]
    try withStorePath { (path) throws in
      let store = try SignalStore(path: path)
      for review in all { try store.add(review) }
      #expect(try store.reviews() == all)
      #expect(try store.reviews(ofSignal: "s2") == [all[3]])
      #expect(try store.reviews(category: "sentiment").count == 4)
      #expect(try store.reviews(ofSignal: "s1", category: "sentiment") == [all[0], all[1], all[4]])
      #expect(Review.counting(try store.reviews()) == [all[1], all[2], all[3], all[4]])
      #expect(Review.counting([]) == [])
    }
  }

  @Test("stay when a conversation is imported again")
  func revision() throws {
    try withStorePath { (path) throws in
      _ = try runImport([.entry(Sample.entry("s1"))], into: path)
      let store = try SignalStore(path: path)
      try store.add(sample)
      try store.add(review("s1", "sentiment", "negative", by: "Ada"))
      let other = ImportFile(
        contentHash: "beef",
        path: "july.csv",
        format: "survey-csv",
        encoding: "UTF-8"
      )
      let outcome = try runImport(
        [.entry(Sample.entry("s1", says: "It broke twice.", day: 3))],
        of: other,
        into: path
      )
      #expect(outcome?.signals == 1)
      #expect(try store.sample() == sample)
      #expect(try store.reviews(ofSignal: "s1").count == 1)
    }
  }

  @Test("join a store of before")
  func migration() throws {
    try withStorePath { (path) throws in
      let queue = try DatabaseQueue(path: path)
      try queue.write { try $0.execute(sql: "PRAGMA application_id = \(Schema.applicationID)") }
      let steps = Schema.migrator.migrations
      let last = try #require(steps.lastIndex(of: Schema.auditMigration))
      try Schema.migrator.migrate(queue, upTo: steps[last - 1])
      try queue.close()
      let store = try SignalStore(path: path)
      #expect(try store.samples() == [])
      #expect(try store.reviews() == [])
    }
  }
}
