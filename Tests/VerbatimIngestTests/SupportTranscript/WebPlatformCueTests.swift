import Foundation
import Testing
import VerbatimTestSupport

@testable import VerbatimIngest

/// Cues against the trees that the web platform's own tests expect of them.
@Suite("Cues as browsers read them", .enabled(if: Shared.has("samples/webvtt")))
struct WebPlatformCueTests {
  private struct Case: Decodable {
    let text: String
    let expectedTree: String
  }

  /// What is read otherwise, with what we make of it.
  ///
  /// A lone `<` is a sign of comparison in captions that people type. Of the references only those
  /// are read that captions need (`amp`, `lt`, `gt`, marks, blanks, `quot`, `copy`), with their
  /// semicolon: what else looks like one is as likely what was typed. NUL is replaced, and cues
  /// end at an empty line, before their words come here.
  private static let differences: [String: String] = [
    "<\n": "<", "<<\n": "<<", "<\t\n": "<", "<\n\n": "<", "< \n": "<", "&<\n": "&<",
    "&amp\n": "&amp", "&AMP;\n": "&AMP;", "&not\n": "&not", "&not;\n": "&not;",
    "&notin;\n": "&notin;", "&notit;\n": "&notit;", "&nsubE;\n": "&nsubE;",
    "&ClockwiseContourIntegral;\n": "&ClockwiseContourIntegral;",
    "foo\u{0}bar\n": "foo\u{0}bar", "text1\n\ntext2\n": "text1 text2",
  ]

  @Test(
    "have the words of the expected tree",
    arguments: ["entities", "tags", "text", "timestamps", "tree-building"]
  )
  func words(name: String) throws {
    let url = try #require(Shared.url("samples/webvtt/wpt_wpt-cue-parsing_\(name).json"))
    let cases = try JSONDecoder().decode([Case].self, from: Data(contentsOf: url))
    #expect(!cases.isEmpty)
    for cue in cases {
      let ours = Self.evened(CueText(cue.text).spans.map(\.text).joined())
      let theirs = Self.evened(Self.words(of: cue.expectedTree))
      if let known = Self.differences[cue.text] {
        #expect(ours == known && ours != theirs, "\(cue.text.debugDescription)")
      } else {
        #expect(ours == theirs, "\(cue.text.debugDescription)")
      }
    }
  }

  /// The texts of a tree: what stands in quotes behind the lines' indents, over several lines too.
  private static func words(of tree: String) -> String {
    var words = ""
    var isOpen = false
    for line in tree.split(separator: "\n", omittingEmptySubsequences: false) {
      var rest = line
      if !isOpen {
        rest = rest.drop { $0 == "|" || $0 == " " }
        guard rest.first == "\"" else { continue }
        rest = rest.dropFirst()
      } else {
        words += "\n"
      }
      isOpen = rest.last != "\""
      words += isOpen ? rest : rest.dropLast()
    }
    return words
  }

  private static func evened(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
