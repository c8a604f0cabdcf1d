internal import VerbatimCore

/// Tells the language of a customer's text, or says that it cannot.
///
/// Evidence adds up, in nats, as ``LanguageEvidence`` weighs it: the words of each language's lists
/// and of the English lexicons, the script, letters that mark a language, CLD2, and what the source
/// declares. Most texts are plain English and are clear from their words alone; letters are looked
/// at and CLD2 is asked only where they are not.
///
/// Immutable and shared by all threads; each brings its own scratch.
public final class LanguageDetector: Sendable {
  let roster: LanguageRoster
  let listed: ListedWords
  let marks: LetterMarks
  let hanVariants: HanVariants
  /// For each word of the vocabulary: its number in `listed`; 0 or less is the weight, negated, of
  /// a word that only English has, 0 for one that says nothing.
  let entries: [Int32]

  /// Below this there is no answer: it would be wrong as often as right.
  static let leastConfidence = 0.5
  /// That of a declared language when the text does not speak for another.
  static let declaredConfidence = 0.7

  /// A detector.
  ///
  /// - Parameters:
  ///   - tables: The words and letters of each language.
  ///   - vocabulary: The vocabulary that texts are tokenised with.
  ///   - knownWords: How many of its words, from its first, are of the English lexicons; what
  ///     comes after, such as names of products, says nothing of the language. All by default.
  public init(_ tables: LanguageTables, vocabulary: Vocabulary, knownWords: Int = .max) {
    let roster = LanguageRoster(tables)
    let listed = ListedWords(tables, roster) { word in
      let id = Int(vocabulary.id(of: word))
      return id != 0 && id < knownWords
    }
    var marks = LetterMarks()
    for mark in tables.marks where mark.weight > 0 {
      guard let slot = roster[mark.tag] else { continue }
      marks.add(mark.letters, LanguageWeight(slot: slot, weight: mark.weight))
    }
    self.marks = marks
    hanVariants = HanVariants(tables.marks)
    let forms = vocabulary.list.bytes.span
    var entries = [Int32](repeating: 0, count: vocabulary.count)
    for id in entries.indices.dropFirst() {
      let form = forms.extracting(vocabulary.list.range(of: WordID(id)))
      let listedID = listed.forms.lookup(form, count: form.count)
      guard listedID == 0 else {
        let weight = listed.weight(ofOnly: roster.english, listedID)
        entries[id] = weight.map { Int32(-$0) } ?? listedID
        continue
      }
      let hasDigit = form.indices.contains { form[$0] &- 0x30 < 10 }
      if id < knownWords, form.count > 1, !hasDigit {
        entries[id] = Int32(-LanguageEvidence.knownWord)
      }
    }
    self.entries = entries
    self.listed = listed
    self.roster = roster
  }

  /// What one thread reuses from text to text.
  public struct Scratch {
    var scores = LanguageScores()
    var ofLetters = LanguageScores()
    var word = FoldedWord()
    /// Words that no list knows, by their place in the text.
    var unknown: [Int] = []
    /// What the words say for English that they say for no other language.
    var english = 0
    /// The blocks of ``WritingSystem/all`` that were seen, a bit each.
    var blocks: UInt64 = 0
    /// How many words have kana, and how many have Han alone.
    var kana = 0
    var han = 0
    /// The tag of a language without a slot, as script or CLD2 tell it.
    var other = ""
    var statistics: [UInt8] = []
    /// The last declared tag and its slot.
    var declared: (tag: String, slot: Int?) = ("", nil)

    /// An empty scratch.
    public init() {}
  }

  /// The language of a tokenised text; nil when nothing speaks clearly.
  ///
  /// - Parameters:
  ///   - text: The text, tokenised with the detector's vocabulary.
  ///   - declared: The BCP 47 tag that a column or a page declares: evidence, not truth. It is the
  ///     answer where the text itself says nothing.
  ///   - scratch: Memory to reuse.
  /// - Returns: A language whose confidence is 0.5 or more.
  /// - Complexity: O(*n*) in the words; CLD2 reads 2 KB at most.
  public func detect(
    _ text: TokenizedText,
    declared: String? = nil,
    scratch: inout Scratch
  ) -> DetectedLanguage? {
    let hint = slot(ofDeclared: declared, &scratch)
    collect(text, 0..<text.words.count, &scratch)
    scratch.scores.values[roster.english] += LanguageEvidence.english
    if let hint { scratch.scores.values[hint] += LanguageEvidence.declared }
    var leader = scratch.scores.leader()
    if leader.lead < LanguageEvidence.clear {
      if isTitle(text) {
        let cut = scratch.english * 2 / 3
        scratch.english -= cut
        scratch.scores.values[roster.english] -= cut
      }
      addLetters(text, &scratch)
      leader = scratch.scores.leader()
    }
    if leader.lead < LanguageEvidence.clear {
      addStatistics(text, 0..<text.words.count, &scratch)
      leader = scratch.scores.leader()
    }
    let confidence = scratch.scores.confidence(of: leader)
    if let declared, let hint, leader.slot ?? hint == hint {
      return DetectedLanguage(tag: declared, confidence: max(confidence, Self.declaredConfidence))
    }
    guard let slot = leader.slot, confidence >= Self.leastConfidence else {
      guard let declared, hint != nil else { return nil }
      return DetectedLanguage(tag: declared, confidence: Self.leastConfidence)
    }
    return DetectedLanguage(
      tag: tag(of: slot, text, 0..<text.words.count, other: scratch.other),
      confidence: confidence
    )
  }

  /// The tag of a slot, of Chinese with its way of writing.
  func tag(
    of slot: Int,
    _ text: TokenizedText,
    _ words: Range<Int>,
    other: String
  ) -> String {
    guard slot == roster.chinese else { return slot == roster.other ? other : roster.tags[slot] }
    return hanVariants.tag(of: text.bytes.span, text.range(of: words))
  }

  /// The slot of a declared tag; nil when nothing is declared.
  private func slot(ofDeclared tag: String?, _ scratch: inout Scratch) -> Int? {
    guard let tag else { return nil }
    if scratch.declared.tag != tag {
      let language = DetectedLanguage.language(of: tag)
      scratch.declared = (tag, language.isEmpty ? nil : roster[language] ?? roster.other)
    }
    return scratch.declared.slot
  }
}
