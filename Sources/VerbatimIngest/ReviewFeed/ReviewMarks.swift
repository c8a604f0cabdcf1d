internal import VerbatimCore

/// What shops and review services write into a customer's text: that it was translated, rewarded,
/// or published elsewhere first.
///
/// A mark is a line of its own, or stands in brackets, at the start or the end; the same words in
/// the middle are the customer's.
struct ReviewMarks {
  /// The customer's words alone.
  private(set) var text: String
  /// The tag of the language that the text was translated from.
  private(set) var translatedFrom: String?
  /// Whether the text is the original of a translation that stood beside it.
  private(set) var isOriginal = false
  private(set) var isIncentivised = false
  private(set) var syndicatedFrom: String?

  /// Takes the marks off a text.
  init(_ text: String) {
    self.text = text
    takeOriginal()
    // Each mark stands once at either end.
    for _ in 0..<6 {
      guard
        let rest = withoutLine(isLast: true) ?? withoutLine(isLast: false)
          ?? withoutBrackets(isLast: true) ?? withoutBrackets(isLast: false)
      else {
        break
      }
      self.text = rest.trimmingBlanks
    }
  }

  private mutating func withoutLine(isLast: Bool) -> String? {
    let feed = UInt8(ascii: "\n")
    guard let end = isLast ? text.utf8.lastIndex(of: feed) : text.utf8.firstIndex(of: feed) else {
      // The only line is last and first.
      return isLast && take(text[...]) ? "" : nil
    }
    let behind = text.utf8.index(after: end)
    guard take(isLast ? text[behind...] : text[..<end]) else { return nil }
    return String(isLast ? text[..<end] : text[behind...])
  }

  private mutating func withoutBrackets(isLast: Bool) -> String? {
    if isLast {
      guard text.hasSuffix("]"), let start = text.lastIndex(of: "["), take(text[start...])
      else { return nil }
      return String(text[..<start])
    }
    guard text.hasPrefix("["), let end = text.firstIndex(of: "]"), take(text[...end]) else {
      return nil
    }
    return String(text[text.index(after: end)...])
  }

  /// Notes what a line says; whether it is a mark.
  private mutating func take(_ line: Substring) -> Bool {
    guard line.utf8.count <= 160, Self.mayMark(line) else { return false }
    let bare = String(line).trimmingBlanks
      .trimming { "[](){}.!:·*|-–— ".contains($0) }
    let lower = bare.lowercased()
    if let language = Self.translation(lower) {
      translatedFrom = translatedFrom ?? language
      return true
    }
    if Self.rewards.contains(lower) {
      isIncentivised = true
      return true
    }
    for opening in Self.origins where lower.hasPrefix(opening) {
      let place = String(bare.dropFirst(opening.count)).trimmingBlanks
      guard !place.isEmpty, !place.contains(" ") else { continue }
      syndicatedFrom = syndicatedFrom ?? place
      return true
    }
    return false
  }

  /// Whether a line has a part of a word that every mark has one of: nearly no line has.
  private static func mayMark(_ line: Substring) -> Bool {
    let bytes = Array(line.utf8)
    return bytes.indices.contains { at in
      stems.contains { bytes[at] == $0[0] && bytes[at...].starts(with: $0) }
    }
  }

  private static let stems = [
    "ranslat", "bersetzt", "radui", "raduc", "radot", "raduz", "ertaald", "romo", "entivi", "free",
    "iginally", "ffentlicht", "publi",
  ].map { Array($0.utf8) }

  /// Lines that review services put to reviews that were rewarded.
  ///
  /// Source: the marks that Bazaarvoice's and PowerReviews' displays and Amazon Vine print.
  private static let rewards: Set<String> = [
    "this review was collected as part of a promotion", "incentivized review",
    "incentivised review", "promotional review", "received free product",
    "received product for free", "vine customer review of free product",
    "this reviewer received promo considerations or sweepstakes entry for writing a review",
  ]

  private static let origins = [
    "originally posted on ", "this review was originally posted on ", "originally published on ",
    "ursprünglich veröffentlicht auf ", "publié à l'origine sur ", "publié initialement sur ",
  ]

  /// "(Translated by Google) Good (Original) Gut": the original is what the customer wrote.
  private mutating func takeOriginal() {
    // Every one of them ends so; most texts have no bracket at all.
    guard text.utf8.contains(UInt8(ascii: "(")), text.contains("oogle)") else { return }
    let lower = text.lowercased()
    // Folding case may change how long a text is; then no place in one is a place in the other.
    guard lower.utf8.count == text.utf8.count else { return }
    for (mark, original) in Self.translators {
      guard let start = lower.firstRange(of: mark) else { continue }
      let words: Substring
      if let behind = lower.firstRange(of: original), behind.lowerBound >= start.upperBound {
        guard start.lowerBound == lower.startIndex else { continue }
        words = text[behind.upperBound...]
      } else {
        words = text[..<start.lowerBound]
      }
      let kept = String(words).trimmingBlanks
      guard !kept.isEmpty else { continue }
      text = kept
      isOriginal = true
      return
    }
  }

  private static let translators = [
    ("(translated by google)", "(original)"), ("(übersetzt von google)", "(original)"),
    ("(traduit par google)", "(avis d'origine)"), ("(traducido por google)", "(original)"),
    ("(tradotto da google)", "(originale)"), ("(vertaald door google)", "(origineel)"),
    ("(traduzido pelo google)", "(original)"),
  ]

  /// The tag of the language that a line says it was translated from; nil for other lines.
  private static func translation(_ line: String) -> String? {
    for phrase in phrases {
      guard let place = line.firstRange(of: phrase) else { continue }
      let before = line[..<place.lowerBound].split { !$0.isLetter }
      guard before.allSatisfy({ fillers.contains(String($0)) }) else { continue }
      let after = line[place.upperBound...]
      let name = after.prefix { $0.isLetter }
      guard let tag = languages[String(name)] else { continue }
      let rest = after.dropFirst(name.count).split { !$0.isLetter }.first
      if let rest, !closings.contains(String(rest)) { continue }
      return tag
    }
    return nil
  }

  private static let phrases = [
    "translated from ", "übersetzt aus dem ", "traduit de l'", "traduit de l’", "traduit du ",
    "traducido del ", "traducida del ", "tradotto dall'", "tradotto dall’", "tradotta dall'",
    "tradotto dal ", "vertaald uit het ", "traduzido do ", "traduzida do ",
  ]
  /// What may stand before: "This review was automatically translated from …".
  private static let fillers: Set<String> = [
    "a", "automatically", "automatisch", "avis", "been", "bewertung", "dieser", "esta", "has",
    "is", "machine", "recensione", "reseña", "review", "text", "the", "this", "was", "wurde",
  ]
  /// What may follow: "… by Google", "… Show original".
  private static let closings: Set<String> = [
    "by", "da", "door", "original", "par", "pelo", "por", "see", "show", "using", "view", "von",
    "with",
  ]

  /// The names of the languages of which reviews are translated most, in seven languages.
  private static let languages: [String: String] = {
    let rows = [
      "en: english englischen anglais inglés inglese engels inglês",
      "de: german deutschen allemand alemán tedesco duits alemão",
      "fr: french französischen français francés francese frans francês",
      "es: spanish spanischen espagnol español spagnolo spaans espanhol",
      "it: italian italienischen italien italiano italiaans",
      "pt: portuguese portugiesischen portugais portugués portoghese portugees português",
      "nl: dutch niederländischen néerlandais neerlandés olandese nederlands holandês holandés",
      "pl: polish polnischen polonais polaco polacco pools polonês",
      "sv: swedish schwedischen suédois sueco svedese zweeds",
      "da: danish dänischen danois danés danese deens dinamarquês",
      "ja: japanese japanischen japonais japonés giapponese japans japonês",
      "zh: chinese chinesischen chinois chino cinese chinees chinês",
      "ko: korean koreanischen coréen coreano koreaans",
      "ru: russian russischen russe ruso russo russisch",
      "tr: turkish türkischen turc turco turks",
    ]
    var found: [String: String] = [:]
    for row in rows {
      let words = row.split { !$0.isLetter }
      for word in words.dropFirst() { found[String(word)] = String(words[0]) }
    }
    return found
  }()
}

extension String {
  fileprivate func trimming(_ isOuter: (Character) -> Bool) -> String {
    var rest = self[...]
    while let first = rest.first, isOuter(first) { rest.removeFirst() }
    while let last = rest.last, isOuter(last) { rest.removeLast() }
    return String(rest)
  }
}

extension FeedbackRecord {
  /// Takes the marks of shops and review services off the text, and keeps what they say.
  mutating func takeMarks() {
    guard let stated = text else { return }
    let marks = ReviewMarks(stated)
    guard marks.text != stated else { return }
    text = marks.text.isEmpty ? nil : marks.text
    if let language = marks.translatedFrom { dims["translated_from"] = language }
    // The page's language is that of the translation.
    if marks.isOriginal { language = nil }
    if marks.isIncentivised { flags.incentivised = flags.incentivised ?? true }
    flags.syndicatedFrom = flags.syndicatedFrom ?? marks.syndicatedFrom
  }
}
