/// The languages that are told apart, each with a slot.
struct LanguageRoster: Sendable {
  /// What the words of a block in ``WritingSystem/all`` say.
  struct Script: Sendable {
    /// What each word says, for each language that writes it.
    let weights: [LanguageWeight]
    /// What the first word says besides.
    let priors: [LanguageWeight]
    /// The language that writes it most.
    let tag: String
    /// Whether it is kana, and whether Han.
    let isKana: Bool
    let isHan: Bool
  }

  /// The tags by slot; the last stands for any other language.
  let tags: [String]
  private let slots: [String: Int]

  /// The slot of English.
  let english: Int
  /// The slot of Chinese.
  let chinese: Int
  /// The slot of languages without one of their own.
  let other: Int
  /// Danish and Norwegian, which CLD2 takes for each other in short texts.
  let kin: [Int: Int]
  /// By the blocks of ``WritingSystem/all``.
  let scripts: [Script]

  /// The languages of the tables and of scripts that several languages share.
  init(_ tables: LanguageTables) {
    var tags = ["en"]
    var slots = ["en": 0]
    func add(_ tag: String) {
      let language = DetectedLanguage.language(of: tag)
      guard !language.isEmpty, slots[language] == nil else { return }
      slots[language] = tags.count
      tags.append(language)
    }
    for list in tables.functionWords + tables.customerWords { add(list.tag) }
    for mark in tables.marks { add(mark.tag) }
    let common: Set = ["el", "th", "ko", "ja"]
    for system in WritingSystem.all where system.tags.count > 1 || common.contains(system.tags[0]) {
      for tag in system.tags { add(tag) }
    }
    let other = tags.count
    self.other = other
    self.tags = tags + [""]
    self.slots = slots
    english = 0
    chinese = slots["zh"] ?? other
    if let danish = slots["da"], let norwegian = slots["no"] {
      kin = [danish: norwegian, norwegian: danish]
    } else {
      kin = [:]
    }
    scripts = WritingSystem.all.enumerated().map { index, system in
      let isKana = WritingSystem.isKana(index)
      let weight = isKana ? LanguageEvidence.kana : LanguageEvidence.script
      let languages = system.tags.map { slots[$0] ?? other }
      let priors = LanguageEvidence.priorsOfScript
      return Script(
        weights: languages.map { LanguageWeight(slot: $0, weight: weight) },
        priors: languages.enumerated().map { place, slot in
          LanguageWeight(slot: slot, weight: priors[min(place, priors.count - 1)])
        },
        tag: system.tags[0],
        isKana: isKana,
        isHan: system.tags[0] == "zh"
      )
    }
  }

  /// The slot of a tag; nil when it has none of its own.
  subscript(tag: String) -> Int? { slots[DetectedLanguage.language(of: tag)] }
}
