/// How well a redactor does on texts whose spans are known.
struct RedactionEvaluation {
  /// How many spans of a kind there are and what became of them.
  struct Count {
    var all = 0
    /// Spans to mask that were masked; spans to keep of which a byte changed.
    var hit = 0
    /// Spans to mask of which half or more was masked.
    var half = 0

    var share: Double { all == 0 ? 0 : Double(hit) / Double(all) }

    /// Wilson's score interval of the share at 95 %.
    ///
    /// - SeeAlso: Wilson (1927), "Probable inference, the law of succession, and statistical
    ///   inference".
    var interval: (low: Double, high: Double) {
      guard all > 0 else { return (0, 1) }
      let count = Double(all)
      let z = 1.959964
      let middle = share + z * z / (2 * count)
      let reach = z * (share * (1 - share) / count + z * z / (4 * count * count)).squareRoot()
      let scale = 1 + z * z / count
      return (max(0, (middle - reach) / scale), min(1, (middle + reach) / scale))
    }

    static func + (left: Count, right: Count) -> Count {
      Count(all: left.all + right.all, hit: left.hit + right.hit, half: left.half + right.half)
    }
  }

  /// Names in greetings, introductions, sign-offs and signatures, and those of whom one speaks.
  static let names = ["name", "mention"]
  static let structured = ["email", "phone", "card", "iban", "national_id"]
  /// What goods are known by, and what they cost.
  static let keptGoods = ["keep:sku", "keep:gtin", "keep:lot", "keep:date", "keep:price"]
  static let kept = [
    "keep:sku", "keep:gtin", "keep:lot", "keep:date", "keep:price", "keep:measure", "keep:error",
    "keep:order", "keep:model", "keep:word",
  ]

  private(set) var textCount = 0
  /// Texts in which a byte outside every span changed.
  private(set) var overmaskedCount = 0
  /// Texts whose length changed: nothing in them counts as masked, all as changed.
  private(set) var resized: [String] = []
  /// A line for each span that was missed or wrongly changed.
  private(set) var misses: [String] = []
  /// By language, then by kind.
  private var counts: [String: [String: Count]] = [:]

  init(of texts: [AnnotatedText], by redact: (inout [UInt8]) -> Void) {
    for text in texts {
      var masked = text.bytes
      redact(&masked)
      textCount += 1
      judge(masked, of: text)
    }
  }

  /// The spans of some kinds, in one language or in all.
  func count(of kinds: [String], in language: String? = nil) -> Count {
    let parts = language.map { counts[$0].map { [$0] } ?? [] } ?? Array(counts.values)
    // Sums alone, so the order of a dictionary reaches no result.
    return parts.reduce(Count()) { sum, part in
      kinds.reduce(sum) { $0 + (part[$1] ?? Count()) }
    }
  }

  var languages: [String] { counts.keys.sorted() }

  // MARK: Judging a text

  private mutating func judge(_ masked: [UInt8], of text: AnnotatedText) {
    let isSameLength = masked.count == text.bytes.count
    if !isSameLength { resized.append(text.id) }
    for (kind, range) in text.spans {
      var count = counts[text.language]?[kind] ?? Count()
      count.all += 1
      let isChanged = !isSameLength || masked[range] != text.bytes[range]
      let isMissed: Bool
      if kind.hasPrefix("keep:") {
        count.hit += isChanged ? 1 : 0
        isMissed = isChanged
      } else {
        let span = MaskedSpan(text.bytes[range], masked: isSameLength ? masked[range] : [])
        isMissed = Self.names.contains(kind) ? !span.isNameMasked : !span.isMasked
        count.hit += isMissed ? 0 : 1
        count.half += span.maskedShare >= 0.5 ? 1 : 0
      }
      counts[text.language, default: [:]][kind] = count
      guard isMissed else { continue }
      let rest = isSameLength ? String(decoding: masked[range], as: UTF8.self) : "?"
      misses.append("\(text.id) \(kind): \(text.words(range)) -> \(rest)".flattened)
    }
    guard isSameLength else { return }
    var place = 0
    for end in text.spans.map(\.range.lowerBound) + [text.bytes.count] {
      if end > place, masked[place..<end] != text.bytes[place..<end] {
        overmaskedCount += 1
        return
      }
      place = text.spans.first { $0.range.lowerBound == end }?.range.upperBound ?? end
    }
  }
}

extension String {
  /// On one line.
  fileprivate var flattened: String { replacing("\n", with: "\\n") }
}
