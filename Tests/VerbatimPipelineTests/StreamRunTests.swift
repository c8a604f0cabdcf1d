import Testing
import VerbatimPipeline

@Suite("A stream of signals")
struct StreamRunTests {
  /// What a run writes and tells.
  private struct Written: Equatable {
    var text = ""
    var told: [String] = []
    var written = 0
    var rejected = 0

    var lines: [String] { text.split(separator: "\n").map(String.init) }
  }

  private func run(
    _ content: String,
    as format: InputFormat?,
    jobs: Int,
    _ product: StreamRun.Product
  ) async throws -> Written {
    let folder = try Folder()
    let path = try folder.write("in", content)
    var options = OpenedInput.Options()
    options.format = format
    var input = try OpenedInput(path: path, options: options)
    var written = Written()
    let run = StreamRun(product, jobs: jobs)
    let counts = try await run.run(
      &input,
      write: { written.text += String(decoding: $0, as: UTF8.self) },
      tell: { written.told.append($0.description) }
    )
    written.written = counts.written
    written.rejected = counts.rejected
    written.text = written.text.replacing(folder.path, with: "")
    written.told = written.told.map { $0.replacing(folder.path, with: "") }
    return written
  }

  private func keys(_ line: String) throws -> [String] {
    guard case .object(let members) = try JSONReader().parse(Array(line.utf8)) else { return [] }
    return members.map(\.key)
  }

  private static let texts =
    (0..<600).map { number in
      ["It broke", "Love it, but it got hot", "", "very good 👍", "naïve — “late”"][number % 5]
        + (number % 5 == 2 ? "" : " \(number)")
    }.joined(separator: "\n") + "\n"

  @Test("is the same bytes for any number of jobs", arguments: [2, 8], [true, false])
  func jobs(jobs: Int, explain: Bool) async throws {
    let product = StreamRun.Product.signals(
      try SmallLexicons.engine(),
      explain: explain,
      fields: nil
    )
    let one = try await run(Self.texts, as: .text, jobs: 1, product)
    let many = try await run(Self.texts, as: .text, jobs: jobs, product)
    #expect(one.written == 600 && one.rejected == 0)
    #expect(one == many)
    #expect(one.text.contains("\"explain\"") == explain)
  }

  @Test("has line n of the output for line n of the input, empty ones too")
  func lineByLine() async throws {
    let written = try await run(
      Self.texts,
      as: .text,
      jobs: 2,
      .signals(try SmallLexicons.engine(), explain: false, fields: ["source", "sentiment"])
    )
    let json = JSONReader()
    for (index, line) in written.lines.enumerated() {
      let value = try json.parse(Array(line.utf8))
      #expect(value["source"]?["position"]?["line"] == .number(Double(index + 1)))
      let status = value["sentiment"]?["status"]?.string
      #expect((status == "no_text") == (index % 5 == 2))
    }
    #expect(written.lines.count == 600)
  }

  @Test(
    "holds only the fields that are asked for, in the order of the schema",
    arguments: [
      (["id", "sentiment"], ["id", "sentiment"]), (["sentiment", "id"], ["id", "sentiment"]),
      (["issues", "severity", "type"], ["type", "issues", "severity"]), (["explain"], ["explain"]),
      ([], []),
    ]
  )
  func fields(asked: [String], keys: [String]) async throws {
    let written = try await run(
      "It broke\n",
      as: .text,
      jobs: 1,
      .signals(try SmallLexicons.engine(), explain: true, fields: Set(asked))
    )
    #expect(try self.keys(try #require(written.lines.first)) == keys)
  }

  @Test("names the caller's own id")
  func ownID() async throws {
    let written = try await run(
      "{\"id\":\"a-1\",\"text\":\"It broke\"}\n",
      as: nil,
      jobs: 1,
      .signals(try SmallLexicons.engine(), explain: false, fields: ["id"])
    )
    #expect(written.text == "{\"id\":\"a-1\"}\n")
  }

  @Test("holds every field but those that have no value")
  func allFields() async throws {
    let written = try await run(
      "It broke\n",
      as: .text,
      jobs: 1,
      .signals(try SmallLexicons.engine(), explain: true, fields: nil)
    )
    let keys = try keys(try #require(written.lines.first))
    #expect(Set(keys).isSubset(of: FeedbackSignal.fieldNames))
    #expect(keys == FeedbackSignal.fieldNames.filter(keys.contains))
    #expect(keys.contains("sentiment") && keys.contains("engine") && !keys.contains("id"))
  }

  @Test("tells of rejects in their order, and goes on")
  func rejects() async throws {
    let lines = (0..<600).map {
      $0.isMultiple(of: 100) ? "{broken" : "{\"id\":\"\($0)\",\"text\":\"It broke\"}"
    }
    let written = try await run(
      lines.joined(separator: "\n"),
      as: .ndjson,
      jobs: 8,
      .signals(try SmallLexicons.engine(), explain: false, fields: ["id"])
    )
    #expect(written.written == 594 && written.rejected == 6)
    #expect(written.lines.first == "{\"id\":\"1\"}")
    #expect(written.told.count == 6)
    for (index, told) in written.told.enumerated() {
      #expect(told.hasPrefix("/in:\(index * 100 + 1): error: the line is no JSON: "))
    }
  }

  @Test("of records masks personal data and names no customer")
  func records() async throws {
    let written = try await run(
      "{\"id\":\"1\",\"text\":\"write to ann@shop.example\",\"customer\":\"Ann Example\"}\n",
      as: nil,
      jobs: 1,
      .records(try SmallLexicons.engine().redactor)
    )
    #expect(written.text.contains("\"type\":\"feedback.record.v1\""))
    #expect(!written.text.contains("ann@shop.example"))
    #expect(!written.text.contains("Ann Example"))
    #expect(written.text.contains("\"text\":\"write to [email"))
  }
}
