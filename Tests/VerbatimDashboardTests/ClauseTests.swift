import Testing
import VerbatimPipeline
import VerbatimReport

@testable import VerbatimDashboard

@Suite("Clauses of a page")
struct ClauseTests {
  private static let text = "The rim is lovely. The handle broke, sadly 😞 again"

  private static func signal(_ clauses: String, _ explain: String) throws -> JSONValue {
    try JSONReader().parse(Array(#"{"clauses":[\#(clauses)],"explain":[\#(explain)]}"#.utf8))
  }

  private static func entry(_ start: Int, _ end: Int, _ contribution: Double) -> String {
    #"{"part":"text","start":\#(start),"end":\#(end),"term":"t","valence":1,"rules":[],"#
      + #""contribution":\#(contribution)}"#
  }

  private static func clause(_ start: Int, _ end: Int) -> String {
    #"{"part":"text","start":\#(start),"end":\#(end),"compound":-0.5,"issues":[]}"#
  }

  private static func html(_ pieces: [TurnView.Clause]) throws -> String {
    try DashboardShop.renderer.get().html(Shown(clauses: pieces), by: "clauses")
  }

  private struct Shown: ViewValue {
    let clauses: [TurnView.Clause]
  }

  @Test("join to the whole text, whatever their ranges")
  func whole() throws {
    let ranges = [(0, 17), (19, 35), (37, 53), (40, 44), (60, 400)]
    let signal = try Self.signal(
      ranges.map(Self.clause).joined(separator: ","),
      Self.entry(11, 17, 0.2) + "," + Self.entry(30, 35, -0.4)
    )
    let verbatim = StoredVerbatim(text: Self.text)
    let pieces = try #require(ScoredClauses(signal, verbatim).pieces(of: .text, Self.text))
    let html = try Self.html(pieces)
    // Without what opens, and without tags, the customer's words are left.
    let words =
      html.replacing(#/<div class="why">.*?<\/div>/#.dotMatchesNewlines(), with: "")
      .replacing(#/<sup>.*?<\/sup>/#, with: "").replacing(#/<[^>]*>/#, with: "")
    #expect(words == Self.text)
    #expect(html.matches(of: #/<details class="cs/#).count == 3)
  }

  @Test("tell what they add, each entry in one of them")
  func sums() throws {
    let signal = try Self.signal(
      Self.clause(0, 17) + "," + Self.clause(19, 35) + "," + Self.clause(37, 53),
      [Self.entry(11, 17, 0.2), Self.entry(23, 29, -0.15), Self.entry(30, 35, -0.25)]
        .joined(separator: ",")
    )
    let clauses = ScoredClauses(signal, StoredVerbatim(text: Self.text))
    let html = try Self.html(#require(clauses.pieces(of: .text, Self.text)))
    let sums = html.matches(of: #/Adds ([^ ]+) to the score/#).map { String($0.output.1) }
    #expect(sums == ["+0.200", "−0.400"])
    #expect(html.contains("No word of it is in the lexicon"))
    #expect(html.matches(of: #/“broke”/#).count == 1)
  }

  @Test("are shown without explanation where too many entries speak")
  func many() throws {
    let entries = (0...ScoredClauses.mostExplained).map { _ in Self.entry(11, 17, 0.01) }
    let signal = try Self.signal(Self.clause(0, 17), entries.joined(separator: ","))
    let clauses = ScoredClauses(signal, StoredVerbatim(text: Self.text))
    let html = try Self.html(#require(clauses.pieces(of: .text, Self.text)))
    #expect(!html.contains("<details"))
    #expect(html.contains("<span class=\"cs n\">The rim is lovely<sup>"))
    #expect(clauses.note.contains("501 entries"))
  }

  @Test("are none where the engine gives none")
  func none() throws {
    let clauses = ScoredClauses(.null, nil)
    #expect(clauses.pieces(of: .text, "words") == nil)
  }

  @Test("stand on the page of a signal")
  func page() async throws {
    let shop = try DashboardShop()
    try shop.fill()
    let id = try #require(
      try await shop.ask("/v1/signals?limit=1").json["items"]?.elements?.first?["signal_id"]?.string
    )
    let text = try await shop.ask("/signals/\(id)").text
    #expect(text.contains("<details class=\"cs n\"><summary>The handle broke off after two days"))
    #expect(PageCheck(text).faults == [])
  }
}
