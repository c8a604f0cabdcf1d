import Foundation
import Testing
import VerbatimCore
import VerbatimTestSupport

@Suite("--engine vader")
struct VaderTests {
  private let workspace: Workspace

  init() throws {
    workspace = try Workspace()
    try workspace.write("words.txt", "nice\t2.0\nsour\t-2.0\n")
    try workspace.write("lines.txt", "very nice!\nnot nice, but rather sour\nthe lid\n")
  }

  @Test("gives the published algorithm's numbers")
  func score() throws {
    let run = try workspace.run(
      "score lines.txt --from text --fields sentiment --engine vader --vader-lexicon words.txt"
    )
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.lines.count == 3)
    let beginnings = [
      #"{"sentiment":{"status":"scored","compound":0.5551,"positive":0.782,"negative":0,"#,
      #"{"sentiment":{"status":"scored","compound":-0.6946,"positive":0,"negative":0.657,"#,
      #"{"sentiment":{"status":"scored","compound":0,"positive":0,"negative":0,"neutral":1,"#,
    ]
    for (line, beginning) in zip(run.lines, beginnings) { #expect(line.hasPrefix(beginning)) }
    try workspace.write("settings.yaml", "engine: vader\nvader_lexicon: words.txt\n")
    let configured = try workspace.run(
      "score lines.txt --from text --fields sentiment --config settings.yaml"
    )
    #expect(configured.output == run.output)
  }

  @Test("scores a text as it stands, though another engine would mend it")
  func unmended() throws {
    try workspace.write("lines.txt", "nice naÃ¯vetÃ© here\n")
    let usual = try workspace.run("score lines.txt --from text")
    #expect(usual.text.contains(#""repairs":["#))
    let run = try workspace.run(
      "score lines.txt --from text --engine vader --vader-lexicon words.txt"
    )
    #expect(run.status == 0, "\(run.errors)")
    #expect(!run.text.contains(#""repairs":["#))
  }

  @Test(
    "with a fault in its options ends with 64, and says what it needs",
    arguments: [
      ("--engine vader", "--engine vader needs --vader-lexicon FILE"),
      ("--engine best", "`best` is no engine; one of retail, vader."),
      ("--vader-lexicon words.txt", "--vader-lexicon and --vader-emoji go with --engine vader."),
      ("--engine retail --vader-emoji e.txt", "go with --engine vader."),
    ]
  )
  func usage(options: String, message: String) throws {
    for command in ["score lines.txt", "explain nice", "ingest lines.txt --db s.db"] {
      let run = try workspace.run("\(command) \(options)")
      #expect(run.status == 64, "\(command)")
      #expect(run.errors.contains(message), "\(run.errors)")
      #expect(run.text == "")
    }
  }

  @Test("with a missing or faulty lexicon says which line")
  func faultyFiles() throws {
    let missing = try workspace.run("score lines.txt --engine vader --vader-lexicon none.txt")
    #expect(missing.status == 66)
    #expect(missing.tells(.fileMissing, about: "none.txt"))
    try workspace.write("words.txt", "nice\t2.0\nsour\n")
    let faulty = try workspace.run("score lines.txt --engine vader --vader-lexicon words.txt")
    #expect(faulty.status == 78)
    #expect(faulty.tells(.lexiconLine, about: "words.txt:2"))
    #expect(faulty.errors.contains("hint: it takes a word, a tab and a valence"))
  }
}
