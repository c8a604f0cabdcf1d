import Foundation
import Testing
import VerbatimCore
import VerbatimTestSupport
import VerbatimText

@testable import VerbatimIngest

@Suite("LimeSurvey's own files")
struct LimeSurveyReaderTests {
  private static func source(_ text: String) throws -> TextSource {
    try TextSource(path: "responses.lsr", bytes: Array(text.utf8))
  }

  private static let start = """
    <?xml version="1.0"?><document><LimeSurveyDocType>Responses</LimeSurveyDocType><responses>
    <fields><fieldname>id</fieldname><fieldname>1X2X3</fieldname></fields><rows>
    """

  private static func rows(_ text: String) throws -> (rows: [[String]], failure: Diagnostic?) {
    var reader = try LimeSurveyReader(source(text))
    var rows: [[String]] = []
    var record = TableRecord()
    do throws(Diagnostic) {
      while try reader.next(into: &record) { rows.append(record.fields) }
      return (rows, nil)
    } catch {
      return (rows, error)
    }
  }

  @Test("give a row a response; empty and absent elements are no answers")
  func responses() throws {
    let read = try Self.rows(
      Self.start
        + "<row><id>1</id><_1X2X3><![CDATA[a & b]]></_1X2X3></row><row><id>2</id><_1X2X3/></row>"
        + "<row><id>3</id></row></rows></responses></document>"
    )
    #expect(read.rows == [["1", "a & b"], ["2", ""], ["3", ""]])
    #expect(read.failure == nil)
  }

  @Test("that are cut off give what stands before the end, and say so")
  func cutOff() throws {
    let read = try Self.rows(Self.start + "<row><id>1</id><_1X2X3>a</_1X2X3></row><row><id>2")
    #expect(read.rows.first == ["1", "a"])
    #expect(read.failure?.code == .dataFileDamaged)
  }

  @Test("with a document type are refused")
  func doctype() throws {
    #expect(throws: Diagnostic.self) {
      _ = try LimeSurveyReader(Self.source("<!DOCTYPE d [<!ENTITY x 'y'>]>" + Self.start))
    }
  }

  @Test("take questions, kinds and choices from the definition")
  func definition() throws {
    let form = try LimeSurveyForm(
      Self.source(
        """
        <document><LimeSurveyDocType>Survey</LimeSurveyDocType>
        <answers><rows><row><aid>7</aid><qid>4</qid><code>A1</code></row></rows></answers>
        <answer_l10ns><rows><row><id>1</id><aid>7</aid><answer>Too small</answer></row></rows></answer_l10ns>
        <questions><rows><row><qid>3</qid><parent_qid>0</parent_qid><type>T</type><title>Q1</title></row>
        <row><qid>4</qid><parent_qid>0</parent_qid><type>L</type><title>Q2</title></row>
        <row><qid>9</qid><parent_qid>4</parent_qid><type>T</type><title>SQ001</title></row></rows></questions>
        <question_l10ns><rows><row><id>1</id><qid>3</qid><question>What &lt;b&gt;broke&lt;/b&gt;?</question></row>
        <row><id>2</id><qid>4</qid><question>How is the size?</question></row>
        <row><id>3</id><qid>9</qid><question>Sleeve</question></row></rows></question_l10ns></document>
        """
      )
    )
    #expect(form.column("1X2X3").question == "What broke?")
    #expect(form.column("1X2X3").role == .text)
    #expect(form.column("1X2X4").labels == ["A1": "Too small"])
    #expect(form.column("1X2X4").role == .choice)
    #expect(form.column("1X2X4SQ001").question == "How is the size? – Sleeve")
    #expect(form.column("1X2X4other").role == .text)
    #expect(form.column("submitdate") == StatedColumn(name: "submitdate"))
  }

  @Test(
    "of the LimeSurvey project are read with their questions",
    .enabled(if: Shared.has("samples/limesurvey/colors.lsa"))
  )
  func sample() throws {
    let path = try #require(Shared.url("samples/limesurvey/colors.lsa")).path
    var options = OpenedInput.Options()
    options.names = ShippedNames.all
    var input = try OpenedInput(path: path, options: options)
    #expect(input.decision.format == .limeSurvey)
    var texts: [String?] = []
    while let item = try input.reader.next() {
      if case .record(let record) = item { texts.append(record.text) }
    }
    // The file's own words, counted by hand: two responses.
    #expect(texts.count == 2)
    #expect(texts.compactMap(\.self).count == 2)
    #expect(input.schema?.export == "limesurvey")
  }

  @Test(
    "a file cut at any byte gives rows or a diagnostic",
    arguments: 1...37
  )
  func cuts(place: Int) throws {
    let whole =
      Self.start + "<row><id>1</id><_1X2X3>a</_1X2X3></row></rows></responses></document>"
    do {
      let read = try Self.rows(String(whole.prefix(7 * place)))
      #expect(read.rows.count <= 1)
      #expect(read.failure == nil || read.failure?.code == .dataFileDamaged)
    } catch let diagnostic as Diagnostic {
      #expect(diagnostic.code == .dataFileDamaged)
    }
  }
}
