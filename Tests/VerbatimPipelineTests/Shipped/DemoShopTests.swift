import Foundation
import Testing
import VerbatimPipeline
import VerbatimTestSupport

@Suite("Every text of the demo shop")
struct DemoShopTests {
  private let engine: SignalEngine

  init() throws { engine = try ShippedLexicons.engine() }

  /// The files of the demo shop's feedback.
  static let files: [String] = {
    let root = (PackageRoot.url()?.path ?? ".") + "/corpora/demo"
    let names = (try? FileManager.default.subpathsOfDirectory(atPath: root)) ?? []
    return names.sorted().filter { $0.contains("/") && $0.contains(".") }.map { "\(root)/\($0)" }
  }()

  static let folders = ["reviews", "survey", "transcripts"]

  @Test("is found", arguments: folders)
  func isThere(folder: String) {
    #expect(Self.files.contains { $0.contains("/\(folder)/") })
  }

  @Test("has contributions that add up and places that cut it", arguments: folders)
  func addsUp(folder: String) throws {
    var texts = 0
    for file in Self.files where file.contains("/\(folder)/") {
      var reader = try OpenedInput(path: file).reader
      while let item = try reader.next() {
        guard case .record(let original) = item else { continue }
        let (signal, masked) = engine.read(original)
        texts += 1
        #expect(signal.fault(in: masked) == nil, "\(file): \(original.text ?? "")")
        #expect(signal.fault(in: original) == nil || !signal.redactions.isEmpty)
        #expect(masked.parts.map(\.text.utf8.count) == original.parts.map(\.text.utf8.count))
      }
    }
    #expect(texts > 20)
  }

  @Test("scores the same whether or not it is explained")
  func explains() throws {
    for file in Self.files {
      var reader = try OpenedInput(path: file).reader
      while let item = try reader.next() {
        guard case .record(let record) = item else { continue }
        var explained = engine.read(record, explains: true).signal
        explained.sentiment.contributions = []
        #expect(engine.read(record, explains: false).signal == explained, "\(file)")
      }
    }
  }

  @Test("and any salad of its words holds the same", arguments: SeededGenerator.seeds(4))
  func salads(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let words = try Self.words()
    for _ in 0..<60 {
      let text = (0..<Int.random(in: 1...60, using: &random))
        .map { _ in words.randomElement(using: &random) ?? "" }
        .joined(separator: random.chance(0.9) ? " " : "")
      var record = FeedbackRecord(source: .init(kind: .review, format: "text", file: "-"))
      record.language = "en"
      record.text = text
      let (signal, masked) = engine.read(record)
      #expect(signal.fault(in: masked) == nil, "\(random): \(text)")
    }
  }

  /// The words of the demo shop's tables, with what makes texts hard.
  private static func words() throws -> [String] {
    var words = [
      "not", "but", "although", "if", "very", "!", "?", ",", ".", "\n\n", "👍🏽", "❤️", ":)", "naïve",
      "it\u{2019}s", "—", "质量好", "GREAT", "sooooo", "broke", "hot", "e\u{301}", "3.5",
      "a@b.example",
    ]
    for file in files where file.contains("/survey/") {
      let bytes = FileManager.default.contents(atPath: file) ?? Data()
      words += String(decoding: bytes, as: UTF8.self).split { $0.isWhitespace || $0 == ";" }
        .prefix(4000).map(String.init)
    }
    return words
  }
}

extension FeedbackRecord {
  /// The parts that ranges count in.
  var parts: [(name: TextPart, text: String)] {
    var parts: [(TextPart, String)] = []
    if let title { parts.append((.title, title)) }
    if let text { parts.append((.text, text)) }
    return parts + turns.enumerated().map { (.turn($0.offset), $0.element.text) }
  }
}

extension FeedbackSignal {
  /// What a signal must hold for its record, in words when it does not.
  func fault(in record: FeedbackRecord) -> String? {
    let sum = sentiment.contributions.reduce(0) {
      $0 + Int(($1.contribution * 10_000).rounded())
    }
    let compound = sentiment.compound ?? 0
    if sum != Int((compound * 10_000).rounded()) { return "\(sum) is not \(compound)" }
    if abs(compound) > 1 { return "\(compound) is no compound" }
    let parts = Dictionary(
      record.parts.map { ($0.name, Array($0.text.utf8)) },
      uniquingKeysWith: { first, _ in first }
    )
    let ranges =
      sentiment.clauses.map { ($0.part, $0.range) }
      + sentiment.contributions.map { ($0.part, $0.range) }
      + issues.compactMap(\.evidence).map { ($0.part, $0.range) }
    for (name, range) in ranges {
      guard let bytes = parts[name], range.start >= 0, range.start < range.end,
        range.end <= bytes.count
      else { return "\(name) has no \(range)" }
      guard let cut = String(validating: bytes[range.start..<range.end], as: UTF8.self),
        cut.first?.isWhitespace == false, cut.last?.isWhitespace == false
      else { return "\(range) of \(name) cuts through a character or takes in blanks" }
    }
    for evidence in issues.compactMap(\.evidence) {
      let bytes = parts[evidence.part] ?? []
      let cut = String(decoding: bytes[evidence.range.start..<evidence.range.end], as: UTF8.self)
      if cut != evidence.quote { return "“\(evidence.quote)” is not “\(cut)”" }
    }
    return nil
  }
}
