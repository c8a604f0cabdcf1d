public import VerbatimCore

/// The words by which a redactor knows personal data: cues, greetings, sign-offs, street types, and
/// given names.
///
/// They come from the ``files`` under `lexicons/languages/`. Without them a redactor still finds
/// what checks itself: mail addresses, cards, bank accounts, phones and the stronger identity
/// numbers.
public struct RedactionWords: Sendable {
  /// The names of the files.
  public static let files = [
    "redaction-cues.tsv", "greetings.tsv", "redaction-signoffs.tsv", "street-types.tsv",
    "given-names.tsv", "persons.tsv", "ordinary-words.tsv",
  ]
  /// The columns of each file: a BCP 47 tag, what the phrases are for, and the phrases, divided by
  /// bars.
  public static let columns = ["language", "use", "phrases"]
  /// The names of the files of words that are no names, which other parts read too.
  public static let wordFiles = ["function-words.tsv", "customer-words.tsv"]
  /// The columns of each of those: a BCP 47 tag, and words divided by blanks.
  public static let wordColumns = ["language", "words"]

  /// What is wrong with the rows; those are left out.
  public let diagnostics: [Diagnostic]
  /// All phrases.
  let index: CueIndex
  /// Whether there are no phrases.
  let isEmpty: Bool
  /// How the phrases begin that are looked for anywhere in a text.
  let openings: PhraseOpenings
  /// The names that people are given, and words that are none.
  let nameWords: NameWords
  /// Small words of any language: articles, pronouns, "so", "again".
  let smallWords: NameWords
  /// Finds names and addresses by what was learnt; without weights none.
  let tagger: PersonTagger
  /// What families' names end with that hardly anything else does: "owski".
  let surnameEndings: NameWords
  /// A bit for each two last bytes of those, five bits of each: most words are no family's.
  let surnameTails: [UInt8]
  /// What the names of streets end with, folded.
  let endings: [(text: [UInt32], isWeak: Bool)]

  private static let nameKinds: [String: NameWords.Kind] = [
    "given-name": .sure, "weak given-name": .weak, "given-character": .character,
    "ordinary": .ordinary,
  ]
  /// What the names of streets end with, and whether other words do too.
  private static let endingKinds = ["ending": false, "weak ending": true]
  private static let surnameEnding = "surname-ending"
  private static var uses: [String] {
    (Array(RedactionUses.named.keys) + Array(nameKinds.keys) + Array(endingKinds.keys)
      + [surnameEnding]).sorted()
  }

  /// The words of some tables, which may be all of ``files`` or none.
  ///
  /// - Parameters:
  ///   - tables: Tables with the ``columns`` of the ``files``.
  ///   - wordTables: Tables with the ``wordColumns`` of the ``wordFiles``.
  ///   - weights: The weights by which names and addresses are found that no rule finds.
  ///   - goods: Names of articles, brands and suppliers, whose words are nobody's name: a given name
  ///     among them ("the Clara lamp", the brand *Paul Vess*) still is one after a greeting, a
  ///     person's part or above the end of a text.
  public init(
    _ tables: [TableFile] = [],
    wordTables: [TableFile] = [],
    weights: TagWeights = TagWeights(),
    goods: some Sequence<String> = EmptyCollection<String>()
  ) {
    var diagnostics: [Diagnostic] = []
    var phrases: [(text: String, uses: RedactionUses)] = []
    var endings: [(text: [UInt32], isWeak: Bool)] = []
    var names: [(text: Substring, kind: NameWords.Kind)] = []
    var surnameEndings: [(text: Substring, kind: NameWords.Kind)] = []
    for row in tables.flatMap(\.rows) {
      if let kind = Self.nameKinds[row[1]] {
        names += row[2].split(separator: "|").map { ($0, kind) }
        continue
      }
      if row[1] == Self.surnameEnding {
        surnameEndings += row[2].split(separator: "|").map { ($0, .sure) }
        continue
      }
      if let isWeak = Self.endingKinds[row[1]] {
        endings += row[2].split(separator: "|").map { text in
          (text.unicodeScalars.map { Scalars.fold($0.value) }.filter { $0 != 0 }, isWeak)
        }
        continue
      }
      guard let use = RedactionUses.named[row[1]] else {
        diagnostics.append(
          Diagnostic(
            .lexiconLine,
            at: row.location,
            "the use \"\(row[1])\" is unknown",
            hint: "one of: \(Self.uses.joined(separator: ", "))"
          )
        )
        continue
      }
      let texts = row[2].utf8.split(separator: UInt8(ascii: "|")).map { String(Substring($0)) }
      if texts.isEmpty {
        diagnostics.append(Diagnostic(.lexiconLine, at: row.location, "the row has no phrases"))
      }
      for text in texts {
        phrases.append((text, use))
      }
    }
    var small: [(text: Substring, kind: NameWords.Kind)] = []
    for table in wordTables {
      // Words without blanks between them are not told apart by blanks.
      let words = table.rows.flatMap { $0[1].split(separator: " ") }.filter {
        $0.unicodeScalars.first.map { !Scalars.isCaseless($0.value) } ?? false
      }
      names += words.map { ($0, .ordinary) }
      let isSmall = table.rows.first?.location.file.hasSuffix(Self.wordFiles[0]) ?? false
      if isSmall { small += words.map { ($0, .ordinary) } }
    }
    smallWords = NameWords(small)
    tagger = PersonTagger(tables, wordTables: wordTables, weights: weights)
    self.diagnostics = diagnostics + weights.diagnostics
    self.endings = endings
    let listed = NameWords(names)
    let known = GoodsNames(goods, among: listed)
    isEmpty = phrases.isEmpty
    phrases += known.phrases.map { ($0, .goodsName) }
    nameWords =
      known.words.isEmpty ? listed : NameWords(names + known.words.map { ($0[...], .ordinary) })
    self.surnameEndings = NameWords(surnameEndings)
    surnameTails = Self.tails(of: surnameEndings.map(\.text))
    index = CueIndex(phrases)
    openings = PhraseOpenings(
      phrases.filter { !$0.uses.isDisjoint(with: .anywhere) }.map(\.text)
    )
  }

  /// The table of the last two bytes of some endings, as written and without accents.
  private static func tails(of endings: [Substring]) -> [UInt8] {
    var table = [UInt8](repeating: 0, count: 128)
    for ending in endings {
      let folded = ending.unicodeScalars.compactMap { Unicode.Scalar(Scalars.fold($0.value)) }
      for bytes in [Array(ending.utf8), Array(String(String.UnicodeScalarView(folded)).utf8)] {
        guard let last = bytes.last, let other = bytes.dropLast().last else { continue }
        let place = Int(other & 31) << 5 | Int(last & 31)
        table[place >> 3] |= 1 << UInt8(place & 7)
      }
    }
    return table
  }
}
