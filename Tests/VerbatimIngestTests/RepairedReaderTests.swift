import Testing
import VerbatimCore
import VerbatimText

@testable import VerbatimIngest

@Suite("Mended texts")
struct RepairedReaderTests {
  private func record(_ csv: String) throws -> FeedbackRecord {
    let source = try TextSource(path: "a.csv", bytes: Array(csv.utf8))
    var reader = RepairedReader(try SurveyExportReader(source))
    guard case .record(let record)? = try reader.next() else {
      throw Diagnostic(.fileEmpty, at: SourceLocation(file: "a.csv"), "no record")
    }
    return record
  }

  @Test("say what was mended, in every field that holds text")
  func mended() throws {
    let damaged = "The lid doesn\u{E2}\u{20AC}\u{2122}t fit"
    let read = try record(
      "Review title,Review text,Rating,Product name\n"
        + "Salt &amp;amp; pepper,\(damaged),2,Caf\u{C3}\u{A9} mug\n"
    )
    #expect(read.title == "Salt & pepper")
    #expect(read.text == "The lid doesn\u{2019}t fit")
    #expect(read.product.name == "Café mug")
    #expect(read.repairs == [.twiceEncoded, .escapedEntities])
    #expect(read.answers.allSatisfy { !$0.value.contains("&amp;") })
  }

  @Test(
    "leave alone what is right as it stands",
    arguments: ["AT&T is fine", "Schöne Ähren, SÃO", "R&D; really", "plain words"]
  )
  func untouched(text: String) throws {
    let read = try record("Review text,Rating\n\"\(text)\",4\n")
    #expect(read.text == text)
    #expect(read.repairs.isEmpty)
  }
}
