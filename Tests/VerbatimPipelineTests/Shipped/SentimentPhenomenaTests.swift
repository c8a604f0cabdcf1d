import Foundation
import Testing
import VerbatimPipeline
import VerbatimTestSupport

/// The sentiment engine on texts with gold labels, by what is hard about them.
@Suite("Sentiment by phenomenon")
struct SentimentPhenomenaTests {
  private struct Row {
    var isHeldOut: Bool
    var phenomenon: String
    var label: String
    var text: String
  }

  private static func rows() throws -> [Row] {
    let root = try #require(PackageRoot.url())
    let url = root.appendingPathComponent("corpora/sentiment/phenomena.tsv")
    return try String(contentsOf: url, encoding: .utf8).split(separator: "\n").dropFirst()
      .map { line in
        let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        try #require(fields.count == 4)
        return Row(
          isHeldOut: fields[0] == "held-out",
          phenomenon: fields[1],
          label: fields[2],
          text: fields[3]
        )
      }
  }

  private static func label(_ sentiment: Sentiment) -> String {
    sentiment.label?.rawValue ?? sentiment.status.rawValue
  }

  @Test("is right at least as often as it was")
  func accuracy() throws {
    let engine = try ShippedLexicons.engine()
    var right: [String: (right: Int, count: Int)] = [:]
    for row in try Self.rows() {
      let isRight = Self.label(engine.read(row.text, explains: false).sentiment) == row.label
      let part = row.isHeldOut ? "held out" : "dev"
      for key in [part, "\(part) \(row.phenomenon)"] {
        right[key, default: (0, 0)].count += 1
        if isRight { right[key, default: (0, 0)].right += 1 }
      }
    }
    for (key, found) in right.sorted(by: { $0.key < $1.key }) {
      print("\(key): \(found.right) of \(found.count)")
    }
    let heldOut = try #require(right["held out"])
    // What is aimed at is 0.90; this is the floor under what is reached.
    #expect(Double(heldOut.right) / Double(heldOut.count) >= 0.74)
  }

  @Test("has texts of every phenomenon in both halves, each with a label that exists")
  func soundness() throws {
    let rows = try Self.rows()
    #expect(rows.count >= 2300)
    let phenomena = Set(rows.map(\.phenomenon))
    #expect(phenomena.count >= 25)
    for isHeldOut in [false, true] {
      #expect(Set(rows.filter { $0.isHeldOut == isHeldOut }.map(\.phenomenon)) == phenomena)
    }
    let labels = Set(Sentiment.Label.allCases.map(\.rawValue) + ["no_opinion"])
    #expect(Set(rows.map(\.label)).isSubset(of: labels))
    #expect(Set(rows.map(\.text)).count == rows.count)
  }
}
