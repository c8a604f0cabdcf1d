import Foundation
import Testing
import VerbatimPipeline
import VerbatimTestSupport
import VerbatimText

/// How right the cues are on the labelled snippets of `corpora/conversation`.
///
/// The numbers are pinned, so that what the article *Conversations* claims is what a test measured.
@Suite("Labelled snippets of conversations")
struct SnippetTests {
  /// One turn with what a reader finds in it.
  private struct Snippet {
    let speaker: String
    let expected: Set<String>
    let text: String

    /// Which half it is in: dev, by which cues were written, or held out.
    var isHeldOut: Bool {
      !"01234567".utf8.contains(Fingerprint.sha256(text).utf8.first ?? 0)
    }
  }

  /// Hits and errors of one family of labels.
  struct Tally: Equatable, CustomStringConvertible {
    var right = 0
    var wrong = 0
    var missed = 0

    var description: String { "\(right) right, \(wrong) wrong, \(missed) missed" }
  }

  private static func snippets() throws -> [Snippet] {
    let path = try #require(PackageRoot.url()).path + "/corpora/conversation/snippets.tsv"
    let bytes = Array(try Data(contentsOf: URL(fileURLWithPath: path)))
    return try TableFile(path: path, bytes: bytes, columns: ["speaker", "expect", "text"]).rows.map
    {
      Snippet(
        speaker: $0[0],
        expected: Set($0[1].split(separator: ";").map(String.init)),
        text: $0[2]
      )
    }
  }

  /// What the engine finds in a snippet, said after a conversation has begun.
  private static func found(_ snippet: Snippet) throws -> Set<String> {
    let events = try Talk.events(
      "customer: Hello, I have a question about my order from last week.",
      "agent: Let me have a look at that.",
      "\(snippet.speaker): \(snippet.text)"
    )
    var found = Set(events.escalations.map { "escalation:\($0.kind.rawValue)" })
    found.formUnion(events.churnStatements.map { "churn:\($0.kind.rawValue)" })
    found.formUnion(events.promises.map { "promise:\($0.kind.rawValue)" })
    if events.resolution.claimed { found.insert("claimed") }
    if let confirmed = events.resolution.confirmed {
      found.insert(confirmed ? "confirmed" : "denied")
    }
    return found
  }

  private static func tallies(heldOut: Bool) throws -> [String: Tally] {
    var tallies: [String: Tally] = [:]
    func family(_ label: String) -> String { String(label.prefix { $0 != ":" }) }
    for snippet in try snippets() where snippet.isHeldOut == heldOut {
      let found = try found(snippet)
      for label in found {
        if snippet.expected.contains(label) {
          tallies[family(label), default: Tally()].right += 1
        } else {
          tallies[family(label), default: Tally()].wrong += 1
        }
      }
      for label in snippet.expected.subtracting(found) {
        tallies[family(label), default: Tally()].missed += 1
      }
    }
    return tallies
  }

  @Test("are at least 150, each half with each family")
  func size() throws {
    let snippets = try Self.snippets()
    #expect(snippets.count >= 150)
    #expect(Set(snippets.map(\.text)).count == snippets.count)
    let families = ["escalation", "churn", "promise", "claimed", "confirmed", "denied"]
    for half in [true, false] {
      let labels = snippets.filter { $0.isHeldOut == half }.flatMap(\.expected)
      #expect(families.allSatisfy { family in labels.contains { $0.hasPrefix(family) } })
      #expect(snippets.contains { $0.isHeldOut == half && $0.expected.isEmpty })
    }
  }

  @Test("of the half held out are read as the article says")
  func heldOut() throws {
    let tallies = try Self.tallies(heldOut: true)
    #expect(
      tallies == [
        "escalation": Tally(right: 22, wrong: 1, missed: 6),
        "churn": Tally(right: 8, wrong: 0, missed: 1),
        "promise": Tally(right: 16, wrong: 0, missed: 0),
        "claimed": Tally(right: 5, wrong: 0, missed: 1),
        "confirmed": Tally(right: 4, wrong: 0, missed: 0),
        "denied": Tally(right: 4, wrong: 0, missed: 1),
      ]
    )
    let all = tallies.values.reduce(into: Tally()) { sum, tally in
      sum.right += tally.right
      sum.wrong += tally.wrong
      sum.missed += tally.missed
    }
    func percent(_ interval: ProportionInterval) -> [Int] {
      [interval.lower, interval.upper].map { Int(($0 * 100).rounded()) }
    }
    let precision = ProportionInterval(wilson: all.right, of: all.right + all.wrong)
    let recall = ProportionInterval(wilson: all.right, of: all.right + all.missed)
    #expect(percent(precision) == [91, 100])
    #expect(percent(recall) == [77, 93])
  }
}
