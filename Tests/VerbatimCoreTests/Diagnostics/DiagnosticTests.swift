import Testing
import VerbatimCore

@Suite("Diagnostics")
struct DiagnosticTests {
  @Test("are printed with place, cost, code and hint")
  func printed() {
    let diagnostic = Diagnostic(
      .quoteNeverClosed,
      at: SourceLocation(file: "june.csv", line: 118, column: 7, byte: 4096),
      "quoted field is never closed",
      hint: "it opened on line 112; double a quote inside a field (\"\")"
    )
    #expect(
      diagnostic.description == """
        june.csv:118:7: error: quoted field is never closed [V1101]
          hint: it opened on line 112; double a quote inside a field ("")
        """
    )
  }

  @Test("are one line without a hint")
  func oneLine() {
    let diagnostic = Diagnostic(
      .encodingGuessed,
      .warning,
      at: SourceLocation(file: "-"),
      "the encoding was guessed"
    )
    #expect(diagnostic.description == "-: warning: the encoding was guessed [V2002]")
    #expect(diagnostic.severity == .warning)
  }

  @Test("say where as exactly as is known", arguments: places)
  func place(location: VerbatimCore.SourceLocation, printed: String) {
    #expect(location.description == printed)
  }

  private static let places: [(VerbatimCore.SourceLocation, String)] = [
    (.init(file: "a.csv", line: 3, column: 4, byte: 99), "a.csv:3:4"),
    (.init(file: "a.csv", line: 3, byte: 99), "a.csv:3"),
    (.init(file: "a.sav", column: 4, byte: 99), "a.sav@99"),
    (.init(file: "a.sav", byte: 0), "a.sav@0"), (.init(file: "a.sav", column: 4), "a.sav"),
    (.init(file: "-"), "-"),
  ]

  @Test("have codes that are V and four digits, each once, in ascending order")
  func codes() {
    let codes = DiagnosticCode.allCases.map(\.rawValue)
    #expect(codes == Array(Set(codes)).sorted())
    for code in codes {
      #expect(code.utf8.count == 5)
      #expect(code.first == "V")
      #expect((1000...9999).contains(Int(code.dropFirst()) ?? 0), "\(code)")
    }
  }

  @Test("of a record stand where the record does")
  func record() {
    var source = FeedbackRecord.Source(kind: .review, format: "csv", file: "june.csv")
    source.line = 12
    source.byte = 700
    #expect(FeedbackRecord(source: source).location.description == "june.csv:12")
  }
}
