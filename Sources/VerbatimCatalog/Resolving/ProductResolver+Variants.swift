internal import VerbatimText

/// Which variant of a family is meant, and words to tell.
extension ProductResolver {
  /// The one variant whose options the texts name; nil when none or several are named.
  func variant(_ places: [Int], _ texts: [TokenizedText]) -> Int? {
    guard places.count > 1, places.count <= MentionFinder.articleLimit,
      let family = catalog.families.family(of: places[0]),
      places.allSatisfy({ catalog.families.family(of: $0) == family })
    else { return nil }
    let options = places.map { place in
      Self.words(catalog.texts.text(catalog.articles[place].options))
    }
    guard options.contains(where: { !$0.isEmpty }) else { return nil }
    let said = Self.words(of: texts)
    var best: (place: Int, count: Int)?
    var isTied = false
    for (index, words) in options.enumerated() {
      let count = words.filter(said.contains).count
      guard count > 0, count == words.count else { continue }
      if let known = best, known.count == count { isTied = true }
      if best.map({ count > $0.count }) ?? true {
        best = (places[index], count)
        isTied = false
      }
    }
    return isTied ? nil : best?.place
  }

  /// The words of a name, folded, those of one letter left out but for sizes.
  static func words(_ name: String) -> Set<String> {
    Set(
      String(decoding: CodeKey.name(name), as: UTF8.self)
        .split { !($0.isLetter || $0.isNumber) }.map(String.init)
    )
  }

  /// The words of texts, folded, plurals in -s without it too.
  static func words(of texts: [TokenizedText]) -> Set<String> {
    var words: Set<String> = []
    for text in texts {
      for word in text.words where word.kind != .emoji && word.kind != .emoticon {
        let folded = String(decoding: CodeKey.name(text.cut(word.range)), as: UTF8.self)
        words.insert(folded)
        if folded.hasSuffix("s"), folded.utf8.count > 3 { words.insert(String(folded.dropLast())) }
      }
    }
    return words
  }
}
