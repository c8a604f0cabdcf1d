public import VerbatimCore
internal import VerbatimStatistics
internal import VerbatimText

/// Weighs the features by which a tagger finds names and addresses, from texts in which they are marked.
///
/// Of each marked text further copies are learnt from, with other names of the same language in it, so
/// that the weights say where names stand rather than which there are. The same texts give the same
/// weights, to the hundredth.
public struct PersonFit {
  /// How many copies with other names each marked text gets (authored).
  public static let copies = 3
  /// How many of a hundred copies are written in small letters throughout (authored).
  static let smallCopies = 10
  /// In how many units that belong to a name or an address a feature stands at least, or in how many
  /// others (chosen on texts that were not learnt from).
  public static let fewest = (marked: 20, others: 100)
  /// The smallest weight for which a feature is kept, in hundredths (authored).
  public static let smallestWeight = 5
  /// For how many texts one counts that names nobody and was written for something else (authored).
  static let otherCount = 0.5
  /// How often each text is looked at (more do not help).
  static let passes = 6

  private let redactor: Redactor
  private let learner: PersonLearner
  private var texts: [(text: MarkedText, count: Double)] = []

  /// Nothing taken in yet.
  ///
  /// - Parameter lexicons: The folder with the lexicons; nil for the one that travels with the binary.
  /// - Throws: A diagnostic where the folder lacks a file.
  public init(lexicons: String?) throws(Diagnostic) {
    let files = try EngineFiles(directory: lexicons, only: "languages/")
    let (tables, wordTables) = try RecordRedactor.tables(files)
    redactor = Redactor(RedactionWords(tables, wordTables: wordTables))
    learner = PersonLearner(tables, wordTables: wordTables)
  }

  /// What is wrong with rows; those are left out.
  public private(set) var diagnostics: [Diagnostic] = []

  /// How many texts were taken in.
  public var textCount: Int { texts.count }

  /// Takes in the texts of a file in which names and addresses stand as `{{name|…}}` and `{{address|…}}`.
  ///
  /// It has the columns `language` and `text`, and perhaps `split`, then the `dev` rows are taken.
  ///
  /// - Throws: `V3001` where the columns are missing, and where the file cannot be read.
  public mutating func take(marked path: String) throws(Diagnostic) {
    for row in try Self.rows(path, ["language", "text"]) {
      guard let text = MarkedText(marked: row.fields[1], language: row.fields[0]) else {
        diagnostics.append(
          Diagnostic(
            .lexiconLine,
            at: row.location,
            "a mark of the text is not whole",
            hint: "write {{name|…}} or {{address|…}}"
          )
        )
        continue
      }
      texts.append((text, 1))
    }
  }

  /// Takes in the texts of a file that name nobody.
  ///
  /// It has a column `text` and perhaps `split`, then the `dev` rows are taken. Those in which rules find a
  /// name or an address are passed over.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - isOther: Whether they were written for something else, of which there are many: then each counts
  ///     half.
  /// - Throws: `V3001` where the column is missing, and where the file cannot be read.
  public mutating func take(plain path: String, isOther: Bool) throws(Diagnostic) {
    for row in try Self.rows(path, ["text"]) {
      var counts: [String: Int] = [:]
      _ = redactor.redact(row.fields[0], counts: &counts)
      guard counts[Redactor.Kind.name.rawValue] == nil,
        counts[Redactor.Kind.address.rawValue] == nil
      else { continue }
      texts.append(
        (MarkedText(plain: row.fields[0], language: "en"), isOther ? Self.otherCount : 1)
      )
    }
  }

  /// The rows that are learnt from, with the fields of some columns.
  private static func rows(
    _ path: String,
    _ columns: [String]
  ) throws(Diagnostic) -> [(fields: [String], location: SourceLocation)] {
    let table = try TableFile(
      path: path,
      bytes: try ByteReader(path: path).readToEnd(),
      having: columns
    )
    let places = columns.compactMap(table.place)
    let split = table.place(of: "split")
    return table.rows.filter { row in split.map { row[$0] == "dev" } ?? true }
      .map { row in (places.map { row[$0] }, row.location) }
  }

  /// The lines of the file with the weights.
  ///
  /// - Complexity: O(passes × features of all texts); some minutes for 10,000 marked texts.
  public func fit() -> [String] {
    let copied = copied()
    let samples = copied.map { text, _ in
      learner.sample(
        masked(text),
        marks: text.marks.map { ($0.range, $0.kind == .address) }
      )
    }
    var counts: [UInt64: (marked: Int, others: Int)] = [:]
    for sample in samples {
      for (features, label) in zip(sample.features, sample.labels) {
        for feature in features {
          if label == 0 {
            counts[feature, default: (0, 0)].others += 1
          } else {
            counts[feature, default: (0, 0)].marked += 1
          }
        }
      }
    }
    let kept = counts.filter {
      $0.value.marked >= Self.fewest.marked || $0.value.others >= Self.fewest.others
    }
    .keys.sorted()
    let columns = Dictionary(uniqueKeysWithValues: kept.enumerated().map { ($1, Int32($0)) })
    let rows = zip(samples, copied).map { sample, text in
      var row = LinearChainFit.Row(count: text.count)
      for (features, label) in zip(sample.features, sample.labels) {
        row.append(features.compactMap { columns[$0] }, label: label)
      }
      return row
    }
    let labelCount = TagWeights.Label.allCases.count
    let fit = LinearChainFit(
      rows,
      columnCount: kept.count,
      labelCount: labelCount,
      passes: Self.passes
    )
    return TagWeights.lines(rows: self.rows(fit, kept, copied))
  }

  private func rows(
    _ fit: LinearChainFit,
    _ kept: [UInt64],
    _ copied: [(text: MarkedText, count: Double)]
  ) -> [TagWeights.Row] {
    func hundredths(_ value: Double) -> Int {
      Int(min(9_999, max(-9_999, (value * 100).rounded())))
    }
    let labels = TagWeights.Label.allCases
    var values: [UInt64: [Int]] = [:]
    for (column, feature) in kept.enumerated() {
      let weights = labels.indices.map {
        hundredths(Double(fit.weights[column * labels.count + $0]))
      }
      if weights.contains(where: { abs($0) >= Self.smallestWeight }) { values[feature] = weights }
    }
    var wanted = Set(values.keys)
    var rows: [TagWeights.Row] = []
    for text in copied where !wanted.isEmpty {
      for (hash, name) in learner.names(masked(text.text), of: &wanted) {
        rows.append(TagWeights.Row(feature: name, values: values[hash] ?? []))
      }
    }
    rows.sort { $0.feature.utf8.lexicographicallyPrecedes($1.feature.utf8) }
    let transitions = TagWeights.before.enumerated().map { number, label in
      TagWeights.Row(
        feature: "after \(label)",
        values: labels.indices.map { hundredths(fit.transitions[number * labels.count + $0]) }
      )
    }
    return transitions + rows
  }

  private func masked(_ text: MarkedText) -> [UInt8] {
    var bytes = text.bytes
    redactor.redactContacts(&bytes)
    return bytes
  }

  /// The texts and, of those with names, their copies.
  private func copied() -> [(text: MarkedText, count: Double)] {
    var pools: [String: [MarkedText.Mark.Kind: [[UInt8]]]] = [:]
    for (text, _) in texts {
      for mark in text.marks {
        pools[text.language, default: [:]][mark.kind, default: []].append(
          Array(text.bytes[mark.range])
        )
      }
    }
    var generator = SplitMix64(seed: 1)
    var copied = texts
    for _ in 0..<Self.copies {
      for (text, count) in texts where !text.marks.isEmpty {
        var copy = text.replacingMarks { mark, bytes in
          // Half of the addresses stay: names stand in more ways than addresses are written.
          if mark.kind == .address, generator.index(below: 2) == 0 { return bytes }
          let pool = pools[text.language]?[mark.kind] ?? [bytes]
          return pool[generator.index(below: pool.count)]
        }
        if generator.index(below: 100) < Self.smallCopies { copy = copy.lowercased() }
        copied.append((copy, count))
      }
    }
    return copied
  }
}
