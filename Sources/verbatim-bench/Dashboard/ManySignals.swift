import Foundation
import VerbatimPipeline

/// A store with as many made-up signals as are asked for, the same on every run.
///
/// Some thousand texts are scored by the engine and said again by other customers about other
/// articles on other days: what a page costs hangs on how many signals there are and how they are
/// spread, and not on how many different texts. The most popular article has some thousandths of
/// all feedback, and a twentieth of it is conversations. One text in four complains, of three things:
/// 0.86 issues a signal, where the 3,150 Alexa reviews of Amazon (Kaggle, 2018) tell 0.34 by the same
/// engine.
struct ManySignals {
  /// How many.
  let count: Int
  /// Articles; each supplier makes thirty.
  private static let articles = 2_000
  /// Three years, up to 22 November 2026.
  private static let days = 1_096
  private static let lastDay: Int64 = 1_795_305_600
  /// How many texts are scored.
  private static let texts = 4_000
  private static let batch = 10_000

  /// Fills a new store.
  func fill(_ store: SignalStore, _ engine: SignalEngine) throws {
    let pool = pool(engine)
    var random = SplitMix64(seed: 20_261_122)
    let file = ImportFile(
      contentHash: "many \(count)",
      path: "many.ndjson",
      format: "ndjson",
      encoding: "UTF-8"
    )
    guard case .new(let id) = try store.beginImport(file) else { return }
    var counts = ImportCounts()
    var place = 0
    while place < count {
      let items = (place..<min(count, place + Self.batch)).map { number in
        ImportItem.entry(entry(number, of: pool, &random))
      }
      for outcome in try store.commit(items, to: id) { counts.count(outcome) }
      place += items.count
    }
    try store.finishImport(id, counts: counts)
  }

  /// What some thousand customers said, scored.
  private func pool(_ engine: SignalEngine) -> [(signal: FeedbackSignal, record: FeedbackRecord)] {
    var scratch = SignalEngine.Scratch()
    let complaints = BenchText.texts(count: Self.texts)
    let glad = BenchText.gladTexts(count: Self.texts)
    return (0..<Self.texts).map { number in
      // Conversations complain and do not, as the rest.
      let text = number / 20 % 4 == 0 ? complaints[number] : glad[number]
      let isConversation = number.isMultiple(of: 20)
      var record = FeedbackRecord(
        source: FeedbackRecord.Source(
          kind: isConversation ? .transcript : number.isMultiple(of: 4) ? .survey : .review,
          format: "ndjson",
          file: "many.ndjson"
        )
      )
      record.id = Self.hex(number, "text")
      if isConversation {
        record.turns = text.split(separator: ". ").enumerated().map { turn, words in
          Turn(
            speaker: turn.isMultiple(of: 2) ? "Customer" : "Kim",
            role: turn.isMultiple(of: 2) ? .customer : .agent,
            text: String(words)
          )
        }
      } else {
        record.text = text
        record.ratings =
          Rating(.stars, Double(number % 5 + 1), min: 1, max: 5, direction: .higherIsBetter)
          .map { [$0] } ?? []
      }
      return (engine.signal(for: &record, explains: true, scratch: &scratch), record)
    }
  }

  private func entry(
    _ number: Int,
    of pool: [(signal: FeedbackSignal, record: FeedbackRecord)],
    _ random: inout SplitMix64
  ) -> Entry {
    var (signal, record) = pool[random.index(below: pool.count)]
    signal.id = Self.hex(number, "signal")
    record.id = Self.hex(number, "record")
    signal.recordID = record.id
    // The square of a number that is spread evenly favours the first articles.
    let share = Double(random.index(below: 1_000_000)) / 1_000_000
    let article = Int(share * share * Double(Self.articles))
    signal.product.sku = "K-\(1_000 + article)"
    signal.supplier.id = "S-\(article / 30)"
    signal.product.category = "category \(article % 12)"
    if random.index(below: 3) == 0 { signal.lot.id = "L-\(article)-\(number % 24)" }
    let day = Int64(random.index(below: Self.days))
    signal.eventTime = Instant(seconds: Self.lastDay - day * 86_400, precision: .day)
    signal.customerKey = Self.hex(random.index(below: max(1, count / 2)), "customer")
    signal.dims = ["channel": ["web", "shop", "app"][number % 3], "market": "m\(number % 7)"]
    return Entry(
      signal: signal,
      record: record,
      contentHash: signal.id,
      textKey: Self.hex(number, "words")
    )
  }

  /// 32 digits for a number among those of a kind.
  private static func hex(_ number: Int, _ kind: String) -> String {
    var state = SplitMix64(
      seed: UInt64(number) &+ UInt64(kind.utf8.reduce(0) { $0 &* 31 &+ Int($1) })
    )
    return (0..<2).map { _ in
      let digits = String(state.next(), radix: 16)
      return String(repeating: "0", count: 16 - digits.count) + digits
    }.joined()
  }
}
