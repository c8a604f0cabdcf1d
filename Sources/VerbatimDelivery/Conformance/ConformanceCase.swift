internal import Crypto
internal import VerbatimCore

/// One line of the golden set, with what a consumer makes of it.
public struct ConformanceCase: Hashable, Sendable {
  /// The case in a word or two.
  public var name: String
  /// What a consumer does with it.
  public var expects: String
  /// The line, without its end.
  public var json: [UInt8]

  /// A case.
  public init(_ name: String, expects: String, json: [UInt8]) {
    self.name = name
    self.expects = expects
    self.json = json
  }

  /// A case of a signal.
  init(_ name: String, expects: String, _ signal: FeedbackSignal) {
    var json = JSONWriter()
    signal.write(to: &json, explain: true)
    self.init(name, expects: expects, json: json.bytes)
  }
}

extension FeedbackSignal {
  /// A signal of the golden set: its ids go by the name of its case.
  static func golden(_ name: String, _ sentiment: Sentiment) -> FeedbackSignal {
    var source = FeedbackRecord.Source(kind: .review, format: "delimited", file: "golden.csv")
    source.line = 2
    var signal = FeedbackSignal(
      id: identifier("signal \(name)"),
      recordID: identifier("record \(name)"),
      engine: Engine(
        version: "0.0.0-conformance",
        lexiconHash: identifier("lexicon"),
        taxonomyVersion: "1",
        configHash: identifier("configuration"),
        icuVersion: "72.1"
      ),
      source: source,
      sentiment: sentiment
    )
    signal.eventTime = Instant(year: 2026, month: 11, day: 18, hour: 9, minute: 30)
    signal.observedTime = Instant(year: 2026, month: 11, day: 21, hour: 6)
    signal.customerKey = identifier("customer of \(name)")
    signal.language = "en"
    signal.dims = ["channel": "web"]
    signal.journeyStage = .use
    signal.journeyStageConfidence = 0.6
    return signal
  }

  /// 32 hexadecimal digits that stand for a text.
  static func identifier(_ text: String) -> String {
    Hexadecimal.text(SHA256.hash(data: Array(text.utf8)).prefix(16))
  }
}

extension Sentiment {
  /// A score with its shares and label.
  static func golden(
    _ compound: Double,
    _ label: Label,
    positive: Double,
    negative: Double
  ) -> Sentiment {
    var sentiment = Sentiment(status: .scored)
    sentiment.compound = compound
    sentiment.positive = positive
    sentiment.negative = negative
    sentiment.neutral = ((1 - positive - negative) * 10_000).rounded() / 10_000
    sentiment.label = label
    return sentiment
  }
}
