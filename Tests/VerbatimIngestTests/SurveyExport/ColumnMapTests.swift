import Testing
import VerbatimCore
import VerbatimText

@testable import VerbatimIngest

@Suite("Column maps")
struct ColumnMapTests {
  private func failure(_ text: String, map: ColumnMap = ColumnMap()) -> String? {
    do {
      _ = try SurveyReading(text, map: map)
      return nil
    } catch let diagnostic as Diagnostic {
      return diagnostic.description
    } catch {
      return "\(error)"
    }
  }

  @Test("override what is inferred, by name, by question or by number")
  func override() throws {
    let text = "what,score,date\nNice lid here,5,2026-03-01\n"
    for key in ["score", "2"] {
      let reading = try SurveyReading(text, map: ColumnMap(roles: [key: .csat, "what": .title]))
      #expect(reading.roles == [.title, .csat, .date])
      #expect(reading.schema.columns[1].evidence == "the column map says so")
      #expect(reading.records.first?.title == "Nice lid here")
      #expect(reading.records.first?.ratings.map(\.kind) == [.csat])
    }
    let legacy = "V1,V2,V3,Q1\nResponseID,ResponseSet,Name,Happy?\nR_1,d,n,4\n"
    let reading = try SurveyReading(legacy, map: ColumnMap(roles: ["Happy?": .csat]))
    #expect(reading.roles.last == .csat)
  }

  @Test(
    "win over another column that has the role by its name",
    arguments: ["shipped", "3"]
  )
  func single(key: String) throws {
    let reading = try SurveyReading(
      "date,text,shipped\n2026-03-01,good,2026-02-01\n",
      map: ColumnMap(roles: [key: .date])
    )
    #expect(reading.roles == [.metadata, .text, .date])
    #expect(reading.records.first?.occurredAt?.description == "2026-02-01")
    let first = try SurveyReading(
      "shipped,text,date\n2026-02-01,good,2026-03-01\n",
      map: ColumnMap(roles: [key == "3" ? "1" : key: .date])
    )
    #expect(first.records.first?.occurredAt?.description == "2026-02-01")
  }

  @Test("say how fields are divided, and that there is no header")
  func shape() throws {
    let map = ColumnMap(
      roles: ["1": .stars, "2": .text],
      dialect: Dialect(delimiter: UInt8(ascii: "|")),
      headerRecords: 0
    )
    let reading = try SurveyReading("5|good, really\n4|bad; very\n", map: map)
    #expect(reading.schema.headerRecords == 0)
    #expect(reading.records.map(\.text) == ["good, really", "bad; very"])
    #expect(reading.records.map(\.source.line) == [1, 2])
  }

  @Test("that name no column of the file are refused, and the columns listed")
  func unknown() {
    #expect(
      failure("id,text\n1,good\n", map: ColumnMap(roles: ["txet": .text]))
        == """
        june.csv: error: the column map names `txet`, which is no column of the file [V1105]
          hint: the columns are id, text
        """
    )
    #expect(
      failure("id,text\n1,good\n", map: ColumnMap(roles: ["3": .text]))?.contains("`3`") == true
    )
  }

  @Test("are asked for when no column holds feedback, and the columns listed")
  func noFeedback() {
    #expect(
      failure("alpha,beta\n1,2\n")
        == """
        june.csv:1: error: no column holds the customer's words or a rating; the columns are alpha, \
        beta [V1104]
          hint: name them in a column map: --map FILE.yaml with `columns: {NAME: text}`
        """
    )
  }

  @Test("cannot help a file without records")
  func empty() {
    #expect(failure("") == "june.csv: error: the file holds no record [V1003]")
    #expect(failure("\n\r\n\n") == "june.csv: error: the file holds no record [V1003]")
    #expect(
      failure("id,text\n") == "june.csv:1: error: the file has a header and no records [V1110]"
    )
    #expect(
      failure("alpha,beta\n") == "june.csv:1: error: the file has a header and no records [V1110]"
    )
  }
}
