internal import VerbatimCore

/// What words, letters and CLD2 say.
extension LanguageDetector {
  /// How many unknown words have their letters looked at.
  private static let mostUnknown = 64
  /// How many bytes CLD2 reads; more tells it nothing new.
  private static let mostStatistics = 2_048

  /// Fills the scores with what the words say.
  func collect(_ text: TokenizedText, _ range: Range<Int>, _ scratch: inout Scratch) {
    scratch.scores.clear(roster.tags.count)
    scratch.unknown.removeAll(keepingCapacity: true)
    scratch.english = 0
    scratch.blocks = 0
    scratch.kana = 0
    scratch.han = 0
    scratch.other = ""
    let words = text.words.span
    let bytes = text.bytes.span
    // Copies of the references, so that their spans live as long as this call.
    let entriesOfWords = entries
    let entries = entriesOfWords.span
    let weightsOfWords = listed.weights
    let weights = weightsOfWords.span
    var english = 0
    var strange = 0
    var addresses = AddressFinder()
    for index in range {
      let word = words[index]
      guard word.kind == .word, !addresses.hold(word, bytes) else { continue }
      // What looks like a misspelt English word may be a right word of another language.
      if word.id != 0, !word.style.contains(.corrected) {
        let entry = entries[Int(word.id)]
        if entry > 0 {
          scratch.scores.add(weights, listed.range(of: entry))
        } else {
          english -= Int(entry)
        }
      } else if look(up: word, at: index, bytes, &scratch) {
        strange += 1
      }
    }
    scratch.english += english
    scratch.scores.values[roster.english] += english + strange * LanguageEvidence.unknownWord
    // Japanese writes with both; Chinese has no kana but in names.
    if scratch.kana > 0, scratch.kana * 5 >= scratch.han {
      scratch.scores.values[roster.chinese] = 0
    }
  }

  /// Adds what a word says that the vocabulary lacks; whether no list has it either.
  private func look(
    up word: Word,
    at index: Int,
    _ bytes: Span<UInt8>,
    _ scratch: inout Scratch
  ) -> Bool {
    if listed.forms.lookup(letters: bytes, word.range) == 0 {
      if scratch.unknown.count < Self.mostUnknown { scratch.unknown.append(index) }
      return word.end - word.start > 2
    }
    guard scratch.word.fold(bytes, word.range), !scratch.word.hasDigit else { return false }
    let script = scratch.word.script
    if let script { addScript(script, &scratch) }
    let (article, noun) = listed.ids(of: scratch.word)
    let weights = listed.weights
    if article != 0 { scratch.scores.add(weights.span, listed.range(of: article)) }
    if noun != 0 {
      scratch.scores.add(weights.span, listed.range(of: noun))
      scratch.english += listed.weight(ofOnly: roster.english, noun) ?? 0
      return false
    }
    if scratch.unknown.count < Self.mostUnknown { scratch.unknown.append(index) }
    return script == nil && scratch.word.length > 2
  }

  /// Adds what the script of a word says.
  private func addScript(_ block: Int, _ scratch: inout Scratch) {
    let script = roster.scripts[block]
    for said in script.weights { scratch.scores.values[said.slot] += said.weight }
    if scratch.blocks & 1 << UInt64(block) == 0 {
      scratch.blocks |= 1 << UInt64(block)
      for said in script.priors { scratch.scores.values[said.slot] += said.weight }
    }
    if script.weights[0].slot == roster.other { scratch.other = script.tag }
    if script.isKana { scratch.kana += 1 }
    if script.isHan { scratch.han += 1 }
  }

  /// Whether several words or codes begin with a capital each, as names of products do, which
  /// are often made of English words.
  func isTitle(_ text: TokenizedText) -> Bool {
    var capitals = 0
    for word in text.words where word.kind == .word && word.end - word.start > 1 {
      let first = text.bytes[Int(word.start)]
      let second = text.bytes[Int(word.start) + 1]
      guard first >= 0x41, first <= 0x5A else {
        // A code or a size does not speak against a name.
        guard first < 0x3A else { return false }
        continue
      }
      guard second > 0x5A || second < 0x41 else { continue }
      capitals += 1
    }
    return capitals > 0 && text.words.count > 1
  }

  /// Adds what the letters of unknown words say, until that is clear.
  func addLetters(_ text: TokenizedText, _ scratch: inout Scratch) {
    let bytes = text.bytes.span
    for (count, index) in scratch.unknown.enumerated() {
      if count > 0, count.isMultiple(of: 4),
        scratch.scores.leader().lead >= LanguageEvidence.clear
      {
        return
      }
      guard scratch.word.fold(bytes, text.words[index].range) else { continue }
      scratch.ofLetters.clear(roster.tags.count)
      marks.forEachWeight(in: scratch.word.sharp) {
        scratch.ofLetters.values[$0.slot] += $0.weight
      }
      for slot in scratch.ofLetters.values.indices {
        scratch.scores.values[slot] +=
          min(scratch.ofLetters.values[slot], LanguageEvidence.mostOfLetters)
      }
    }
  }

  /// Adds what CLD2 says of some words.
  func addStatistics(_ text: TokenizedText, _ words: Range<Int>, _ scratch: inout Scratch) {
    scratch.statistics.removeAll(keepingCapacity: true)
    let bytes = text.bytes.span
    var addresses = AddressFinder()
    for index in words {
      let word = text.words[index]
      guard word.kind == .word, !addresses.hold(word, bytes) else { continue }
      guard scratch.statistics.count + word.range.count < Self.mostStatistics else { break }
      scratch.statistics.append(contentsOf: text.bytes[Int(word.start)..<Int(word.end)])
      scratch.statistics.append(0x20)
    }
    let answer = CompactLanguageDetector.detect(scratch.statistics)
    let trust =
      answer.isReliable ? LanguageEvidence.statistics : LanguageEvidence.unsureStatistics
    var letters = 0
    for byte in scratch.statistics where byte & 0xC0 != 0x80 { letters += 1 }
    letters = min(letters, LanguageEvidence.fullLetters)
    for share in answer.shares where !DetectedLanguage.language(of: share.tag).isEmpty {
      let slot = roster[share.tag] ?? roster.other
      let weight = trust * share.percent * letters / (100 * LanguageEvidence.fullLetters)
      if slot == roster.english {
        // Names and codes look English to CLD2; it may only confirm what words say.
        scratch.scores.values[slot] += min(weight, scratch.english / 2)
      } else if slot == roster.other {
        // So do they look like languages that no list knows.
        scratch.other = share.tag
        scratch.scores.values[slot] += weight / 2
      } else if let kin = roster.kin[slot] {
        scratch.scores.values[slot] += weight * 3 / 4
        scratch.scores.values[kin] += weight / 2
      } else {
        scratch.scores.values[slot] += weight
      }
    }
  }
}
