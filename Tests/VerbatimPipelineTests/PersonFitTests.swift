import Foundation
import Testing
import VerbatimTestSupport

@testable import VerbatimPipeline

@Suite("Weights of names and addresses, fitted")
struct PersonFitTests {
  private static let lexicons = PackageRoot.url()?.appendingPathComponent("lexicons").path

  private func marked(_ count: Int) -> String {
    let names = ["Ana Kos", "Bela Tarr", "Zoltan Mazur", "Wim Buys", "Ugo Rey"]
    let lines = (0..<count).map { number in
      "en\t\(number.isMultiple(of: 7) ? "held-out" : "dev")\tThe quibbler {{name|\(names[number % 5])}} "
        + "called about box \(number), {{email|a@example.com}}"
    }
    return (["language\tsplit\ttext"] + lines).joined(separator: "\n")
  }

  @Test("takes dev rows alone, learns where names stand, and writes the same twice")
  func fit() throws {
    let folder = try Folder()
    func lines() throws -> [String] {
      var fit = try PersonFit(lexicons: Self.lexicons)
      try fit.take(marked: try folder.write("marked.tsv", marked(70)))
      let plain = (0..<40).map { "We ordered the quibbler \($0) and two pots" }
      try fit.take(
        plain: try folder.write("plain.tsv", (["text"] + plain).joined(separator: "\n")),
        isOther: true
      )
      #expect(fit.textCount == 60 + 40)
      return fit.fit()
    }
    let first = try lines()
    #expect(first == (try lines()))
    #expect(first.first == "feature\tother\tname\tname+\taddress\taddress+")
    let row = try #require(first.first { $0.hasPrefix("before quibbler capital") })
    let values = row.split(separator: "\t").dropFirst().compactMap { Int($0) }
    #expect(values.count == 5 && values[1] > values[0] && values[1] > values[3])
  }

  @Test("a text in which rules find somebody is no plain text")
  func notPlain() throws {
    var fit = try PersonFit(lexicons: Self.lexicons)
    let folder = try Folder()
    try fit.take(
      plain: try folder.write("plain.tsv", "text\nDear Laura, it broke.\nIt broke."),
      isOther: false
    )
    #expect(fit.textCount == 1)
  }

  @Test("a mark that is not whole is told with its line, and the other rows are taken")
  func faultyMarks() throws {
    var fit = try PersonFit(lexicons: Self.lexicons)
    let folder = try Folder()
    let path = try folder.write(
      "x.tsv",
      "text\tlanguage\nHi {{name|Ana}}\ten\nHi {{name|Ana\ten\nHi {{Ana}}\ten\nHi Ana}}\ten\nHi\ten"
    )
    try fit.take(marked: path)
    #expect(fit.textCount == 2)
    #expect(fit.diagnostics.map(\.location.line) == [3, 4, 5])
  }

  @Test("a file without the columns is refused")
  func columns() throws {
    var fit = try PersonFit(lexicons: Self.lexicons)
    let folder = try Folder()
    let path = try folder.write("x.tsv", "text\nA")
    #expect(throws: (any Error).self) { try fit.take(marked: path) }
  }

  @Test("marks are taken off, and kept through other names and small letters")
  func marks() throws {
    let text = try #require(
      MarkedText(marked: "To {{name|Ana}},\\n{{sku|A-1}} at {{address|1 Elm}}!", language: "en")
    )
    #expect(String(decoding: text.bytes, as: UTF8.self) == "To Ana,\nA-1 at 1 Elm!")
    #expect(text.marks.map(\.range) == [3..<6, 15..<20])
    let other = text.replacingMarks { mark, bytes in
      mark.kind == .name ? Array("Zoltan".utf8) : bytes
    }
    #expect(String(decoding: other.bytes, as: UTF8.self) == "To Zoltan,\nA-1 at 1 Elm!")
    #expect(other.marks.map(\.range) == [3..<9, 18..<23])
    let small = other.lowercased()
    #expect(String(decoding: small.bytes, as: UTF8.self) == "to zoltan,\na-1 at 1 elm!")
    #expect(small.marks.map(\.range) == other.marks.map(\.range))
  }
}
