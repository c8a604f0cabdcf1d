import Foundation
import Testing
import VerbatimTestSupport

/// The stories are told in `corpora/README.md`.
@Suite("The demo shop")
struct DemoTests {
  private let shop: DemoShop

  init() throws { shop = try DemoShop.shared() }

  @Test("is accounted for: each file, and all of them")
  func reconciles() throws {
    #expect(shop.reports.map(\.file) == DemoShop.files)
    for report in shop.reports {
      #expect(report.isReconciled, "\(report.file)")
      #expect(report.failure == nil, "\(report.file)")
      #expect(report.rejected.count == report.rejectedCount, "\(report.file)")
    }
    // One page of the shop is no page of reviews.
    let silent = shop.reports.filter { $0.recordsIn == 0 }
    #expect(silent.map(\.file) == ["corpora/demo/reviews/about-us.html"])
    #expect(silent.flatMap(\.diagnostics).map(\.code) == ["V1201"])
    #expect(silent.flatMap(\.diagnostics).allSatisfy { $0.hint != nil })
    let signals = try shop.ask("signals").lines.count
    #expect(signals == shop.reports.map(\.signals).reduce(0, +))
  }

  @Test("is as large as its README says")
  func isDescribed() throws {
    let sums = [
      shop.reports.map(\.recordsIn), shop.reports.map(\.signals), shop.reports.map(\.duplicates),
      shop.reports.map(\.rejectedCount),
    ].map { $0.reduce(0, +) }
    let readme = try String(
      contentsOf: DemoShop.root.appendingPathComponent("corpora/README.md"),
      encoding: .utf8
    ).replacing(",", with: "")
    #expect(
      readme.contains(
        "\(sums[0]) pieces come in: \(sums[1]) become signals \(sums[2]) are duplicates "
          + "\(sums[3]) are rejected"
      )
    )
  }

  @Test("prints sums that add up, and the clusters")
  func summary() throws {
    let workspace = try Workspace()
    let run = try DemoShop.ingest(into: workspace.url("demo.db").path)
    #expect(run.status == 0)
    let equation = #/in (\d+) = (\d+) signals \+ (\d+) duplicates \+ (\d+) rejected/#
    var files = [0, 0, 0, 0]
    var total: [Int]?
    for line in run.lines {
      guard let match = try equation.firstMatch(in: line)?.output else { continue }
      let counts = [match.1, match.2, match.3, match.4].compactMap { Int($0) }
      #expect(counts[0] == counts[1] + counts[2] + counts[3], "\(line)")
      if line.hasPrefix("Total  in ") {
        total = counts
      } else {
        files = zip(files, counts).map(+)
      }
    }
    #expect(total == files)
    #expect(run.text.contains("from \(DemoShop.files.count) files\n"))
    #expect(run.text.contains("\nStore  \(files[1]) signals; "))
    #expect(run.text.contains("\n1. [HAZARD T1] sku K-204 × SAF.BURN_FIRE: "))
    #expect(run.text.contains("plug gets really hot"))
  }

  @Test("imported again adds nothing", arguments: [true, false])
  func again(isSameOrder: Bool) throws {
    let workspace = try Workspace()
    let store = workspace.url("demo.db").path
    try shop.copyStore(to: store)
    let before = try VerbatimRun(["signals", "--db", store])
    let folders = isSameOrder ? DemoShop.folders : DemoShop.folders.reversed()
    let run = try VerbatimRun(
      ["ingest"] + folders
        + ["--catalog", DemoShop.catalog, "--db", store, "--to", "json"],
      in: DemoShop.root
    )
    #expect(run.status == 0)
    let reports = try run.values(ReportLine.self)
    #expect(reports.map(\.signals).allSatisfy { $0 == 0 })
    #expect(reports.allSatisfy { $0.known })
    #expect(reports.allSatisfy { $0.isReconciled })
    #expect(
      reports.map(\.recordsIn).reduce(0, +) == shop.reports.map(\.recordsIn).reduce(0, +)
    )
    #expect(try VerbatimRun(["signals", "--db", store]).output == before.output)
  }

  @Test("copied elsewhere adds nothing: a file is known by its bytes")
  func moved() throws {
    let workspace = try Workspace()
    let store = workspace.url("demo.db").path
    try shop.copyStore(to: store)
    try FileManager.default.copyItem(
      at: DemoShop.root.appendingPathComponent("corpora/demo/survey"),
      to: workspace.url("elsewhere")
    )
    let run = try workspace.run("ingest elsewhere --db demo.db --to json")
    let reports = try run.values(ReportLine.self)
    #expect(reports.count == 2)
    #expect(reports.allSatisfy { $0.known && $0.signals == 0 && $0.isReconciled })
  }

  // MARK: The stories

  private func stories() throws -> [ClusterLine] {
    try shop.ask("clusters --to json").values(ClusterLine.self)
  }

  @Test("puts the hot plug first: two reports, one of them praise")
  func hazard() throws {
    let first = try #require(stories().first)
    #expect(first.level == "sku")
    #expect(first.key == "K-204")
    #expect(first.issue == "SAF.BURN_FIRE")
    #expect(first.tier == "T1")
    #expect(first.observed == 2)
    #expect(first.evidence.contains { $0.quote.contains("plug gets really hot") })
  }

  @Test("finds the handles of one lot")
  func handles() throws {
    let pan = try #require(
      stories().prefix(5).first { $0.key == "HK-1187" && $0.issue == "DUR.BREAKS" }
    )
    #expect(pan.state == "open")
    #expect(pan.lots.first?.lot == "L2409")
    let others = pan.lots.dropFirst().map(\.count).max() ?? 0
    #expect(try #require(pan.lots.first).count > 2 * others)
    #expect(pan.observed >= 15)
  }

  @Test("finds the supplier that packs badly, over its articles")
  func packaging() throws {
    let supplier = try #require(
      stories().prefix(5).first {
        $0.level == "supplier" && $0.key == "S-05" && $0.issue.hasPrefix("PKG.")
      }
    )
    #expect(supplier.state == "open")
    #expect(supplier.observed >= 20)
  }

  @Test("finds the batteries that get worse week by week")
  func batteries() throws {
    let lantern = try #require(
      stories().prefix(5).first { $0.key == "L-325" && $0.issue == "FUN.BATTERY_POWER" }
    )
    #expect(lantern.state == "open")
    #expect(lantern.observed >= 15)
  }

  @Test(
    "is not fooled",
    arguments: [
      ("P-613", "one review that five pages copied"),
      ("G-505", "one customer who writes nine times"),
      ("K-245", "a promotion that brings more of everything"),
    ]
  )
  func traps(sku: String, story: String) throws {
    for level in [nil, "sku"] {
      let run = try VerbatimRun(
        ["clusters", "--db", shop.store, "--to", "json"] + (level.map { ["--by", $0] } ?? [])
      )
      let open = try run.values(ClusterLine.self).filter { $0.key == sku && $0.state == "open" }
      #expect(open == [], "\(story)")
    }
  }

  @Test("counts feedback for whoever delivered at the time")
  func supplierPeriods() throws {
    let signals = try shop.ask("signals --sku P-627").values(SignalLine.self)
    let dated = signals.filter { $0.eventTime != nil }
    #expect(dated.count > 5)
    for signal in dated {
      let isBefore = (signal.eventTime ?? "") < "2026-09-14"
      #expect(signal.supplier.id == (isBefore ? "S-07" : "S-04"), "\(signal.eventTime ?? "")")
    }
  }
}
