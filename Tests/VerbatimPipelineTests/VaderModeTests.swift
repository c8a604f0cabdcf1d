import Testing
import VerbatimPipeline
import VerbatimTestSupport

@Suite("The VADER mode")
struct VaderModeTests {
  private let folder: Folder
  private let engine: SignalEngine

  init() throws {
    folder = try Folder()
    try folder.write("words.txt", "nice\t2.0\nsour\t-2.0\nann\t1.0\ngut\t1.5\nregards\t0.5\n")
    try folder.write("emoji_utf8_lexicon.txt", "💡\tnice bulb\n")
    let files = try VaderFiles(lexicon: "\(folder.path)/words.txt")
    engine = try SmallLexicons.engine { $0.vader = files }
  }

  private func compound(_ sum: Double) -> Double {
    (sum / (sum * sum + 15).squareRoot() * 10_000).rounded() / 10_000
  }

  private func review(_ title: String?, _ text: String?) -> FeedbackRecord {
    var record = FeedbackRecord(source: .init(kind: .review, format: "delimited", file: "x.csv"))
    record.id = "x"
    record.title = title
    record.text = text
    return record
  }

  @Test("gives its four numbers and a label by them")
  func numbers() {
    let sentiment = engine.read("The lid is nice 💡 though").sentiment
    #expect(sentiment.status == .scored)
    #expect(sentiment.label == .positive)
    #expect(sentiment.compound == compound(4))
    #expect(sentiment.positive == 0.545)
    #expect(sentiment.negative == 0)
    #expect(sentiment.neutral == 0.455)
    #expect(sentiment.clauses.isEmpty)
    #expect(engine.read("sour, nice").sentiment.label == .neutral)
    #expect(engine.read("The lid").sentiment.compound == 0)
    #expect(engine.read("The lid").sentiment.label == .neutral)
  }

  @Test("scores every language, and no text without words")
  func status() {
    #expect(engine.read("das ist gut und ich bin mit der Form nicht").sentiment.status == .scored)
    #expect(engine.read(" \n ").sentiment == Sentiment(status: .noText))
    #expect(engine.read("").sentiment == Sentiment(status: .noText))
    #expect(engine.read("the lid is nice, aber das ist nicht gut").unscored == [])
  }

  @Test("finds issues as always")
  func issues() {
    let signal = engine.read("nice, but it got very hot")
    #expect(signal.issues.map(\.code) == ["SAF.HOT"])
    #expect(signal.severity == .s1)
  }

  @Test("reads title and text as one, and explains each in its own place")
  func parts() throws {
    let (signal, _) = engine.read(review("not at all", "nice 💡!"))
    // The negator of the title reaches the text; a word one line further on is out of reach.
    #expect(
      signal.sentiment.contributions.map(\.rules) == [
        ["negation \"not\" ×-0.74"], ["punctuation +0.292"],
      ]
    )
    #expect(signal.sentiment.contributions.map(\.part) == [.text, .text])
    #expect(signal.sentiment.contributions.map(\.range) == [ByteRange(0, 4), ByteRange(5, 9)])
    let both = engine.read(review("nice", "sour")).signal.sentiment.contributions
    #expect(both.map(\.part) == [.title, .text])
    #expect(both.map(\.range) == [ByteRange(0, 4), ByteRange(0, 4)])
    #expect(engine.read(review(nil, "nice")).signal.sentiment.compound == compound(2))
  }

  @Test("leaves out what is not the customer's own")
  func unscored() {
    let signal = engine.read("It is nice.\n\nKind regards\nAnn\n")
    #expect(signal.unscored.isEmpty == false)
    #expect(signal.sentiment.contributions.map(\.term) == ["nice"])
  }

  @Test("scores what is masked, and shows no word of it")
  func masked() throws {
    let (signal, record) = engine.read(review(nil, "nice, call 07911 123456"))
    #expect(record.text?.contains("123456") == false)
    #expect(signal.sentiment.neutral == 0.5)
    let files = try VaderFiles(
      lexicon: try folder.write("mail.txt", "nice\t2.0\nann@sour.example\t-2.0\n")
    )
    let other = try SmallLexicons.engine { $0.vader = files }
    let secret = other.read("nice, not ann@sour.example")
    #expect(secret.sentiment.contributions.count == 2)
    #expect(secret.sentiment.contributions.last?.term.hasPrefix("[email") == true)
    #expect(secret.sentiment.contributions.allSatisfy { !$0.term.contains("ann") })
  }

  @Test("follows a conversation turn by turn")
  func turns() throws {
    var record = FeedbackRecord(source: .init(kind: .transcript, format: "webvtt", file: "x.vtt"))
    record.id = "x"
    record.turns = [
      Turn(speaker: "c", role: .customer, text: "sour"),
      Turn(speaker: "a", role: .agent, text: "nice nice"),
      Turn(speaker: "c", role: .customer, text: ""),
      Turn(speaker: "c", role: .customer, text: "the lid"),
      Turn(speaker: "c", role: .customer, text: "nice"),
    ]
    let signal = engine.read(record).signal
    let course = try #require(signal.transcript)
    #expect(course.trajectory.map(\.compound) == [compound(-2), nil, 0, compound(2)])
    #expect(signal.sentiment.contributions.map(\.part) == [.turn(0), .turn(4)])
    #expect(signal.sentiment.compound == 0)
  }

  @Test("explains without a change to the numbers", arguments: SeededGenerator.seeds(10))
  func explains(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<20 {
      let text = random.text(
        of: ["nice ", "sour ", "not ", "very ", "but ", "💡", "é", "!", "\n", "ann@x.example "],
        longest: 12
      )
      var explained = engine.read(text).sentiment
      let sum = explained.contributions.reduce(0) { $0 + Int(($1.contribution * 10_000).rounded()) }
      #expect(sum == Int(((explained.compound ?? 0) * 10_000).rounded()), "\(random): \(text)")
      explained.contributions = []
      #expect(engine.read(text, explains: false).sentiment == explained, "\(random): \(text)")
    }
  }

  @Test("writes signals that its schema allows")
  func schema() throws {
    let validator = try JSONSchemaValidator(
      schema: #require(Schema.named("feedback.signal.v1")).json
    )
    for text in ["nice 💡!", "sour, not nice", "the lid", ""] {
      var json = JSONWriter()
      var record = review(nil, text)
      record.id = String(repeating: "0", count: 32)
      engine.read(record).signal.write(to: &json, explain: true)
      #expect(validator.failures(in: String(decoding: json.bytes, as: UTF8.self)) == [])
    }
  }

  @Test("is named in the hash of the configuration, with every byte of its files")
  func identity() throws {
    func hash(_ lexicon: String, emoji: String? = nil) throws -> String {
      let files = try VaderFiles(
        lexicon: try folder.write("other/words.txt", lexicon),
        emoji: try emoji.map { try folder.write("other/emoji.txt", $0) }
      )
      return try SmallLexicons.engine { $0.vader = files }.identity.configHash
    }
    let hashes = try [
      SmallLexicons.engine().identity.configHash, hash("nice\t2\n"), hash("nice\t3\n"),
      hash("nice\t2\n", emoji: "💡\tbulb\n"), hash("nice\t2\n", emoji: "💡\tlamp\n"),
    ]
    #expect(Set(hashes).count == hashes.count)
    #expect(try hash("nice\t2\n") == hashes[1])
  }

  @Test("tells which of its files is missing or faulty")
  func faults() throws {
    #expect {
      try VaderFiles(lexicon: "\(folder.path)/none.txt")
    } throws: { error in
      (error as? Diagnostic)?.code == .fileMissing
    }
    #expect {
      try VaderFiles(lexicon: "\(folder.path)/words.txt", emoji: "\(folder.path)/none.txt")
    } throws: { error in
      (error as? Diagnostic)?.location.file == "\(folder.path)/none.txt"
    }
    let path = try folder.write("faulty.txt", "nice\t2\nsour\n")
    let files = try VaderFiles(lexicon: path)
    #expect {
      try SmallLexicons.engine { $0.vader = files }
    } throws: { error in
      (error as? Diagnostic)?.description.hasPrefix("\(path):2: error: ") == true
    }
  }
}
