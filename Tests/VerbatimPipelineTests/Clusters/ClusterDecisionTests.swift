import Testing
import VerbatimPipeline

@Suite("Decisions about clusters in a store")
struct ClusterDecisionTests {
  private static let id = "sku:K-1:DUR.BREAKS"

  /// Forty weeks of reviews in two files: K-1 breaks in March, the others are fine.
  private static func files(breaksLater: Bool = false) -> [String] {
    var files = ["Date,SKU,Rating,Review Text\n", "Date,SKU,Rating,Review Text\n"]
    for number in 0..<120 {
      let isBad =
        number < 60 ? number % 8 == 1 : breaksLater && number > 100 && number % 2 == 1
      let day = Instant(seconds: (20_500 + Int64(number)) * 86_400, precision: .day)
      let words = isBad ? "It broke in my hand at week" : "A good and simple one since week"
      files[number % 2] +=
        "\(day),K-\(isBad || number % 30 == 2 ? 1 : 2 + number % 9),3,\(words) \(number)\n"
    }
    return files
  }

  private static func shop(
    _ files: [String],
    inOrder order: [Int] = [0, 1]
  ) async throws -> ImportShop {
    let shop = try ImportShop()
    for index in order {
      _ = try await shop.ingest(try shop.folder.write("feed-\(index).csv", files[index]))
    }
    return shop
  }

  private static func decision(
    _ action: ClusterDecision.Action,
    at day: String,
    on id: String = id
  ) throws -> ClusterDecision {
    ClusterDecision(
      clusterID: id,
      ordinal: 1,
      at: try #require(Instant(iso8601: day)),
      by: "Ada Brandt",
      action: action
    )
  }

  @Test("stand in the list, whatever the order of import")
  func orderOfImport() async throws {
    var lists: [[String]] = []
    for order in [[0, 1], [1, 0]] {
      let shop = try await Self.shop(Self.files(breaksLater: true), inOrder: order)
      let run = ClusterRun(shop.store)
      _ = try run.decide(try Self.decision(.acknowledge, at: "2026-04-20"))
      _ = try run.decide(try Self.decision(.close, at: "2026-04-21"))
      let clusters = try run.clusters(by: .sku)
      lists.append(
        clusters.map { cluster in
          "\(cluster.id) \(cluster.state.rawValue) \(cluster.observed) "
            + (cluster.life?.transitions ?? []).map { "\($0.day) \($0.state) \($0.note)" }
            .joined(separator: "; ")
        }
      )
    }
    #expect(lists[0] == lists[1])
    #expect(lists[0].contains { $0.hasPrefix("\(Self.id) reopened ") }, "\(lists[0])")
  }

  @Test("are known from their day on, and not the day before")
  func asOf() async throws {
    let run = ClusterRun(try await Self.shop(Self.files()).store)
    _ = try run.decide(try Self.decision(.acknowledge, at: "2026-06-20"))
    func state(_ day: String?) throws -> ComplaintCluster.State? {
      try run.clusters(by: .sku, asOf: day.flatMap { Instant(iso8601: $0) })
        .first { $0.id == Self.id }?.state
    }
    #expect(try state("2026-06-19") == .open)
    #expect(try state("2026-06-20") == .acknowledged)
    #expect(try state(nil) == .acknowledged)
  }

  @Test("put a snoozed cluster at the end and not out of sight")
  func snoozedLast() async throws {
    var files = Self.files()
    for number in 0..<4 {
      files[0] += "2026-04-0\(1 + number),K-5,1,Sadly it came late once more \(number)\n"
    }
    let run = ClusterRun(try await Self.shop(files).store)
    let before = try run.clusters(by: .sku).map(\.id)
    #expect(before == [Self.id, "sku:K-5:DEL.LATE"])
    var snooze = try Self.decision(.snooze, at: "2026-06-20")
    snooze.until = Instant(iso8601: "2026-07-20")
    _ = try run.decide(snooze)
    let after = try run.clusters(by: .sku)
    #expect(after.map(\.id) == ["sku:K-5:DEL.LATE", Self.id])
    #expect(after.last?.state == .snoozed)
    #expect(after.last?.life?.snoozedUntil == Instant(iso8601: "2026-07-20")?.dayNumber)
    let later = try run.clusters(by: .sku, asOf: Instant(iso8601: "2026-07-20"))
    #expect(later.map(\.id) == before)
  }

  @Test("are refused with nothing written when they do not fit")
  func refused() async throws {
    let shop = try await Self.shop(Self.files())
    let run = ClusterRun(shop.store)
    func code(_ decision: ClusterDecision) -> DiagnosticCode? {
      do {
        _ = try run.decide(decision)
        return nil
      } catch {
        return (error as? Diagnostic)?.code
      }
    }
    #expect(code(try Self.decision(.verify, at: "2026-06-20")) == .decisionRefused)
    #expect(code(try Self.decision(.snooze, at: "2026-06-20")) == .decisionIncomplete)
    for id in ["sku:K-1:SAF.HOT", "sku:K-77:DUR.BREAKS", "K-1", "", "lot:K-1:DUR.BREAKS"] {
      #expect(code(try Self.decision(.close, at: "2026-06-20", on: id)) == .clusterMissing, "\(id)")
    }
    #expect(try shop.store.decisions() == [])
    #expect(code(try Self.decision(.close, at: "2026-06-20")) == nil)
    #expect(code(try Self.decision(.reopen, at: "2026-06-19")) == .decisionRefused)
    #expect(try shop.store.decisions().map(\.ordinal) == [1])
  }

  @Test("on evidence take a report out of the count at every level, and give it back")
  func marks() async throws {
    let shop = try await Self.shop(Self.files())
    let run = ClusterRun(shop.store)
    let cluster = try #require(try run.clusters(by: .sku).first { $0.id == Self.id })
    let signal = try #require(cluster.evidence.first?.signalID)
    func mark(_ finding: EvidenceMark.Finding, on signal: String) throws -> (Int?, Int?) {
      let at = try #require(Instant(iso8601: "2026-06-20T08:00:00Z"))
      let (before, after) = try run.mark(
        EvidenceMark(
          clusterID: Self.id,
          ordinal: 1,
          signalID: signal,
          at: at,
          by: "Ada Brandt",
          finding: finding
        )
      )
      return (before.cluster?.observed, after.cluster?.observed)
    }
    let count = cluster.observed
    #expect(try mark(.fault(.carrier), on: signal) == (count, count - 1))
    let marked = try #require(try run.clusters(by: .sku).first { $0.id == Self.id })
    #expect(marked.markedOut == 1)
    #expect(marked.evidence.contains { $0.signalID == signal } == false)
    let then = try run.clusters(by: .sku, asOf: Instant(iso8601: "2026-06-19"))
    #expect(then.first { $0.id == Self.id }?.observed == count)
    #expect(try mark(.fault(.supplier), on: signal) == (count - 1, count))
    #expect(try mark(.notThisIssue, on: signal) == (count, count - 1))
    #expect(throws: Diagnostic.self) { try mark(.notThisIssue, on: "none") }
    #expect(try shop.store.marks().count == 3)
    #expect(
      try run.history(of: Self.id).marks.map(\.finding.rawValue) == [
        "carrier", "supplier", "not_this_issue",
      ]
    )
  }

  @Test("stay known when every report is marked out")
  func nothingLeft() async throws {
    let shop = try await Self.shop(
      [
        "Date,SKU,Rating,Review Text\n2026-03-10,K-1,2,The plug got hot in my hand\n", "",
      ],
      inOrder: [0]
    )
    let run = ClusterRun(shop.store)
    let id = "sku:K-1:SAF.HOT"
    var decision = try Self.decision(.hazard, at: "2026-03-11", on: id)
    decision.verdict = .potential
    #expect(try run.decide(decision).life.state == .acknowledged)
    let signal = try #require(try run.clusters(by: nil).first?.evidence.first?.signalID)
    _ = try run.mark(
      EvidenceMark(
        clusterID: id,
        ordinal: 1,
        signalID: signal,
        at: decision.at,
        by: "Ada Brandt",
        finding: .notThisIssue
      )
    )
    #expect(try run.clusters(by: nil) == [])
    let history = try run.history(of: id)
    #expect(history.cluster == nil)
    #expect(history.life.state == .acknowledged)
    #expect(
      try run.decide(try Self.decision(.close, at: "2026-03-12", on: id)).life.state == .closed
    )
  }
}
