import Testing
import VerbatimCore
import VerbatimPipeline
import VerbatimStatistics
import VerbatimTestSupport
import VerbatimText

@Suite("Series table")
struct SeriesTableTests {
  private static func table(
    _ text: String,
    _ period: CountSeries.Period = .week
  ) throws -> SeriesTable {
    let source = try TextSource(path: "series.csv", bytes: Array(text.utf8))
    return try SeriesTable(ReportTable(source), period: period)
  }

  @Test("days become weeks from Monday on, and weeks without a row are zero")
  func weeks() throws {
    // 2026-01-04 is a Sunday, 2026-01-05 a Monday.
    let table = try Self.table(
      """
      date,key,issue,count
      2026-01-25,K-1,DUR,2
      2026-01-04,K-1,DUR,1
      2026-01-05,K-1,DUR,3
      2026-01-05,K-1,DUR,4
      2026-02-04,K-1,PKG,1
      """
    )
    #expect(table.accepted == 5 && table.rejected == 0)
    let series = table.entries.map(\.series)
    #expect(table.entries.map(\.issue) == ["DUR", "PKG"])
    // Both go from the key's first date to its last.
    #expect(series[0].counts == [1, 7, 0, 2, 0, 0])
    #expect(series[1].counts == [0, 0, 0, 0, 0, 1])
    #expect(series[0].start(of: 0).description == "2025-12-29")
    #expect(series[0].exposures == nil)
  }

  @Test("days stay days when wanted")
  func days() throws {
    let table = try Self.table(
      "date,key,issue,count\n2026-01-04,a,b,1\n2026-01-07T10:00:00Z,a,b,2.0\n",
      .day
    )
    #expect(table.entries[0].series.counts == [1, 0, 0, 2])
    #expect(table.entries[0].series.start(of: 3).description == "2026-01-07")
  }

  @Test("exposure is the key's where an issue has no row, and unknown where nothing has")
  func exposure() throws {
    let table = try Self.table(
      """
      Issue;Count;KEY;date;exposure
      DUR;1;K;2026-01-05;100
      DUR;1;K;2026-01-05;90
      DUR;2;K;2026-01-06;50
      PKG;1;K;2026-01-12;80
      PKG;1;K;2026-01-26;
      """
    )
    #expect(table.entries.map(\.series.exposures) == [[150, 80, 0, 0], [150, 80, 0, 0]])
    #expect(table.entries[0].series.counts == [4, 0, 0, 0])
  }

  @Test("bad rows are told with line and column, and the rest goes on")
  func bad() throws {
    let table = try Self.table(
      """
      date,key,issue,count,exposure
      2026-01-05,K,DUR,3,10
      2026-02-30,K,DUR,3,10
      2026-01-12,K,DUR,-2,10
      2026-01-12,K,DUR,2.5,10
      2026-01-12,,DUR,2,10
      2026-01-12,K,DUR,2,-1
      2026-01-12,K,DUR,99999999999999999999,1
      2026-01-12,K,DUR,1
      """
    )
    #expect(table.accepted == 1 && table.rejected == 7)
    #expect(
      table.diagnostics.map { "\($0.location) \($0.code.rawValue)" } == [
        "series.csv:3:1 V1130", "series.csv:4:18 V1131", "series.csv:5:18 V1131",
        "series.csv:6:12 V1132", "series.csv:7:20 V1131", "series.csv:8:18 V1131",
        "series.csv:9:19 V1103",
      ]
    )
    #expect(table.diagnostics[1].message == "the count -2 is negative")
  }

  @Test("an empty file and a header alone are no series; a missing column is said")
  func empty() throws {
    #expect(try Self.table("").entries.isEmpty)
    #expect(try Self.table("date,key,issue,count\n").entries.isEmpty)
    #expect(throws: Diagnostic.self) { try Self.table("date,key,count\n2026-01-05,a,1\n") }
  }

  @Test("the order of rows changes nothing", arguments: SeededGenerator.seeds(3))
  func order(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    var rows: [String] = []
    for key in ["K-1", "K-2", "É", "e\u{301}"] {
      for week in 0..<30 {
        let day = String(Instant(seconds: Int64(20_000 + week * 7) * 86_400).description.prefix(10))
        rows.append("\(day),\(key),DUR,\(Int.random(in: 0...5, using: &random)),\(week + 1)")
      }
    }
    let header = "date,key,issue,count,exposure\n"
    func results(_ rows: [String]) throws -> ([SeriesTable.Entry], [[SeriesPoint]], [[Double?]]) {
      let table = try Self.table(header + rows.joined(separator: "\n"))
      var points: [[SeriesPoint]] = []
      var qValues: [[Double?]] = []
      _ = SeriesRun(.methods([.nbCUSUM, .score])).run(table.entries) { (result: SeriesRun.Result) in
        points.append(result.points)
        qValues.append(result.qValues)
      }
      return (table.entries, points, qValues)
    }
    let first = try results(rows)
    let second = try results(rows.shuffled(using: &random))
    #expect(first.0 == second.0, "\(random)")
    #expect(first.1 == second.1)
    #expect(first.2 == second.2)
    // A composed and a decomposed letter are two keys, as bytes.
    #expect(first.0.count == 4)
  }

  @Test("the score's alarms are those of Benjamini and Hochberg over all series")
  func score() throws {
    var random = SeededGenerator(seed: 1)
    var entries = (0..<20).map { index in
      SeriesTable.Entry(
        key: "K-\(index)",
        issue: "DUR",
        series: CountSeries(
          counts: (0..<60).map { _ in Double(Int.random(in: 0...4, using: &random)) }
        )
      )
    }
    entries[3].series.counts[59] = 40
    var values: [Double] = []
    var found: [Double] = []
    var alarms: [String] = []
    let skips = SeriesRun(.methods([.score, .farrington])).run(entries) {
      (result: SeriesRun.Result) in
      values += result.points.compactMap(\.pValue)
      found += result.qValues.compactMap(\.self)
      for (index, point) in result.points.enumerated() where point.isAlarm {
        alarms.append("\(result.entry.key) \(index)")
      }
    }
    #expect(found == FalseDiscovery.qValues(values))
    #expect(alarms == ["K-3 59"])
    #expect(skips.count == 20 && skips.allSatisfy { $0.method == .farrington })
  }
}
