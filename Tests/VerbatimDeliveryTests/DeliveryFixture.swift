import Foundation
import Synchronization
import VerbatimCore
import VerbatimDelivery
import VerbatimStore
import VerbatimTestSupport

/// Small stores to deliver from.
enum DeliveryFixture {
  /// Runs `body` with the path of a folder that is gone afterwards.
  static func withFolder(_ body: (_ folder: String) async throws -> Void) async throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("verbatim-delivery-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try await body(folder)
  }

  /// An item of an import: a signal of a customer, given on a day of November 2026 at noon.
  static func item(
    _ id: String,
    of customer: String? = nil,
    says text: String = "It broke.",
    day: Int? = 18
  ) -> ImportItem {
    var record = FeedbackRecord(
      source: FeedbackRecord.Source(kind: .review, format: "delimited", file: "june.csv")
    )
    record.id = hash("record \(id)")
    record.text = text
    var signal = FeedbackSignal(
      id: hash(id),
      recordID: record.id,
      engine: FeedbackSignal.Engine(
        version: "1.0",
        lexiconHash: "l",
        taxonomyVersion: "t",
        configHash: "c",
        icuVersion: "72"
      ),
      source: record.source,
      sentiment: Sentiment(status: .noOpinion)
    )
    signal.customerKey = customer
    signal.eventTime = day.flatMap { Instant(year: 2026, month: 11, day: $0, hour: 12) }
    return .entry(
      Entry(signal: signal, record: record, contentHash: "\(text) \(day ?? 0)", textKey: text)
    )
  }

  /// 32 digits that stand for a short name.
  static func hash(_ name: String) -> String {
    let digits = name.utf8.map { String($0, radix: 16) }.joined()
    return String((digits + String(repeating: "0", count: 32)).prefix(32))
  }

  /// Stores items as one more import.
  static func add(_ items: [ImportItem], to store: SignalStore, as name: String = "f00d") throws {
    let file = ImportFile(contentHash: name, path: name, format: "delimited", encoding: "UTF-8")
    guard case .new(let id) = try store.beginImport(file) else { return }
    _ = try store.commit(items, to: id)
  }

  /// A store with items.
  static func store(_ folder: String, _ items: [ImportItem]) throws -> SignalStore {
    let store = try SignalStore(path: "\(folder)/shop.db")
    try add(items, to: store)
    return store
  }

  /// Options of a delivery that ends, for a test that waits for nothing.
  static func options(_ address: String) -> DeliveryOptions {
    var options = DeliveryOptions(address: address)
    options.isOnce = true
    options.backOff = BackOff(first: 0.001, longest: 0.01)
    return options
  }
}

/// A clock that a test moves: waiting takes no time.
final class MovedClock: Sendable {
  private let time: Mutex<Double>
  private let waited = Mutex<[Double]>([])

  init(_ start: Double = 1_800_000_000) { time = Mutex(start) }

  /// The waits so far, in seconds.
  var waits: [Double] { waited.withLock { $0 } }

  /// The clock, as a delivery takes it.
  var clock: DeliveryClock {
    DeliveryClock(
      now: { [self] in time.withLock { $0 } },
      sleep: { [self] seconds in
        try Task.checkCancellation()
        waited.withLock { $0.append(seconds) }
        time.withLock { $0 += seconds }
        await Task.yield()
      }
    )
  }
}

/// A receiver that answers from a list, and then takes everything.
final class ScriptedReceiver: EventReceiver {
  private let answers: Mutex<[Answer]>
  private let received = Mutex<[EventPost]>([])

  init(_ answers: [Answer] = []) { self.answers = Mutex(answers) }

  /// What was posted so far.
  var posts: [EventPost] { received.withLock { $0 } }

  func post(_ post: EventPost) async -> Answer {
    received.withLock { $0.append(post) }
    return answers.withLock { $0.isEmpty ? .taken : $0.removeFirst() }
  }
}
