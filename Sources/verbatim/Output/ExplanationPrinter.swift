import VerbatimPipeline

/// An explanation for a person with a pencil: every contribution, and their sum.
enum ExplanationPrinter {
  /// The text of an explanation.
  static func text(_ signal: FeedbackSignal, _ record: FeedbackRecord) -> String {
    let sentiment = signal.sentiment
    var lines: [String] = []
    if let compound = sentiment.compound, let label = sentiment.label {
      lines.append("sentiment  \(label.rawValue)  \(signed(compound))")
      lines += contributions(sentiment, record)
      lines.append("  \(signed(compound))  sum")
      lines.append(
        "  mass: positive \(sentiment.positive ?? 0), negative \(sentiment.negative ?? 0), "
          + "neutral \(sentiment.neutral ?? 0)"
      )
    } else {
      lines.append("sentiment  none: \(sentiment.status.rawValue)")
      lines += contributions(sentiment, record)
    }
    for item in signal.unscored {
      lines.append(
        "not scored  \(item.kind.rawValue)  “\(cut(record, item.part, item.range))”  "
          + "\(item.part) \(item.range.start)–\(item.range.end)"
      )
    }
    if signal.issues.isEmpty {
      lines.append("issues     none")
    } else {
      lines.append("issues")
      for issue in signal.issues {
        var line =
          "  \(issue.code)  \(issue.tier.rawValue)  \(issue.modality.rawValue)  "
          + "\(issue.intent.rawValue)  \(issue.attribution.rawValue)  confidence \(issue.confidence)"
        if let evidence = issue.evidence {
          line +=
            "  “\(evidence.quote)”  \(evidence.part) "
            + "\(evidence.range.start)–\(evidence.range.end)"
        }
        lines.append(line)
      }
    }
    if let severity = signal.severity { lines.append("severity   \(severity.rawValue)") }
    if let sku = signal.product.sku {
      lines.append(
        "product    \(sku)  \(signal.product.method.rawValue)  "
          + "confidence \(signal.product.confidence)"
      )
    }
    if let supplier = signal.supplier.id {
      lines.append("supplier   \(supplier)  \(signal.supplier.method.rawValue)")
    }
    if let lot = signal.lot.id { lines.append("lot        \(lot)  \(signal.lot.status.rawValue)") }
    if let course = signal.transcript {
      lines += ConversationPrinter.lines(course, record.turns)
    }
    if let language = signal.language {
      let confidence = signal.languageConfidence.map { "  confidence \($0)" } ?? ""
      lines.append("language   \(language)\(confidence)")
    }
    let engine = signal.engine
    lines.append(
      "engine     verbatim \(engine.version), lexicon \(engine.lexiconHash.prefix(12)), "
        + "taxonomy \(engine.taxonomyVersion), ICU \(engine.icuVersion)"
    )
    return lines.joined(separator: "\n") + "\n"
  }

  private static func contributions(
    _ sentiment: Sentiment,
    _ record: FeedbackRecord
  ) -> [String] {
    sentiment.contributions.map { item in
      let words = cut(record, item.part, item.range)
      let rules = item.rules.isEmpty ? "" : "  · " + item.rules.joined(separator: " · ")
      return "  \(signed(item.contribution))  “\(words)”  \(item.part) "
        + "\(item.range.start)–\(item.range.end)  `\(item.term)` "
        + "\(signed(item.valence))\(rules)"
    }
  }

  private static func cut(
    _ record: FeedbackRecord,
    _ part: TextPart,
    _ range: ByteRange
  ) -> String {
    switch part {
    case .title: range.cut(record.title ?? "")
    case .text: range.cut(record.text ?? "")
    case .turn(let index): range.cut(record.turns[index].text)
    }
  }

  private static func signed(_ value: Double) -> String {
    value > 0 ? "+\(value)" : value < 0 ? "−\(-value)" : "0"
  }
}
