import Foundation
import Testing
import VerbatimTestSupport

@Suite("explain")
struct ExplainTests {
  /// A printed explanation, read as a person would.
  private struct Explanation {
    var label: String?
    var compound: Int?
    var contributions: [Int] = []
    var sum: Int?
    var issues: [String] = []

    /// Numbers are in ten-thousandths, so that they add up.
    init(_ text: String) {
      var isAmongIssues = false
      for line in text.split(separator: "\n") {
        let words = line.split(separator: " ").map(String.init)
        if line.hasPrefix("sentiment  "), words.count == 3 {
          label = words[1]
          compound = Self.tenThousandths(words[2])
        } else if line.hasPrefix("issues") {
          isAmongIssues = true
        } else if !line.hasPrefix(" ") {
          isAmongIssues = false
        } else if isAmongIssues {
          issues.append(line.trimmingCharacters(in: .whitespaces))
        } else if line.hasSuffix("  sum"), let first = words.first {
          sum = Self.tenThousandths(first)
        } else if let first = words.first, let number = Self.tenThousandths(first) {
          contributions.append(number)
        }
      }
    }

    private static func tenThousandths(_ text: String) -> Int? {
      Double(text.replacing("−", with: "-").replacing("+", with: ""))
        .map { Int(($0 * 10_000).rounded()) }
    }
  }

  private func explanation(_ text: String) throws -> Explanation {
    let run = try VerbatimRun(["explain", text])
    #expect(run.status == 0, "\(run.errors)")
    return Explanation(run.text)
  }

  @Test(
    "prints contributions that add up to the score",
    arguments: [
      "Love it, but the plug gets really hot", "no burning smell", "handle snapped off",
      "stopped working after two weeks", "runs small", "Not bad at all, quite good actually!!!",
      "Great lamp. Terrible service, never again. :(", "I don't think it's worth the money",
      "The BEST pan I have EVER owned 😍", "It was okay I suppose, nothing special",
    ]
  )
  func addsUp(text: String) throws {
    let explanation = try explanation(text)
    let compound = try #require(explanation.compound)
    #expect(explanation.contributions.isEmpty == false)
    #expect(explanation.contributions.reduce(0, +) == compound)
    #expect(explanation.sum == compound)
  }

  @Test("finds the hazard in praise, with its words")
  func hazardInPraise() throws {
    let explanation = try explanation("Love it, but the plug gets really hot")
    #expect(explanation.label == "positive")
    #expect(try #require(explanation.compound) > 0)
    #expect(explanation.issues.count == 1)
    let issue = try #require(explanation.issues.first)
    #expect(issue.hasPrefix("SAF.BURN_FIRE  T1  actual  "))
    #expect(issue.contains("“plug gets really hot”  text 17–37"))
  }

  @Test("reports no hazard that is denied")
  func deniedHazard() throws {
    let issues = try explanation("no burning smell").issues
    #expect(issues.filter { !$0.contains("  negated  ") && $0 != "none" } == [])
    let run = try VerbatimRun(["explain", "no burning smell", "--to", "json"])
    let signal = try #require(run.values(SignalLine.self).first)
    #expect(signal.issues.filter(\.isReported) == [])
    #expect(run.text.contains(#""severity":null"#))
  }

  @Test(
    "finds a defect without a polar word, and feels it",
    arguments: [
      ("handle snapped off", "DUR.BREAKS"),
      ("stopped working after two weeks", "FUN.STOPS_WORKING"),
      ("runs small", "FIT.TOO_SMALL"),
    ]
  )
  func defect(text: String, code: String) throws {
    let explanation = try explanation(text)
    #expect(explanation.label == "negative")
    #expect(try #require(explanation.compound) < 0)
    #expect(explanation.issues.map { $0.prefix { $0 != " " } } == [code[...]])
    #expect(try #require(explanation.issues.first).contains("  actual  "))
  }

  @Test("gives a stored signal's own score")
  func stored() throws {
    let shop = try DemoShop.shared()
    let signals = try shop.ask("signals").values(SignalLine.self)
    // Every story's kind is among them: scored, abstained, of a survey, a page, a call.
    let picked = stride(from: 0, to: signals.count, by: 97).map { signals[$0] }
    #expect(picked.count > 10)
    for signal in picked {
      let run = try shop.ask("explain \(signal.signalID) --to json --catalog \(DemoShop.catalog)")
      #expect(run.status == 0, "\(run.errors)")
      let explained = try #require(run.values(SignalLine.self).first)
      #expect(explained.sentiment == signal.sentiment, "\(signal.signalID)")
      #expect(explained.explain == signal.explain, "\(signal.signalID)")
      #expect(explained.issues == signal.issues, "\(signal.signalID)")
      let text = try Explanation(shop.ask("explain \(signal.signalID)").text)
      #expect(
        text.compound == signal.sentiment.compound.map { Int(($0 * 10_000).rounded()) },
        "\(signal.signalID)"
      )
    }
  }

  @Test("says so when the store has no such signal")
  func unknown() throws {
    let id = String(repeating: "0", count: 32)
    let run = try DemoShop.shared().ask("explain \(id)")
    #expect(run.status == 65)
    #expect(run.errors.contains("the store has no signal \(id) [V5003]\n  hint: "))
  }
}
