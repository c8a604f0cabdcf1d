import Foundation
import Testing
import VerbatimTestSupport

@Suite("What the store is asked")
struct StoredSignalTests {
  private let shop: DemoShop

  init() throws { shop = try DemoShop.shared() }

  private func signals(_ options: String...) throws -> [String] {
    let run = try VerbatimRun(["signals", "--db", shop.store] + options)
    #expect(run.status == 0, "\(run.errors)")
    return run.lines
  }

  @Test(
    "is filtered as told, in the same order",
    arguments: [
      ["--sku", "K-204"], ["--supplier", "S-05"], ["--issue", "PKG.INADEQUATE"],
      ["--since", "2026-09-21"], ["--until", "2026-09-20"],
      ["--since", "2026-09-21", "--until", "2026-09-27", "--supplier", "S-03"],
      ["--sku", "NONE"],
    ]
  )
  func filters(options: [String]) throws {
    let all = try signals()
    let run = try VerbatimRun(["signals", "--db", shop.store] + options)
    #expect(run.status == 0)
    var wanted: [String: String] = [:]
    for index in stride(from: 0, to: options.count, by: 2) {
      wanted[options[index]] = options[index + 1]
    }
    let decoder = JSONDecoder()
    let expected = try all.filter { line in
      let signal = try decoder.decode(SignalLine.self, from: Data(line.utf8))
      let day = signal.eventTime.map { String($0.prefix(10)) }
      if let sku = wanted["--sku"], signal.product.sku != sku { return false }
      if let supplier = wanted["--supplier"], signal.supplier.id != supplier { return false }
      if let issue = wanted["--issue"], !signal.issues.contains(where: { $0.code == issue }) {
        return false
      }
      if let since = wanted["--since"], (day ?? "") < since { return false }
      if let until = wanted["--until"], (day ?? "9") > until { return false }
      return true
    }
    #expect(run.lines == expected)
    #expect(expected.isEmpty == (options == ["--sku", "NONE"]))
  }

  @Test("comes page by page as it comes at once", arguments: [1, 97, 500, 5_000])
  func pages(limit: Int) throws {
    let all = try limit == 1 ? signals("--sku", "K-204") : signals()
    let filter = limit == 1 ? ["--sku", "K-204"] : []
    var paged: [String] = []
    var cursor = "0"
    while true {
      let run = try VerbatimRun(
        ["signals", "--db", shop.store, "--cursor", cursor, "--limit", "\(limit)"] + filter
      )
      #expect(run.status == 0)
      #expect(run.lines.count <= limit)
      guard let next = run.errors.firstMatch(of: #/cursor (\d+)\n/#)?.1 else {
        #expect(run.lines == [])
        break
      }
      paged += run.lines
      cursor = String(next)
    }
    #expect(paged == all)
    #expect(all.isEmpty == false)
  }

  @Test("as a table has a row a signal")
  func table() throws {
    let run = try shop.ask("signals --to csv --sku K-204")
    #expect(run.status == 0)
    #expect(run.text.hasPrefix("signal_id,event_time,kind,file,line,sku,product,"))
    let rows = run.text.split(separator: "\r\n").count - 1
    #expect(try rows == signals("--sku", "K-204").count)
  }

  @Test("as a table runs no formula in a spreadsheet")
  func formulas() throws {
    let workspace = try Workspace()
    try workspace.write(
      "hostile.csv",
      #"""
      id,sku,nps,lot,comment
      1,=1+1,2,@SUM(A1),The kettle caught fire
      2,=1+1,1,+cmd,"=HYPERLINK(""http://shop.example"") caught fire"
      3,-5,1,-x,"It caught fire, ""really"""

      """#
    )
    let ingest = try workspace.run("ingest hostile.csv --db s.db")
    #expect(ingest.status == 0, "\(ingest.errors)")
    let signals = try workspace.run("signals --db s.db --to csv").text
    #expect(signals.contains(",'=1+1,"))
    #expect(signals.contains(",'@SUM(A1),"))
    #expect(signals.contains(",'+cmd,"))
    #expect(signals.contains(",'-x,"))
    // A number is none.
    #expect(signals.contains(",-5,"))
    let clusters = try workspace.run("clusters --db s.db --to csv").text
    #expect(clusters.contains(",'=1+1,"))
    for text in [signals, clusters] {
      for field in text.split(whereSeparator: { ",\r\n".contains($0) }) {
        let start = field.first == "\"" ? field.dropFirst().first : field.first
        #expect(!"=+@".contains(start ?? " "), "\(field)")
      }
    }
  }

  @Test("as of a day knows nothing of the days after", arguments: ["2026-08-30", "2026-10-04"])
  func asOf(day: String) throws {
    let then = try shop.ask("clusters --as-of \(day) --to json").values(ClusterLine.self)
    for evidence in then.flatMap(\.evidence) {
      #expect(try #require(evidence.eventTime).prefix(10) <= day)
    }
    #expect(!then.contains { $0.key == "K-204" && $0.issue == "SAF.BURN_FIRE" })
    // The packing went wrong in weeks 6 to 12, from 2026-08-31.
    #expect(then.contains { $0.key == "S-05" } == (day > "2026-09-30"))
    let now = try shop.ask("clusters --to json").output
    #expect(try shop.ask("clusters --as-of 2026-12-31 --to json").output == now)
  }

  @Test("about clusters stops where it is told")
  func limits() throws {
    let all = try shop.ask("clusters --to json").lines
    #expect(try shop.ask("clusters --to json --limit 2").lines == Array(all.prefix(2)))
    #expect(try shop.ask("clusters --to json --limit 0").lines == [])
    let table = try shop.ask("clusters --to csv").text
    #expect(table.split(separator: "\r\n").count == all.count + 1)
    let text = try shop.ask("clusters").text
    #expect(text.contains("\n\(all.count). ["))
    #expect(!text.contains("\n\(all.count + 1). ["))
  }
}
