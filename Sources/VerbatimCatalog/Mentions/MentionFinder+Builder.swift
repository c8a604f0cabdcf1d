internal import VerbatimCore
public import VerbatimText

extension MentionFinder {
  /// Interns the words of names before the vocabulary is frozen.
  public struct Builder {
    private let catalog: Catalog
    private let words: MentionWords
    private var trie: NameTrie
    private var names: [Name] = []
    private var cues = MentionCues.Builder()
    private var divider = NameDivider()

    /// Takes in the names of a catalog.
    ///
    /// - Parameters:
    ///   - catalog: The catalog.
    ///   - words: What tells what a mention is worth.
    ///   - vocabulary: What the words are interned in.
    /// - Complexity: About a microsecond a name.
    public init(
      _ catalog: Catalog,
      words: MentionWords = MentionWords(),
      vocabulary: inout Vocabulary.Builder
    ) {
      var catalog = catalog
      catalog.finish()
      self.catalog = catalog
      self.words = words
      trie = NameTrie(minimumNames: catalog.count)
      for word in words.lotCues.keys.sorted() { _ = vocabulary.intern(word) }
      cues.add(words.cues, to: &vocabulary)
      for place in catalog.articles.indices { addNames(of: place, &vocabulary) }
    }

    private mutating func addNames(of place: Int, _ vocabulary: inout Vocabulary.Builder) {
      let article = catalog.articles[place]
      // A code with a digit is found by its spelling.
      if !catalog.texts.bytes(article.sku).contains(where: Self.isDigit) {
        add(catalog.sku(place), place, .code, &vocabulary)
      }
      if !article.name.isEmpty {
        let name = catalog.texts.text(article.name)
        add(name, place, .name, &vocabulary)
        for short in ShortName.names(of: name, brand: catalog.texts.optional(article.brand)) {
          add(short, place, .shortName, &vocabulary)
        }
      }
      guard !article.aliases.isEmpty else { return }
      for alias in catalog.aliases(of: article) { add(alias, place, .alias, &vocabulary) }
    }

    private static func isDigit(_ byte: UInt8) -> Bool {
      byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
    }

    private mutating func add(
      _ name: String,
      _ product: Int,
      _ form: Mention.Form,
      _ vocabulary: inout Vocabulary.Builder
    ) {
      guard divider.divide(name, isShort: form == .shortName, &vocabulary) else { return }
      trie.add(divider.words, breaks: divider.breaks)
      names.append(
        Name(
          product: Int32(product),
          form: UInt8(form.rawValue),
          isCommon: divider.words.count <= 4 && words.isCommon(divider.forms)
        )
      )
    }

    /// The finder over a vocabulary that holds every name.
    public func freeze(_ vocabulary: Vocabulary) -> MentionFinder {
      var commonWords = [UInt64](repeating: 0, count: vocabulary.count >> 6 + 1)
      for word in words.common.union(words.function) {
        let id = vocabulary.id(of: word)
        commonWords[Int(id) >> 6] |= 1 << UInt64(id & 63)
      }
      commonWords[0] &= ~1
      return MentionFinder(
        catalog: catalog,
        trie: trie,
        names: names,
        cues: cues.freeze(vocabulary),
        lotCue: LotCue(words.lotCues, vocabulary),
        lexicon: words,
        commonWords: commonWords,
        digitWords: divider.digitWords
      )
    }
  }
}
