import Foundation
import Testing
import VerbatimCore
import VerbatimTestSupport

@Suite("score")
struct ScoreTests {
  private let workspace: Workspace

  init() throws { workspace = try Workspace() }

  /// A table that is read in several batches.
  private static let table = SurveyTable.qualtrics(rows: 2_000, seed: 11)

  /// What is printed about it without any setting.
  private static let usual = Result {
    let workspace = try Workspace()
    try workspace.write("table.csv", table)
    return try workspace.run("score --explain table.csv")
  }

  @Test(
    "prints the same bytes wherever and however it runs",
    arguments: [
      ["--jobs", "1"], ["--jobs", "2"], ["--jobs", "4"],
      ["LC_ALL=de_DE.UTF-8"], ["LC_ALL=tr_TR.UTF-8"], ["LC_ALL=C"], ["LANG=ja_JP.SJIS"],
      ["TZ=Asia/Kolkata"], ["TZ=America/St_Johns", "LC_ALL=C"], ["HOME=/nowhere"],
    ]
  )
  func sameBytes(settings: [String]) throws {
    try workspace.write("table.csv", Self.table)
    let usual = try Self.usual.get()
    #expect(usual.status == 0, "\(usual.errors)")
    #expect(usual.lines.count > 1_900)
    var environment: [String: String] = [:]
    for setting in settings where setting.contains("=") {
      let parts = setting.split(separator: "=", maxSplits: 1)
      environment[String(parts[0])] = String(parts[1])
    }
    let options = environment.isEmpty ? settings : []
    let run = try VerbatimRun(
      ["score", "--explain", "table.csv"] + options,
      environment: environment,
      in: workspace.folder
    )
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output == usual.output)
    #expect(run.errors == usual.errors)
  }

  @Test("prints the same from another folder, but for the path")
  func otherFolder() throws {
    try workspace.write("in/table.csv", Self.table)
    try workspace.makeFolder("elsewhere")
    let usual = try VerbatimRun(["score", "table.csv"], in: workspace.url("in"))
    let run = try VerbatimRun(["score", "../in/table.csv"], in: workspace.url("elsewhere"))
    #expect(
      run.text.replacing(#""file":"../in/table.csv""#, with: #""file":"table.csv""#) == usual.text
    )
  }

  @Test(
    "reads standard input as it reads a file",
    arguments: ["table.csv", "texts.txt", "texts.ndjson", "page.html", "call.vtt", "chat.txt"]
  )
  func standardInput(name: String) throws {
    let bytes = try Data(input(name).utf8)
    try workspace.write(name, bytes)
    let from = name == "texts.txt" ? ["--from", "text"] : []
    let file = try VerbatimRun(["score", name] + from, in: workspace.folder)
    #expect(file.status == 0, "\(file.errors)")
    #expect(file.lines.isEmpty == false)
    let expected = file.text.replacing("\"file\":\"\(name)\"", with: "\"file\":\"-\"")
    let run = try VerbatimRun(["score", "-"] + from, input: bytes, in: workspace.folder)
    #expect(run.text == expected)
    let silent = try VerbatimRun(["score"] + from, input: bytes, in: workspace.folder)
    #expect(silent.text == expected)
    // A pipe gives what it has, in pieces of any size.
    let piped = try VerbatimRun(
      shell: "(head -c 7; sleep 0.2; head -c 4099; sleep 0.2; cat) < \(name) "
        + "| \"$VERBATIM\" score - \(from.joined(separator: " "))",
      in: workspace.folder
    )
    #expect(piped.text == expected)
  }

  private func input(_ name: String) throws -> String {
    switch name {
    case "table.csv": Self.table
    case "texts.txt": "Great lamp\n\nThe handle snapped off\r\nlast line"
    case "texts.ndjson": "{\"id\":\"a\",\"text\":\"Great lamp\"}\n{\"id\":\"b\",\"text\":\"\"}\n"
    case "page.html":
      try String(
        contentsOf: DemoShop.root.appendingPathComponent("corpora/demo/reviews/k-204.html"),
        encoding: .utf8
      )
    case "call.vtt":
      "WEBVTT\n\n00:01.000 --> 00:04.000\n<v Customer>The handle snapped off.\n\n"
        + "00:05.000 --> 00:07.000\n<v Agent Tom>I am sorry to hear that.\n"
    default:
      "Customer: the handle snapped off\nAgent Tom: I am sorry to hear that\n"
        + "Customer: thanks for the quick help\nAgent Tom: you are welcome\n"
    }
  }

  @Test("keeps the order, and gives line n for line n")
  func order() throws {
    let count = 3_000
    let text = (1...count).map { $0 % 100 == 0 ? "" : "text number \($0) is great" }
      .joined(separator: "\n")
    let run = try workspace.run(
      "score --from text --fields source,sentiment --jobs 4",
      input: Data((text + "\n").utf8)
    )
    #expect(run.status == 0)
    let places = run.lines.map { line in
      line.firstMatch(of: #/"row":(\d+)/#).flatMap { Int($0.1) }
    }
    #expect(places == Array(1...count))
    for (index, line) in run.lines.enumerated() {
      #expect(line.contains(#""status":"no_text""#) == ((index + 1) % 100 == 0))
    }
  }

  @Test("prints an empty line's signal without a score")
  func emptyLine() throws {
    let run = try workspace.run(
      "score --from text --fields sentiment",
      input: Data("Great lamp\n\nThe handle snapped off\n".utf8)
    )
    let statuses = run.lines.map { $0.firstMatch(of: #/"status":"(\w+)"/#)?.1 }
    #expect(statuses == ["scored", "no_text", "scored"])
    #expect(run.lines[1].contains(#""compound":null"#))
  }

  @Test("prints only the fields asked for, in the order of the contract")
  func fields() throws {
    let input = Data("{\"id\":\"r1\",\"text\":\"Great lamp\",\"sku\":\"K-1\"}\n".utf8)
    let run = try workspace.run("score --from ndjson --fields severity,id,type", input: input)
    #expect(run.text == #"{"type":"feedback.signal.v1","id":"r1","severity":null}"# + "\n")
    let explained = try workspace.run("score --from ndjson --fields explain", input: input)
    #expect(explained.text.hasPrefix(#"{"explain":[{"part":"text","start":0,"#))
    let unknown = try workspace.run("score --fields id,sentment", input: input)
    #expect(unknown.status == 64)
    #expect(unknown.errors.contains("`sentment` is no field"))
    #expect(unknown.text == "")
  }

  @Test("reads NDJSON, and goes on after a line that is none")
  func brokenLine() throws {
    let lines = (1...40).map { number in
      number == 7 ? "{\"id\":\"7\",\"text\":\"cut" : "{\"id\":\"\(number)\",\"text\":\"fine\"}"
    }
    try workspace.write("texts.ndjson", lines.joined(separator: "\n") + "\n")
    let run = try workspace.run("score --fields id texts.ndjson")
    #expect(run.lines == (1...40).filter { $0 != 7 }.map { "{\"id\":\"\($0)\"}" })
    #expect(run.errors.hasPrefix("texts.ndjson:7: error: "))
    #expect(run.tells(.jsonBroken, about: "texts.ndjson:7"))
    #expect(run.errors.contains("\n  hint: "))
    // One in forty is within the usual share.
    #expect(run.status == 0)
    let strict = try workspace.run("score --fields id texts.ndjson --strict")
    #expect(strict.status == 65)
    #expect(strict.output == run.output)
    let share = try workspace.run("score --fields id texts.ndjson --max-reject-share 0.02")
    #expect(share.status == 1)
    #expect(share.output == run.output)
    let half = try workspace.run("score --fields id", input: Data("{\"text\":\"a\"}\n{".utf8))
    #expect(half.status == 1)
    #expect(half.lines.count == 1)
    #expect(half.tells(.jsonBroken, about: "-:2"))
  }

  @Test("says so when an object's rating lies outside its scale")
  func ratingOutside() throws {
    let run = try workspace.run(
      "score --from ndjson --fields ratings --verbose",
      input: Data("{\"text\":\"fine\",\"rating\":9}\n".utf8)
    )
    #expect(run.text == "{\"ratings\":[]}\n")
    #expect(run.tells(.ratingOutOfRange, about: "-:1"), "\(run.errors)")
  }

  @Test("writes its first lines before its input ends", arguments: ["text", "ndjson"])
  func streams(format: String) throws {
    let line =
      format == "text"
      ? "The handle snapped off after only two weeks, very disappointed with this pan"
      : "{\"text\":\"The handle snapped off after only two weeks, very disappointed\"}"
    let count = 20_000
    try workspace.write("half", String(repeating: line + "\n", count: count))
    // The second half comes only when the test has seen a line.
    let run = try StartedRun(
      shell: "(cat half; until [ -e go ]; do sleep 0.05; done; cat half) "
        + "| \"$VERBATIM\" score --from \(format) --fields id",
      in: workspace.folder
    )
    let isStreaming = run.wait { run.outputSoFar.contains(UInt8(ascii: "\n")) }
    #expect(isStreaming)
    #expect(run.isRunning)
    try workspace.write("go", "")
    let end = try run.finish()
    #expect(end.status == 0)
    #expect(end.lines.count == 2 * count)
  }

  @Test("says so when its output cannot be written", .enabled(if: Self.hasFullDevice))
  func fullDisk() throws {
    let run = try VerbatimRun(
      shell: "echo 'Great lamp' | \"$VERBATIM\" score --from text > /dev/full",
      in: workspace.folder
    )
    #expect(run.status == 73)
    #expect(run.tells(.outputUnwritable, about: "standard output"))
  }

  private static let hasFullDevice = FileManager.default.fileExists(atPath: "/dev/full")
}
