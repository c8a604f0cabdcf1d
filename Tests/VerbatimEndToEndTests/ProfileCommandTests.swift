import Foundation
import Testing
import VerbatimTestSupport

@Suite("Site profiles of the command")
struct ProfileCommandTests {
  private let workspace: Workspace

  init() throws { workspace = try Workspace() }

  private static func folder(_ shop: String) -> String {
    (PackageRoot.url() ?? URL(fileURLWithPath: ".")).path + "/corpora/formats/profiles/\(shop)"
  }

  @Test("a German shop: width of stars, names of months, answers, what buttons say")
  func german() throws {
    let folder = Self.folder("kettle-and-co")
    let run = try workspace.run(
      "parse \(folder)/page-1.html \(folder)/page-2.html --profile \(folder)/profile.yaml"
    )
    #expect(run.status == 0, "\(run.errors)")
    try #require(run.lines.count == 3)
    let first = run.lines[0]
    #expect(
      first.contains(#""text":"Der Deckel klemmt seit dem zweiten Tag.\nDer Griff wird heiß.""#)
    )
    for part in [
      #""title":"Deckel klemmt""#, #""value":40,"min":0,"max":100"#, #""author":"Ines R.""#,
      #""occurred_at":"2026-03-03""#, #""sku":"KA-100""#, #""gtin":"4006381333931""#,
      #""native_id":"r-1""#, #""verified_purchase":true"#,
      #""value":"Das tut uns leid.\nBitte melden Sie sich.""#, #""language":"de""#,
    ] {
      #expect(first.contains(part), "\(part) in \(first)")
    }
    #expect(run.lines[1].contains(#""occurred_at":"2025-12-21""#))
    #expect(run.lines[2].contains(#""sku":"F-7""#))
  }

  @Test("a French table: attributes in any case, two languages, products by review")
  func french() throws {
    let folder = Self.folder("bureau-nord")
    let run = try workspace.run("parse \(folder)/page.html --profile \(folder)/profile.yaml")
    #expect(run.status == 0, "\(run.errors)")
    try #require(run.lines.count == 2)
    for part in [
      #""text":"Assise confortable.\nroulettes bruyantes\nmontage facile""#, #""value":4.5"#,
      #""occurred_at":"2026-03-07""#, #""name":"Chaise Nord""#, #""gtin":"5901234123457""#,
      #""url":"https://bureau-nord.example/chaise/12""#, #""language":"fr""#,
      #""verified_purchase":true"#,
    ] {
      #expect(run.lines[0].contains(part), "\(part) in \(run.lines[0])")
    }
    #expect(run.lines[1].contains(#""language":"nl""#))
    #expect(run.lines[1].contains(#""occurred_at":"2025-12-31""#))
    #expect(!run.lines[1].contains("verified_purchase\":true"))
  }

  @Test("--check says what each selector finds, and prints no record")
  func check() throws {
    let folder = Self.folder("kettle-and-co")
    let run = try workspace.run(
      "parse \(folder)/page-1.html \(folder)/page-2.html --profile \(folder)/profile.yaml --check"
    )
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.lines.first?.hasSuffix("profile.yaml: 2 pages, 2 with reviews") == true)
    func line(_ name: String) -> [Substring] {
      run.lines.first { $0.hasPrefix(name) }?.split(separator: " ") ?? []
    }
    #expect(line("review").prefix(3) == ["review", "2", "3"])
    #expect(line("body").prefix(5) == ["body", "2", "3", "100", "%"])
    #expect(line("reply").prefix(5) == ["reply", "1", "1", "33", "%"])
    #expect(line("product.sku").prefix(3) == ["product.sku", "2", "3"])
    #expect(!run.text.contains("record_id"))
  }

  @Test("--check fails loudly when nothing matches, or too little")
  func checkFails() throws {
    let page = Self.folder("kettle-and-co") + "/page-1.html"
    try workspace.write("none.yaml", "review: li.reveiw\nbody: .text\n")
    let none = try workspace.run("parse \(page) --profile none.yaml --check")
    #expect(none.status == 78)
    #expect(none.errors.contains("none.yaml:1:9: error: "))
    #expect(none.errors.contains("V1252"))
    try workspace.write("late.yaml", "review: li.review\nbody: .old-text\nauthor: b\nid: .no\n")
    let late = try workspace.run("parse \(page) --profile late.yaml --check")
    #expect(late.status == 78)
    #expect(late.errors.contains("late.yaml:2:7: error: "))
    #expect(late.errors.contains("V1253"))
    #expect(late.errors.contains("late.yaml:4:5: warning: "))
    let unasked = try workspace.run("parse \(page) --check")
    #expect(unasked.status == 64)
  }

  @Test(
    "a profile that cannot be used says where",
    arguments: [
      ("review: \"li.a:hover\"\n", "1:15", "V1251"), ("body: p\n", "1:1", "V1250"),
      ("review: li\nbodi: p\n", "2:1", "V1250"), ("review: li\nbody: {csss: p}\n", "2:8", "V1250"),
      ("review: {xpath: \"//li[\"}\n", "1:", "V1251"),
      ("review: li\nrating: {css: i, pattern: '('}\n", "2:28", "V1250"),
      ("review: li\nrating: {css: i, best: 1}\n", "2:24", "V1250"),
      ("review: li\ndate: {css: i, format: QQ}\n", "2:24", "V1250"),
      ("review: li\nproduct: {sko: i}\n", "2:11", "V1250"), ("- li\n", "1:1", "V1250"),
      ("review: [\n", "", "V6002"),
    ]
  )
  func unusable(yaml: String, place: String, code: String) throws {
    try workspace.write("p.yaml", yaml)
    try workspace.write("page.html", "<p>About us</p>")
    let run = try workspace.run("parse page.html --profile p.yaml")
    #expect(run.status == 78)
    #expect(run.errors.contains("p.yaml:\(place)"), "\(run.errors)")
    #expect(run.errors.contains(code) || code == "V6002", "\(run.errors)")
  }

  @Test("hostile pages end, with the reviews that can be read")
  func hostile() throws {
    let folder = Self.folder("hostile")
    let run = try workspace.run("parse \(folder)/page.html --profile \(folder)/profile.yaml")
    #expect(run.text.contains(#""text":"Twice the attribute\nTwo boxes""#))
    #expect(!run.text.contains("not words"))
  }

  @Test("ingest reads with a profile, too")
  func ingest() throws {
    let folder = Self.folder("bureau-nord")
    let run = try workspace.run(
      "ingest \(folder)/page.html --profile \(folder)/profile.yaml --db shop.db"
    )
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.text.contains("2"))
    let signals = try workspace.run("signals --db shop.db")
    #expect(signals.lines.count == 2)
  }
}
