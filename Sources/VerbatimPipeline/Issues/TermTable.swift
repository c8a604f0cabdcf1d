internal import Foundation
internal import VerbatimIssues
internal import VerbatimStatistics
internal import VerbatimText

/// The terms of texts as columns: of each text and of each of its sentences.
struct TermTable: Sendable {
  /// The terms in the order of a file of weights: numbers, words, pairs, fields, patterns, look-alikes, each by
  /// bytes.
  let terms: [IssueTerm]
  /// How rare each is, in hundredths.
  let rarities: [Int]
  /// In how many texts each stands.
  let textCounts: [Double]
  /// The columns of each text, ascending.
  let wholes: [[Int32]]
  /// The columns of each sentence of each text.
  let sentences: [[[Int32]]]

  /// The terms that stand in texts enough.
  ///
  /// - Parameters:
  ///   - texts: The texts, the ids of their words by `numbers`.
  ///   - findings: What patterns find, by text and sentence.
  ///   - numbers: The word forms with their numbers.
  ///   - fields: Fields of words.
  ///   - inflector: The forms of a word.
  ///   - taxonomy: The leaves.
  ///   - fewestTexts: In how many texts a term stands at least.
  init(
    texts: [TokenizedText],
    findings: [[TermScan.Findings]],
    numbers: [String: WordID],
    fields: WordFields,
    inflector: Inflector,
    taxonomy: Taxonomy,
    fewestTexts: Int
  ) {
    let bases = WordBases(
      WordBases.bases(among: Set(numbers.keys), inflector: inflector),
      inflector: inflector
    )
    var forms = [TermScan.Form](repeating: TermScan.Form(), count: numbers.count + 1)
    for (form, base) in bases.forms {
      guard let number = numbers[String(decoding: form, as: UTF8.self)],
        forms[Int(number)].base == 0
      else { continue }
      forms[Int(number)].base = Int32(base) + TermScan.number + 1
    }
    var fieldList: [Int32] = []
    for (form, own) in fields.byForm {
      guard let number = numbers[form] else { continue }
      forms[Int(number)].firstField = Int32(fieldList.count)
      forms[Int(number)].fieldCount = Int32(own.count)
      fieldList += own.map { Int32($0) }
    }
    let keys = zip(texts, findings).map { text, findings in
      zip(text.sentences, findings).map { sentence, findings in
        var keys: Set<TermScan.Key> = []
        let words =
          text.clauses[sentence.clauses.lowerBound].words
          .lowerBound..<text.clauses[sentence.clauses.upperBound - 1].words.upperBound
        TermScan.forEach(
          in: words,
          of: text,
          findings: findings,
          fields: fieldList,
          form: { forms[Int($0.id)] },
          { key, _ in keys.insert(key) }
        )
        return keys
      }
    }
    var counts: [TermScan.Key: Int] = [:]
    for sentences in keys {
      let whole = sentences.reduce(into: Set()) { $0.formUnion($1) }
      for key in whole { counts[key, default: 0] += 1 }
    }
    func name(_ base: Int32) -> String {
      base == TermScan.number ? IssueTerm.digits : bases.bases[Int(base - TermScan.number - 1)]
    }
    func term(_ key: TermScan.Key) -> IssueTerm {
      switch key {
      case .word(TermScan.number): .number
      case .word(let base): .word(name(base))
      case .pair(let first, let second): .pair(name(first), name(second))
      case .field(let field): .field(fields.names[Int(field)])
      case .pattern(let leaf): .pattern(taxonomy.leaves[Int(leaf)].code)
      case .lookAlike(let leaf): .lookAlike(taxonomy.leaves[Int(leaf)].code)
      }
    }
    let kept = counts.filter { $0.value >= fewestTexts }.map { (key: $0.key, term: term($0.key)) }
      .filter { Self.isWritable($0.term) }
      .sorted { left, right in
        let kinds = (Self.kind(left.term), Self.kind(right.term))
        return kinds.0 != kinds.1
          ? kinds.0 < kinds.1
          : left.term.source.utf8.lexicographicallyPrecedes(right.term.source.utf8)
      }
    var columns: [TermScan.Key: Int32] = [:]
    for (column, term) in kept.enumerated() { columns[term.key] = Int32(column) }
    terms = kept.map(\.term)
    let textCount = Double(texts.count)
    let textCounts = kept.map { Double(counts[$0.key] ?? 0) }
    self.textCounts = textCounts
    rarities = textCounts.map { count in
      let share = (1 + textCount) / (1 + count)
      return Int((100 * (1 + log(share))).rounded())
    }
    sentences = keys.map { $0.map { $0.compactMap { columns[$0] }.sorted() } }
    wholes = sentences.map { $0.reduce(into: Set<Int32>()) { $0.formUnion($1) }.sorted() }
  }

  /// Adds the columns of a text or a sentence as a row.
  func append(_ columns: [Int32], to rows: inout SquaredHingeFit.Rows) {
    rows.append(
      columns,
      columns.map { Double(rarities[Int($0)]) },
      ballast: Double(IssueReader.ballast)
    )
  }

  private static func kind(_ term: IssueTerm) -> Int {
    switch term {
    case .any, .number: 0
    case .word: 1
    case .pair: 2
    case .field: 3
    case .pattern: 4
    case .lookAlike: 5
    }
  }

  /// Whether a file gives the term back as it is.
  private static func isWritable(_ term: IssueTerm) -> Bool { IssueTerm(term.source) == term }
}
