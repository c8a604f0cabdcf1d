import Foundation
import Testing
import VerbatimCore
import VerbatimTestSupport

@Suite("The command")
struct CommandTests {
  @Test("tells its version", arguments: ["--version"])
  func version(option: String) throws {
    let run = try VerbatimRun([option])
    #expect(run.status == 0)
    #expect(run.text.wholeMatch(of: #/\d+\.\d+\.\d+\n/#) != nil, "\(run.text)")
    #expect(run.errors == "")
  }

  @Test(
    "helps",
    arguments: [
      [], ["ingest"], ["parse"], ["score"], ["signals"], ["clusters"], ["explain"], ["similar"],
      ["evaluate"],
      ["catalog"],
      ["catalog", "check"], ["lexicon"], ["lexicon", "check"], ["issues"], ["issues", "test"],
      [], ["ingest"], ["parse"], ["score"], ["signals"], ["clusters"], ["explain"], ["catalog"],
      ["catalog", "check"], ["lexicon"], ["lexicon", "check"], ["lexicon", "stats"],
      ["lexicon", "diff"], ["lexicon", "import"], ["lexicon", "learn"], ["issues"],
      ["issues", "test"],
      ["schema"], ["formats"],
    ]
  )
  func help(command: [String]) throws {
    let run = try VerbatimRun(command + ["--help"])
    #expect(run.status == 0)
    #expect(run.errors == "")
    #expect(run.text.hasPrefix("OVERVIEW: "))
    let usage = (["verbatim"] + command).joined(separator: " ")
    #expect(run.text.contains("\nUSAGE: \(usage)"))
    // Every argument and option says what it is for.
    let lines = run.text.split(separator: "\n").map(String.init)
    for (index, line) in lines.enumerated() where line.hasPrefix("  -") {
      let hasWords = line.dropFirst(26).contains { $0.isLetter }
      let next = index + 1 < lines.count ? lines[index + 1] : ""
      #expect(hasWords || next.hasPrefix(String(repeating: " ", count: 26)), "\(line)")
    }
  }

  @Test("names its exit codes in its help")
  func exitCodes() throws {
    let help = try VerbatimRun(["--help"]).text.replacing("\n", with: " ")
    for code in ["0 done", "64 ", "65 ", "66 ", "70 ", "73 ", "75 ", "78 "] {
      #expect(help.contains(code), "\(code)")
    }
  }

  @Test("lists every format with how it is recognised")
  func formats() throws {
    let run = try VerbatimRun(["formats"])
    #expect(run.status == 0)
    let names = run.lines.compactMap { $0.prefixMatch(of: #/([a-z-]+)  /#).map { String($0.1) } }
    #expect(
      Set(names).isSuperset(of: [
        "qualtrics", "delimited", "schema-org", "webvtt", "speaker-log", "conversations-json",
        "ndjson", "text",
      ])
    )
    #expect(run.lines.count == 2 * names.count)
    #expect(run.lines.filter { $0.contains("  recognised by: ") }.count == names.count)
    // What it lists is what --from takes, but for what is only recognised.
    for (index, name) in names.enumerated() {
      let isReadable = !run.lines[2 * index].contains("(only recognised: ")
      let parse = try VerbatimRun(["parse", "--from", name, "-"], input: Data())
      #expect(parse.status != 64, "\(name)")
      #expect(isReadable || parse.status == 65, "\(name)")
    }
  }

  @Test("prints its schemas, and lists them")
  func schemas() throws {
    let list = try VerbatimRun(["schema"])
    #expect(list.status == 0)
    let types = list.lines.compactMap { $0.split(separator: " ").first.map(String.init) }
    #expect(types == Schema.all.map(\.type))
    for type in types {
      let run = try VerbatimRun(["schema", type])
      #expect(run.status == 0)
      _ = try JSONSchemaValidator(schema: run.text)
    }
    let unknown = try VerbatimRun(["schema", "feedback.signal"])
    #expect(unknown.status == 64)
    #expect(types.allSatisfy { unknown.errors.contains($0) })
  }

  @Test("finds nothing wrong with the demo's catalog")
  func cleanCatalog() throws {
    let run = try VerbatimRun(["catalog", "check", DemoShop.catalog], in: DemoShop.root)
    #expect(run.status == 0, "\(run.text)")
    #expect(run.lines.count == 1)
    #expect(run.text == "60 articles, 60 with a GTIN, 8 suppliers; 0 findings\n")
  }

  @Test("finds what is wrong with a catalog, line by line")
  func badCatalog() throws {
    let workspace = try Workspace()
    try workspace.write(
      "catalog.csv",
      """
      sku,gtin,name,aliases,supplier_id,valid_from,valid_to
      A-1,4006381333931,Lamp,lamp,S-1,,
      A-2,4006381333932,Torch,lamp,S-1,,
      A-1,4006381333931,Lamp,,S-2,,
      A-3,4.00638E+12,Fan,,S-2,2026-05-01,2026-04-01

      """
    )
    let run = try workspace.run("catalog check catalog.csv")
    #expect(run.status == 1)
    #expect(
      run.text == """
        catalog.csv:3: warning: the GTIN `4006381333932` should end in 1 [V4002]
          hint: compare it with the label
        catalog.csv:3: warning: `lamp` names both `A-1` and `A-2` [V4005]
          hint: a text that says only this stays unresolved, with both as candidates
        catalog.csv:4: warning: `A-1` has two suppliers, S-1 and S-2, at the same time; \
        the other row is line 2 [V4006]
          hint: set valid_to of the earlier row before valid_from of the later
        catalog.csv:5: warning: the period ends on 2026-04-01, before it starts [V4006]
        catalog.csv:5: warning: the GTIN `4.00638E+12` was shortened by a spreadsheet [V4003]
          hint: export the column as text
        3 articles, 1 with a GTIN, 2 suppliers; 5 findings

        """
    )
    let missing = try workspace.run("catalog check none.csv")
    #expect(missing.status == 66)
    #expect(missing.tells(.fileMissing, about: "none.csv"))
    try workspace.write("orders.csv", "order,customer\n1,2\n")
    let other = try workspace.run("catalog check orders.csv")
    #expect(other.status == 65)
    #expect(other.tells(.catalogColumn, about: "orders.csv:1"))
    try workspace.write("feedback.csv", "id,nps,comment\n1,9,Lovely lamp\n")
    let used = try workspace.run("score feedback.csv --catalog orders.csv")
    #expect(used.status == 65)
    #expect(used.tells(.catalogColumn, about: "orders.csv:1"))
    #expect(used.text == "")
  }

  @Test("checks its lexicons")
  func lexicons() throws {
    let run = try VerbatimRun(["lexicon", "check"])
    #expect(run.status == 0, "\(run.text)")
    #expect(run.text.hasSuffix("; 0 findings\n"))
    let none = try VerbatimRun(["lexicon", "check", "--lexicons", "/nowhere"])
    #expect(none.status == 78)
    #expect(none.errors.contains("[V3002]"))
  }

  @Test("brings a lexicon in as an overlay, and compares and uses it")
  func importedLexicon() throws {
    let workspace = try Workspace()
    try workspace.write("theirs.txt", "qlorpish\t4\nno qlorps\t-3\nqlorp\tmuch\n")
    let taken = try workspace.run("lexicon import theirs.txt --kind afinn --out ours")
    #expect(taken.status == 0, "\(taken.errors)")
    #expect(taken.text.hasPrefix("3 lines: 2 taken as 2 rows, 1 refused\n"))
    #expect(taken.errors == "theirs.txt:3: warning: `much` is no number [V3015]\n")
    #expect(try workspace.run("lexicon import theirs.txt --kind afinn --out ours").status == 73)
    try workspace.write("texts.txt", "It is qlorpish\n")
    let flips = try workspace.run("lexicon diff current ours texts.txt --from text")
    #expect(flips.status == 0, "\(flips.errors)")
    #expect(flips.text.contains("texts.txt:1: no_opinion → positive"))
    #expect(flips.text.contains("“qlorpish” none → 3.2"))
    let used = try workspace.run("score texts.txt --from text --overlay ours")
    #expect(used.text.contains("\"label\":\"positive\""))
  }
}
