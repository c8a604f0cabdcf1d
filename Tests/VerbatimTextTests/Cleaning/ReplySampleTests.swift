import Foundation
import Testing
import VerbatimTestSupport

@testable import VerbatimText

@Suite("Sample replies", .enabled(if: Shared.has("samples/email-replies")))
struct ReplySampleTests {
  /// One sample with what is expected of it and what came out.
  struct Outcome {
    let name: String
    let isHeldOut: Bool
    let expected: [Substring]
    let kept: [Substring]
    /// Expected lines that are not kept.
    let lost: [String]

    var matches: Bool { expected == kept }
  }

  /// Half of the samples was held out while the rules were made.
  ///
  /// Mails that are only mark-up (`talon_*.html`) are not read here: their quotes are elements, not
  /// lines.
  @Test("are cut as people cut them, and no answer is lost")
  func table() throws {
    let outcomes = try Self.pairs() + Self.readByHand() + Self.mails()
    for isHeldOut in [false, true] {
      let half = outcomes.filter { $0.isHeldOut == isHeldOut }
      let matched = half.count(where: \.matches)
      print("\(isHeldOut ? "held out" : "developed on"): \(matched)/\(half.count)")
      for miss in half where !miss.matches {
        print("  \(miss.name): \(Self.reasons[miss.name] ?? "?")")
        if ProcessInfo.processInfo.environment["VERBATIM_SHOW"] != nil {
          print("    expected: \(miss.expected.joined(separator: " ").prefix(900))")
          print("    kept:     \(miss.kept.joined(separator: " ").prefix(900))")
        }
      }
    }
    let matched = outcomes.count(where: \.matches)
    print("together: \(matched)/\(outcomes.count)")
    #expect(Double(matched) >= 0.92 * Double(outcomes.count))
    let lost = outcomes.filter { !$0.lost.isEmpty }.map { "\($0.name): \($0.lost)" }
    #expect(lost == [])
  }

  /// Why a sample is not cut as expected.
  static let reasons: [String: String] = [
    "crisp_email_with_date_headers.txt": "the header is the word [DATE], a stand-in for any header",
    "crisp_email_with_from_headers.txt": "the header is the word [FROM], a stand-in for any header",
    "crisp_email_1.txt": "a name behind a hyphen might be the last point of a list",
    "crisp_email_3.txt": "a name behind a hyphen might be the last point of a list",
    "gh_email_1_1.txt": "a name behind a hyphen might be the last point of a list",
    "gh_email_1_3.txt": "a name behind a hyphen might be the last point of a list",
    "crisp_email_reply_header.txt": "a name without a closing phrase stays",
    "talon_reply-quotations-share-block.eml": "a name without a closing phrase stays",
    "crisp_email_7.txt":
      "a line between quoted ones that begins after a full stop may be an answer",
  ]

  /// The discourse samples, which come in pairs.
  ///
  /// Their expectation keeps closing phrases and names, so sign-offs are kept too; it keeps `>` lines
  /// above an answer, which are nobody's new words, so those are left out of it unless there is
  /// nothing else.
  static func pairs() throws -> [Outcome] {
    let cleaner = try CleaningFixture.cleaner()
    let folder = "samples/email-replies"
    return try Shared.files(in: folder, ending: ".txt").compactMap { url -> Outcome? in
      let name = url.lastPathComponent
      guard name.hasPrefix("discourse_emails_") else { return nil }
      let other = name.replacingOccurrences(of: "emails_", with: "trimmed_")
      let text = try String(decoding: Data(contentsOf: url), as: UTF8.self)
      let answer = try String(
        decoding: Data(contentsOf: url.deletingLastPathComponent().appendingPathComponent(other)),
        as: UTF8.self
      )
      let lines = answer.split(whereSeparator: \.isNewline).map(String.init)
      let unmarked = lines.filter { !$0.hasPrefix(">") }
      return outcome(
        name,
        expected: unmarked.isEmpty ? lines : unmarked,
        kept: cleaner.ownText(of: text, with: [.signOff])
      )
    }
  }

  /// The samples without an answer: which of their lines are the writer's own, read by hand.
  static func readByHand() throws -> [Outcome] {
    let cleaner = try CleaningFixture.cleaner()
    return try ReplySamples.ownLines.map { sample in
      let url = try #require(Shared.url("samples/email-replies/\(sample.name)"))
      let text = try String(decoding: Data(contentsOf: url), as: UTF8.self)
      return outcome(
        sample.name,
        expected: ReplySamples.lines(sample.lines, of: text),
        kept: cleaner.ownText(of: text)
      )
    }
  }

  /// Whole mails: the first plain part of each.
  static func mails() throws -> [Outcome] {
    let cleaner = try CleaningFixture.cleaner()
    return try ReplySamples.mailLines.map { sample in
      let url = try #require(Shared.url("samples/email-replies/\(sample.name)"))
      let mail = try String(decoding: Data(contentsOf: url), as: UTF8.self)
      let text = ReplySamples.plainBody(of: mail)
      return outcome(
        sample.name,
        expected: ReplySamples.lines(sample.lines, of: text),
        kept: cleaner.ownText(of: text)
      )
    }
  }

  private static func outcome(_ name: String, expected: [String], kept: String) -> Outcome {
    let words = kept.split(whereSeparator: \.isWhitespace)
    let joined = " " + words.joined(separator: " ") + " "
    let lost = expected.filter { line in
      let line = line.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      return !line.isEmpty && !joined.contains(" \(line) ")
    }
    return Outcome(
      name: name,
      isHeldOut: ReplySamples.isHeldOut(name),
      expected: expected.joined(separator: " ").split(whereSeparator: \.isWhitespace),
      kept: words,
      lost: lost
    )
  }
}
