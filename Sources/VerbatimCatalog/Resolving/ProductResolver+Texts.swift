internal import VerbatimCore
internal import VerbatimText

/// What the customer's words say.
extension ProductResolver {
  /// The article that texts name.
  ///
  /// The first text that names one decides; where it leaves several open, a later one may say which.
  ///
  /// - Parameters:
  ///   - texts: The texts.
  ///   - record: The record, whose category and brand bear common words out.
  ///   - places: Articles of the order: their names count even when they are common words.
  /// - Returns: The article or those left open; nil when no text names one.
  func said(
    _ texts: [TokenizedText],
    _ record: FeedbackRecord,
    ordered places: [Int] = []
  ) -> Finding? {
    var open: Finding?
    for index in texts.indices {
      // Most texts name nothing: their words and bytes are looked at, and they are not handed on.
      let words = texts[index].words
      let bytes = texts[index].bytes
      guard mayName(words.span, bytes.span),
        let finding = said(texts[index], record, ordered: places)
      else { continue }
      if let first = open {
        if let only = finding.only, first.places.contains(only) { return finding }
        continue
      }
      if finding.only != nil { return finding }
      open = finding
    }
    return open
  }

  /// Whether a text may name an article, by a name, a code, an address or a GS1 string.
  private func mayName(_ words: Span<Word>, _ bytes: Span<UInt8>) -> Bool {
    mentions.nextCandidate(in: words, of: bytes, from: 0) < words.count || mayState(bytes)
  }

  private func said(
    _ text: borrowing TokenizedText,
    _ record: FeedbackRecord,
    ordered places: [Int]
  ) -> Finding? {
    if let found = linked(text) { return found }
    var mentions = mentions.mentions(in: text)
    guard !mentions.isEmpty else { return nil }
    for index in mentions.indices where mentions[index].isCommon {
      mentions[index].products = bornOut(mentions[index], text, record, ordered: places)
      mentions[index].total = mentions[index].products.count
    }
    mentions.removeAll {
      $0.role != .subject || $0.products.isEmpty
        || ($0.form == .shortName && followsName($0, text))
    }
    guard let best = mentions.map(\.form).min() else { return nil }
    // A code says more than any name, and a name of several words more than one word of its own.
    var pool = mentions.filter { $0.form == .code }
    if pool.isEmpty { pool = mentions.filter { $0.words.count > 1 || $0.form == .name } }
    if pool.isEmpty { pool = mentions }
    pool = withoutEchoes(pool, text)
    return finding(pool, best)
  }

  /// Mentions without those that are a part of a longer one before them: "my Dawn Lamp Mini … the
  /// dawn lamp".
  private func withoutEchoes(_ pool: [Mention], _ text: borrowing TokenizedText) -> [Mention] {
    guard pool.count > 1 else { return pool }
    var kept: [Mention] = []
    for mention in pool {
      let isEcho = kept.contains { earlier in
        let starts = earlier.words.lowerBound...earlier.words.upperBound
        return earlier.words.count > mention.words.count
          && starts.dropLast(mention.words.count).contains { start in
            mention.words.indices.allSatisfy {
              let own = text.words[$0].id
              return own == text.words[start + $0 - mention.words.lowerBound].id
            }
          }
      }
      if !isEcho { kept.append(mention) }
    }
    return kept
  }

  private func finding(_ pool: [Mention], _ form: Mention.Form) -> Finding? {
    var places: [Int] = []
    var weights: [Double] = []
    var total = 0
    for mention in pool {
      for place in mention.products {
        let weight = 1 / Double(mention.total)
        if let known = places.firstIndex(of: place) {
          weights[known] += weight
        } else {
          places.append(place)
          weights.append(weight)
          total += 1
        }
      }
      total += mention.total - mention.products.count
    }
    let order = places.indices.sorted { places[$0] < places[$1] }
    let (method, confidence): (ProductResolution.Method, Double) =
      switch form {
      case .code: (.identifier, ResolverConfidence.codeInText)
      case .name: (.alias, ResolverConfidence.nameInText)
      case .alias: (.alias, ResolverConfidence.aliasInText)
      case .shortName: (.alias, ResolverConfidence.shortNameInText)
      }
    var finding = Finding(order.map { places[$0] }, total: total, method, confidence)
    finding?.weights = order.map { weights[$0] }
    return finding
  }

  /// Whether a name without its brand follows another name: that of a brand the shop does not have.
  private func followsName(_ mention: Mention, _ text: borrowing TokenizedText) -> Bool {
    let before = mention.words.lowerBound - 1
    guard before >= 0, !text.isShouted,
      !text.words[mention.words.lowerBound].style.contains(.afterBreak)
    else { return false }
    let word = text.words[before]
    return isCapitalised(text, before) && !mentions.isCommon(word.id)
      && !mentions.isFunctionWord(text.cut(word.range).lowercased())
  }

  // MARK: Common words

  /// Those articles of a common word for which something else speaks.
  private func bornOut(
    _ mention: Mention,
    _ text: borrowing TokenizedText,
    _ record: FeedbackRecord,
    ordered places: [Int]
  ) -> [Int] {
    if isName(mention, text) { return mention.products }
    let ordered = mention.products.filter(places.contains)
    if !ordered.isEmpty { return ordered }
    let category = record.dims["category"].map { CodeKey.name($0) }
    let brand = record.product.brand.map { CodeKey.name($0) }
    return mention.products.filter { place in
      let article = catalog.articles[place]
      if let own = catalog.texts.optional(article.category), CodeKey.name(own) == category {
        return true
      }
      guard let own = catalog.texts.optional(article.brand).map({ CodeKey.name($0) }) else {
        return false
      }
      return own == brand || isBeside(own, mention, text)
    }
  }

  /// Whether a mention is written as a name: with capitals inside a sentence whose other words have
  /// none.
  private func isName(_ mention: Mention, _ text: borrowing TokenizedText) -> Bool {
    guard !text.isShouted, let first = mention.words.first, first > 0 else { return false }
    for index in mention.words where !isCapitalised(text, index) { return false }
    let sentence = text.clauses[Int(text.words[first].clause)].sentence
    let clause = text.sentences[sentence].clauses.lowerBound
    guard text.clauses[clause].words.lowerBound < first else { return false }
    // In a headline every word has a capital.
    return !isCapitalised(text, first - 1) || text.words[first - 1].range.count == 1
  }

  private func isCapitalised(_ text: borrowing TokenizedText, _ index: Int) -> Bool {
    let byte = text.bytes[Int(text.words[index].start)]
    return byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z")
  }

  /// Whether a brand stands right before or behind a mention.
  private func isBeside(
    _ brand: [UInt8],
    _ mention: Mention,
    _ text: borrowing TokenizedText
  ) -> Bool {
    for count in 1...3 {
      let before = mention.words.lowerBound - count
      if before >= 0,
        CodeKey.name(text.cut(text.range(of: before..<mention.words.lowerBound))) == brand
      {
        return true
      }
      let after = mention.words.upperBound + count
      if after <= text.words.count,
        CodeKey.name(text.cut(text.range(of: mention.words.upperBound..<after))) == brand
      {
        return true
      }
    }
    return false
  }
}
