import Testing
import VerbatimCore
import VerbatimReport
import VerbatimStatistics
import VerbatimStore

@Suite("Views")
struct ViewTests {
  private static func html(_ view: some ViewValue, by template: String) throws -> String {
    try SharedRenderer.get().html(view, by: template)
  }

  @Test("of a map shade by EB05, sign alerts and hazards, and leave small counts plain")
  func heat() throws {
    let map = HeatMapView(
      "SKU",
      rows: [("K-1", 30)],
      issues: ["DUR.BREAKS", "FUN.NOISE", "SAF.SHOCK", "PKG.LEAK"]
    ) {
      _,
      issue in
      switch issue {
      case "DUR.BREAKS":
        HeatMapView.Count(
          observed: 14,
          expected: 3.1,
          ebgm: 4.25,
          eb05: 2.63,
          isAlert: true,
          href: "#c-x"
        )
      case "FUN.NOISE": HeatMapView.Count(observed: 2, expected: 0.1, ebgm: 6.6, eb05: 0.77)
      case "SAF.SHOCK":
        HeatMapView.Count(observed: 1, expected: 0.1, ebgm: 1, eb05: 0.2, isHazard: true)
      default: nil
      }
    }
    let html = try Self.html(map, by: "heat-map")
    #expect(html.contains("class=\"h4 al\""))
    #expect(
      html.contains("aria-label=\"K-1, DUR.BREAKS: 14 observed, 3.1 expected, EB05 2.6, alert\"")
    )
    #expect(html.contains("<td class=\"h0\"><span><span aria-hidden=\"true\"> 2<small>0.1</small>"))
    #expect(html.contains("class=\"h0 hzc\""))
    #expect(html.contains("K-1, PKG.LEAK: no report"))
    let first = try #require(html.firstRange(of: "◆ K-1, SAF.SHOCK"))
    let second = try #require(html.firstRange(of: "▲ K-1, DUR.BREAKS"))
    #expect(first.lowerBound < second.lowerBound)
  }

  @Test("of an index show no number below the least n, and say what there is instead")
  func index() throws {
    let html = try Self.html(
      IndexTableView(
        "Category",
        [
          .init(
            name: "Kitchen",
            index: (71.8, 69.9, 73.7),
            before: 75.2,
            change: (-3.4, 1.1),
            customers: 2140,
            trend: "wobble1"
          ),
          .init(
            name: "Garden",
            index: nil,
            customers: 18,
            trend: "insufficient",
            remark: "Not enough data: 18 customers, 30 needed"
          ),
        ],
        reference: 71.8
      ),
      by: "index-table"
    )
    #expect(html.contains("<b>71.8</b> <span class=\"dim\">69.9–73.7</span>"))
    #expect(html.contains("−3.4 (−5.6 to −1.2)"))
    #expect(html.contains("Not enough data: 18 customers, 30 needed"))
    #expect(html.contains("<span class=\"tag watch\">wobble, 1 cycle</span>"))
  }

  @Test("of suppliers give n and an interval, also where there is nothing")
  func suppliers() throws {
    let html = try Self.html(
      SupplierTableView([
        .init(
          id: "S-1",
          articles: 3,
          reports: 50,
          complaints: 20,
          worst: "DUR.BREAKS",
          alerts: 1,
          lotsKnown: 0.5
        ),
        .init(
          id: "S-2",
          articles: 1,
          reports: 0,
          complaints: 0,
          worst: nil,
          alerts: 0,
          lotsKnown: nil
        ),
      ]),
      by: "supplier-table"
    )
    #expect(html.contains("<b>40.0\u{A0}%</b> <span class=\"dim\">27.6–53.8\u{A0}%</span>"))
    #expect(html.contains("0.0–100.0\u{A0}%"))
    #expect(html.contains("unknown"))
  }

  @Test("of a conversation set the customer apart, and draw no point without an opinion")
  func conversation() throws {
    let customer = TurnView(
      role: .customer,
      clauses: [
        .init("The seam split", compound: -0.6), .init(" and nobody answers.", compound: nil),
      ],
      value: -0.6,
      before: nil,
      after: true
    )
    let agent = TurnView(
      role: .agent,
      clauses: [.init("So <sorry>!", compound: nil)],
      value: nil,
      before: -0.6,
      after: false
    )
    let first = try Self.html(customer, by: "turn")
    #expect(first.contains("<span class=\"cs n\">The seam split<sup>−0.60</sup></span> and nobody"))
    #expect(first.contains("class=\"dot-"))
    let second = try Self.html(agent, by: "turn")
    #expect(second.contains("class=\"other\"") && second.contains("So &lt;sorry&gt;!"))
    #expect(!second.contains("class=\"dot-") && !second.contains("class=\"q\""))
    let wait = try Self.html(TurnView(wait: "2 h 41", before: nil, after: false), by: "turn")
    #expect(wait.contains("class=\"wait\"") && wait.contains("2 h 41"))
  }

  @Test("of an explanation run up to the score")
  func explanation() throws {
    var parts: [Sentiment.Contribution] = []
    for (index, value) in [0.3, -0.5, 0.1].enumerated() {
      parts.append(
        Sentiment.Contribution(
          part: .text,
          range: ByteRange(index * 5, index * 5 + 4),
          term: "term\(index)",
          valence: value * 4,
          rules: [],
          contribution: value
        )
      )
    }
    let html = try Self.html(ExplainTableView(parts, compound: -0.1), by: "explain-table")
    let sums = html.matches(of: /data-k="Sum">([^<]+)</).map { String($0.output.1) }
    #expect(sums == ["+0.300", "−0.200", "−0.100"])
    #expect(html.contains("<td class=\"num\">−0.100</td>"))
  }

  @Test("of a form label every field and choose nothing for a person")
  func form() throws {
    let form = DecisionFormView(
      action: "/clusters/x",
      question: "New state",
      name: "state",
      choices: [
        .init("acknowledged", "Acknowledge", hint: "stays on the list"), .init("closed", "Close"),
      ],
      fields: [.init("reason", "Reason, for the log", id: "why", isLong: true, isRequired: true)],
      hidden: [.init("token", "a\"b")],
      button: "Save decision"
    )
    let html = try Self.html(form, by: "decision-form")
    #expect(html.contains("<label for=\"why\">") && html.contains("<textarea id=\"why\""))
    #expect(html.contains("value=\"a&quot;b\""))
    #expect(!html.contains("checked"))
    #expect(html.contains("<legend>New state</legend>"))
  }

  @Test("of a state are a quiet note or an alert")
  func states() throws {
    let nothing = try Self.html(StateView(nothing: "Nothing yet", "Import a file."), by: "state")
    #expect(nothing.contains("class=\"state none\"") && !nothing.contains("role="))
    let fault = try Self.html(
      StateView(fault: "Gone wrong", "It broke.", code: "V1006"),
      by: "state"
    )
    #expect(fault.contains("class=\"state err\" role=\"alert\"") && fault.contains("V1006"))
  }

  @Test("that lack a part do not take that of the value around them")
  func climbing() throws {
    let hazard = QuoteView("words", marking: [])
    let html = try Self.html(hazard, by: "quote")
    #expect(!html.contains("Why") && !html.contains("lang="))
  }
}
