import Foundation
import Testing
import VerbatimCore
import VerbatimTestSupport

/// Files that cannot be used, or not in whole, each beside a good one.
@Suite("A bad file")
struct BadInputTests {
  private let workspace: Workspace

  init() throws {
    workspace = try Workspace()
    try workspace.write("good/lamps.csv", Self.good)
  }

  private static let good = """
    id,sku,nps,comment
    1,A-1,9,Lovely lamp
    2,A-1,2,It broke after a week

    """

  /// A file with what is expected of it.
  struct Bad: Sendable, CustomTestStringConvertible {
    var name: String
    var bytes: [UInt8]
    var code: DiagnosticCode

    var testDescription: String { name }

    static let all = [
      Bad(name: "empty.csv", bytes: [], code: .fileEmpty),
      Bad(name: "blank.txt", bytes: Array(" \r\n\t\n".utf8), code: .fileEmpty),
      Bad(name: "half.csv.gz", bytes: Array(Self.gzip.prefix(31)), code: .archiveUnusable),
      Bad(name: "book.xlsx", bytes: Self.workbook, code: .workbookDamaged),
      Bad(name: "cut.xlsx", bytes: Array(Self.workbook.prefix(150)), code: .archiveUnusable),
      Bad(name: "old.xls", bytes: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1], code: .formatUnsupported),
      Bad(name: "data.sav", bytes: Array("$FL2@(#) SPSS".utf8), code: .dataFileDamaged),
      Bad(name: "prose.txt", bytes: Array("Dear all\nhello there\n".utf8), code: .formatUnknown),
      Bad(name: "numbers.csv", bytes: Array("a,b\n1,2\n3,4\n".utf8), code: .noFeedbackColumn),
      Bad(name: "header.csv", bytes: Array("id,nps,comment\n".utf8), code: .noRecords),
      Bad(name: "cut.json", bytes: Array("[{\"text\":\"fine\"},{\"te".utf8), code: .jsonBroken),
    ]

    /// `id,nps,comment`, one row, compressed.
    private static let gzip = decoded(
      "H4sIAAAAAAACA8tM0ckrKNZJzs/NTc0r4TLUsdTxyS9LzalUyEnMLVAoyUgtSuUCAB8Lt0wlAAAA"
    )

    /// A zip archive with `[Content_Types].xml` and `xl/workbook.xml`.
    private static let workbook = decoded(
      "UEsDBBQAAAAAAAAAIVwrhCYSBAAAAAQAAAATAAAAW0NvbnRlbnRfVHlwZXNdLnhtbDx4Lz5QSwME"
        + "FAAAAAAAAAAhXCuEJhIEAAAABAAAAA8AAAB4bC93b3JrYm9vay54bWw8eC8+UEsBAhQDFAAAAAAA"
        + "AAAhXCuEJhIEAAAABAAAABMAAAAAAAAAAAAAAIABAAAAAFtDb250ZW50X1R5cGVzXS54bWxQSwEC"
        + "FAMUAAAAAAAAACFcK4QmEgQAAAAEAAAADwAAAAAAAAAAAAAAgAE1AAAAeGwvd29ya2Jvb2sueG1s"
        + "UEsFBgAAAAACAAIAfgAAAGYAAAAAAA=="
    )

    private static func decoded(_ base64: String) -> [UInt8] {
      Data(base64Encoded: base64).map(Array.init) ?? []
    }
  }

  @Test("is named, and the good one beside it is imported", arguments: Bad.all)
  func named(bad: Bad) throws {
    try workspace.write(bad.name, Data(bad.bytes))
    let run = try workspace.run("ingest \(bad.name) good --db s.db --to json")
    #expect(run.status == 65)
    #expect(run.tells(bad.code, about: bad.name), "\(run.errors)")
    let reports = try run.values(ReportLine.self)
    #expect(reports.map(\.file) == [bad.name, "good/lamps.csv"])
    #expect(reports.map(\.signals) == [0, 2])
    #expect(reports.allSatisfy { $0.isReconciled })
    #expect(reports.first?.failure?.code == bad.code.rawValue)
    #expect(try workspace.run("signals --db s.db").lines.count == 2)
  }

  @Test("is named by parse and score too, which go on", arguments: ["parse", "score"])
  func streamed(command: String) throws {
    for bad in Bad.all { try workspace.write(bad.name, Data(bad.bytes)) }
    let run = try VerbatimRun(
      [command] + Bad.all.map(\.name) + ["good"],
      in: workspace.folder
    )
    #expect(run.status == 65)
    for bad in Bad.all { #expect(run.tells(bad.code, about: bad.name), "\(run.errors)") }
    #expect(run.lines.count == 2)
  }

  @Test("inside a folder costs the folder nothing, unless all are bad or --strict")
  func inFolder() throws {
    for bad in Bad.all {
      try workspace.write("good/\(bad.name)", Data(bad.bytes))
      try workspace.write("bad/\(bad.name)", Data(bad.bytes))
    }
    let run = try workspace.run("ingest good --db s.db --to json")
    #expect(run.status == 0, "\(run.errors)")
    for bad in Bad.all { #expect(run.tells(bad.code, about: "good/\(bad.name)"), "\(run.errors)") }
    #expect(try run.values(ReportLine.self).map(\.signals).reduce(0, +) == 2)
    #expect(try workspace.run("ingest good --db strict.db --strict").status == 65)
    #expect(try workspace.run("ingest bad --db all.db").status == 65)
  }

  @Test("that is missing is told as such, and the others are read")
  func missing() throws {
    for command in [["ingest", "--db", "s.db"], ["parse"], ["score"]] {
      let alone = try VerbatimRun(command + ["nope.csv"], in: workspace.folder)
      #expect(alone.status == 66)
      #expect(alone.tells(.fileMissing, about: "nope.csv"))
      #expect(alone.errors.contains("\n  hint: "))
      #expect(alone.text == "")
      let beside = try VerbatimRun(command + ["nope.csv", "good"], in: workspace.folder)
      #expect(beside.status == 66)
      #expect(beside.tells(.fileMissing, about: "nope.csv"))
      #expect(beside.text != "")
    }
    #expect(try workspace.run("signals --db s.db").lines.count == 2)
  }

  @Test("that cannot be read is told as such, and the others are read")
  func unreadable() throws {
    try FileManager.default.createSymbolicLink(
      atPath: workspace.url("memory.csv").path,
      withDestinationPath: "/proc/self/mem"
    )
    // No permission is no hindrance for root; a process's memory at 0 is, and needs Linux.
    var name = "memory.csv"
    if !FileManager.default.fileExists(atPath: "/proc/self/mem") {
      name = "closed.csv"
      let closed = try workspace.write(name, Self.good)
      try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: closed.path)
    }
    let run = try workspace.run("ingest \(name) good --db s.db")
    #expect(run.status == 66)
    #expect(run.tells(.fileUnreadable, about: name), "\(run.errors)")
    #expect(try workspace.run("signals --db s.db").lines.count == 2)
  }

  @Test("is not made up: a folder without files says so, with one exit code")
  func emptyFolder() throws {
    try workspace.makeFolder("none")
    for command in [["ingest", "--db", "s.db"], ["parse"], ["score"]] {
      let alone = try VerbatimRun(command + ["none"], in: workspace.folder)
      #expect(alone.errors.hasPrefix("none: error: the folder holds no file"))
      #expect(alone.status == 66, "\(command)")
      let beside = try VerbatimRun(command + ["none", "good"], in: workspace.folder)
      #expect(beside.status == 66, "\(command)")
      #expect(beside.text != "")
    }
  }

  @Test("of noise is refused, and nothing of it reaches the terminal", arguments: 0..<12)
  func noise(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    let bytes = (0..<3_000).map { _ in UInt8(truncatingIfNeeded: random.next()) }
    try workspace.write("noise.bin", Data(bytes))
    let run = try workspace.run("ingest noise.bin good --db s.db")
    #expect(run.status == 65, "\(random)")
    #expect(run.errors.hasPrefix("noise.bin"), "\(random)")
    let codes = [DiagnosticCode.formatUnknown, .formatUnsupported, .noFeedbackColumn]
    #expect(codes.contains { run.tells($0, about: "noise.bin") }, "\(random): \(run.errors)")
    #expect(!run.errors.unicodeScalars.contains { Self.isControl($0) }, "\(random)")
    #expect(run.text.contains("\nTotal  in 2 = 2 signals + 0 duplicates + 0 rejected"))
  }

  @Test("cannot send a terminal commands through a message")
  func escapes() throws {
    try workspace.write("evil.csv", "a\u{1B}[2J,b\u{7}\n1,2\n3,4\n")
    let run = try workspace.run("ingest evil.csv --db s.db")
    #expect(run.tells(.noFeedbackColumn, about: "evil.csv"))
    #expect(!run.errors.unicodeScalars.contains { Self.isControl($0) })
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    scalar != "\n" && scalar.properties.generalCategory == .control
  }

  @Test(
    "that lies about its encoding is read as what it is",
    arguments: [
      ("utf-16", String.Encoding.windowsCP1252), ("utf-8", .windowsCP1252),
      ("windows-1252", .utf8), ("no-such-charset", .utf8),
    ]
  )
  func lyingPage(declared: String, real: String.Encoding) throws {
    let text = "Très joli café, crème brûlée naïve"
    let page = """
      <!doctype html><html><head><meta charset="\(declared)"></head><body>
      <div itemscope itemtype="https://schema.org/Review">
      <p itemprop="reviewBody">\(text)</p></div></body></html>
      """
    try workspace.write("page.html", try #require(page.data(using: real)))
    let run = try workspace.run("parse page.html")
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.lines.count == 1)
    #expect(run.text.contains("\"text\":\"\(text)\""))
  }

  @Test("with a mark of UTF-8 and bytes that are none says that characters were lost")
  func damagedBytes() throws {
    var bytes = Array("\u{FEFF}id,nps,comment\n1,9,Tr".utf8)
    bytes += [0xE8] + Array("s joli\n2,3,too dim\n".utf8)
    try workspace.write("marked.csv", Data(bytes))
    let run = try workspace.run("ingest marked.csv --db s.db --verbose")
    #expect(run.status == 0)
    #expect(run.text.contains("in 2 = 2 signals"))
    #expect(run.tells(.encodingDamaged, about: "marked.csv"), "\(run.errors)")
  }

  @Test("with one quote too many loses that row alone", arguments: [8, 30, 54])
  func openQuote(place: Int) throws {
    var rows = (1...60).map { "\($0),A-1,\($0 % 11),A lamp like many others number \($0)" }
    for index in [1, 2, 3] { rows[index] = "\(index + 1),A-1,2,\"It is fine, really\"" }
    rows[place] = "0,A-1,2,\"It broke after a week"
    try workspace.write("open.csv", "id,sku,nps,comment\n\(rows.joined(separator: "\n"))\n")
    let run = try workspace.run("ingest open.csv --db s.db --to json")
    #expect(run.status == 0, "\(run.errors)")
    let report = try #require(run.values(ReportLine.self).first)
    #expect(report.recordsIn == 60)
    #expect(report.signals == 59)
    #expect(report.rejected.map(\.code) == ["V1101"])
    #expect(report.rejected.first?.line == place + 2)
    #expect(report.rejected.first?.column == 9)
    #expect(run.tells(.quoteNeverClosed, about: "open.csv:\(place + 2):9"))
    let texts = try workspace.run("parse open.csv").text
    #expect(texts.contains(#""text":"It is fine, really""#))
    #expect(texts.contains("others number 60"))
  }

  @Test("with one quote too many among few rows still gives every other row, unchanged")
  func openQuoteInSmallFile() throws {
    try workspace.write(
      "open.csv",
      """
      id,sku,nps,comment
      1,A-1,9,"Lovely lamp, warm light"
      2,A-1,8,"Fine, but dim"
      3,A-1,2,"It broke after a week
      4,A-1,10,Just right

      """
    )
    let run = try workspace.run("parse open.csv --max-reject-share 1")
    #expect(run.text.contains(#""text":"Lovely lamp, warm light""#))
    #expect(run.text.contains(#""text":"Fine, but dim""#))
    #expect(run.text.contains(#""text":"Just right""#))
    #expect(run.tells(.quoteNeverClosed, about: "open.csv:4:9"), "\(run.errors)")
  }

  @Test("that is a page without reviews costs nothing, and says what to do")
  func page() throws {
    try workspace.write(
      "page.html",
      "<!doctype html><html><head><title>About</title></head><body>We are a shop.</body></html>"
    )
    for command in [["ingest", "--db", "s.db"], ["parse"], ["score"]] {
      let run = try VerbatimRun(command + ["page.html"], in: workspace.folder)
      #expect(run.status == 0)
      #expect(run.errors.hasPrefix("page.html: warning: "), "\(command)")
      #expect(run.tells(.noReviews, about: "page.html"), "\(command)")
      #expect(run.errors.contains("\n  hint: "), "\(command)")
    }
  }

  @Test("that holds an empty list says so")
  func emptyList() throws {
    try workspace.write("none.json", "[]\n")
    let run = try workspace.run("ingest none.json --db s.db")
    #expect(run.errors.hasPrefix("none.json: "))
  }
}
