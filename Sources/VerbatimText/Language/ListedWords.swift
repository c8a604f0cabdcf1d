/// The words of all languages, each with what it says.
final class ListedWords: Sendable {
  /// Their forms.
  let forms: Vocabulary
  /// What each says, one after the other.
  let weights: [LanguageWeight]
  /// Where the weights of each begin, by its number in ``forms``; one more at the end.
  let starts: [Int32]

  /// The words of the tables.
  ///
  /// - Parameters:
  ///   - tables: The words of each language.
  ///   - roster: The languages.
  ///   - isEnglish: Whether the English lexicons know a word, in its matching form.
  init(_ tables: LanguageTables, _ roster: LanguageRoster, isEnglish: (String) -> Bool) {
    var builder = Vocabulary.Builder()
    var weights: [[LanguageWeight]] = [[]]
    func add(_ word: String, _ slot: Int?, _ weight: Int) {
      let id = Int(builder.intern(word))
      if id == weights.count { weights.append([]) }
      guard let slot, !weights[id].contains(where: { $0.slot == slot }) else { return }
      weights[id].append(LanguageWeight(slot: slot, weight: weight))
    }
    for list in tables.functionWords {
      let slot = roster[list.tag]
      for word in list.words {
        add(word, slot, LanguageEvidence.weight(ofFunctionWord: word))
      }
    }
    let functionWords = 1..<weights.count
    var silent: Set<Int> = []
    for list in tables.customerWords {
      let slot = roster[list.tag]
      for word in list.words {
        add(word, slot, LanguageEvidence.weight(ofCustomerWord: word))
        if slot == nil { silent.insert(Int(builder.intern(word))) }
      }
    }
    forms = builder.freeze()
    for id in weights.indices.dropFirst() {
      if silent.contains(id) {
        weights[id] = []
      } else if weights[id].count == 1, weights[id][0].slot == roster.english {
        // English has its lexicons besides: a word that only it has says no more than theirs.
        let most =
          functionWords.contains(id) ? weights[id][0].weight : LanguageEvidence.knownWord
        weights[id] = [LanguageWeight(slot: roster.english, weight: most)]
      } else if !weights[id].contains(where: { $0.slot == roster.english }),
        isEnglish(forms.form(of: Int32(id)))
      {
        weights[id].append(
          LanguageWeight(slot: roster.english, weight: LanguageEvidence.sharedWord)
        )
      }
    }
    self.weights = weights.flatMap { $0 }
    var starts: [Int32] = [0]
    for list in weights { starts.append(starts[starts.count - 1] + Int32(list.count)) }
    self.starts = starts
  }

  /// The places in ``weights`` of what a word says.
  @inline(__always)
  func range(of id: WordID) -> Range<Int> { Int(starts[Int(id)])..<Int(starts[Int(id) + 1]) }

  /// The weight of a word that only one language has; nil when others have it too.
  func weight(ofOnly slot: Int, _ id: WordID) -> Int? {
    let range = range(of: id)
    guard range.count == 1, weights[range.lowerBound].slot == slot else { return nil }
    return weights[range.lowerBound].weight
  }

  /// The numbers of a word: of an article with an apostrophe before it ("l'emballage"), and of
  /// the word itself; 0 where no list has it.
  func ids(of word: FoldedWord) -> (article: WordID, noun: WordID) {
    let key = word.key.span
    let id = forms.lookup(key, count: key.count)
    guard id == 0, word.apostrophe > 0 else { return (0, id) }
    let noun = key.extracting(droppingFirst: word.apostrophe)
    return (
      forms.lookup(key, count: word.apostrophe),
      noun.count > 2 ? forms.lookup(noun, count: noun.count) : 0
    )
  }
}
