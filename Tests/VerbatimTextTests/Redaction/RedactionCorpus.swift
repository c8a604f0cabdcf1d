import Foundation
import VerbatimTestSupport

/// The texts of `corpora/redaction`: those written by hand, and those made from templates.
enum RedactionCorpus: String, CaseIterable {
  case handwritten
  case generated

  /// The texts, in the order of their file; the same on every run.
  func texts() throws -> [AnnotatedText] {
    switch self {
    case .handwritten: try Self.handwrittenTexts()
    case .generated: try Self.generatedTexts()
    }
  }

  private static func handwrittenTexts() throws -> [AnnotatedText] {
    let columns = ["id", "language", "split", "places", "text"]
    return try rows(of: "handwritten.tsv", columns: columns).map { row in
      try AnnotatedText(
        id: row[0],
        language: row[1],
        isHeldOut: row[2] == "held-out",
        places: row[3],
        annotated: row[4]
      )
    }
  }

  /// Sixteen texts a template, more where it serves many countries: no fewer than four in each.
  private static func generatedTexts() throws -> [AnnotatedText] {
    let slots = RedactionSlots(
      rows: try rows(of: "slots.tsv", columns: ["country", "slot", "pattern"])
    )
    let templates = try rows(
      of: "templates.tsv",
      columns: ["language", "country", "split", "template"]
    )
    var texts: [AnnotatedText] = []
    for (number, row) in templates.enumerated() {
      let countries = row[1].split(separator: ",").map(String.init)
      for fill in 0..<max(16, 4 * countries.count) {
        let country = countries[fill % countries.count]
        var random = SeededGenerator(seed: UInt64(number) << 32 | UInt64(fill))
        var text = AnnotatedText(
          id: "template \(number + 1) \(country) \(fill)",
          language: row[0],
          isHeldOut: row[2] == "held-out"
        )
        try fillIn(row[3], in: country, from: slots, into: &text, using: &random)
        texts.append(text)
      }
    }
    return texts
  }

  private static func fillIn(
    _ template: String,
    in country: String,
    from slots: RedactionSlots,
    into text: inout AnnotatedText,
    using random: inout SeededGenerator
  ) throws {
    let source = Array(template.utf8)
    var place = 0
    while let open = source.position(of: "{", from: place),
      let end = source.position(of: "}", from: open)
    {
      text.append(source[place..<open])
      let slot = String(decoding: source[(open + 1)..<end], as: UTF8.self)
      guard let value = slots.value(of: slot, in: country, using: &random) else {
        throw MalformedAnnotation(id: "\(text.id), slot \(slot)")
      }
      let isPersonal = RedactionSlots.personal.contains(slot)
      text.append(value.utf8, as: isPersonal ? slot : "keep:" + slot)
      place = end + 1
    }
    text.append(source[place...])
  }

  /// The rows of one of the corpus's tables.
  private static func rows(of name: String, columns: [String]) throws -> [[String]] {
    guard let root = PackageRoot.url() else { throw MalformedAnnotation(id: "the package's root") }
    let file = root.appendingPathComponent("corpora/redaction/\(name)")
    let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map { line in
      line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }
    guard lines.first == columns, lines.allSatisfy({ $0.count == columns.count }) else {
      throw MalformedAnnotation(id: "the columns of \(name)")
    }
    return Array(lines.dropFirst())
  }
}
