public import VerbatimCore

/// What a person knows about languages, as read from the files under `lexicons/languages`.
public struct LanguageTables: Sendable {
  /// Letters that mark a language.
  struct Mark: Sendable {
    let tag: String
    /// In hundredths of a nat.
    let weight: Int
    /// The letters; a blank stands for the edge of a word.
    let letters: String
  }

  /// The name and the columns of each file.
  public static let files: [(name: String, columns: [String])] = [
    ("function-words.tsv", ["language", "words"]),
    ("customer-words.tsv", ["language", "words"]),
    ("letters.tsv", ["language", "weight", "letters"]),
  ]

  let functionWords: [(tag: String, words: [String])]
  let customerWords: [(tag: String, words: [String])]
  let marks: [Mark]

  /// The tables from the rows of their files.
  ///
  /// - Parameters:
  ///   - functionWords: The commonest words of each language.
  ///   - customerWords: What customers write besides; `und` holds words that say nothing.
  ///   - letters: Letters that mark a language, with the nats that each adds.
  /// - Throws: `V3001` for a weight that is no number from 0 to 9.
  public init(
    functionWords: TableFile,
    customerWords: TableFile,
    letters: TableFile
  ) throws(Diagnostic) {
    self.functionWords = Self.lists(functionWords)
    self.customerWords = Self.lists(customerWords)
    var marks: [Mark] = []
    for row in letters.rows {
      guard let weight = Double(row[1]), (0...9).contains(weight) else {
        throw Diagnostic(
          .lexiconLine,
          at: row.location,
          "the weight \(row[1].debugDescription) is no number from 0 to 9"
        )
      }
      for letters in Self.words(row[2]) {
        let bytes = letters.utf8.map { $0 == UInt8(ascii: "_") ? UInt8(ascii: " ") : $0 }
        marks.append(
          Mark(
            tag: row[0],
            weight: Int((weight * 100).rounded()),
            letters: String(decoding: bytes, as: UTF8.self)
          )
        )
      }
    }
    self.marks = marks
  }

  /// The function words of a language.
  public func functionWords(of tag: String) -> [String] {
    functionWords.filter { $0.tag == tag }.flatMap(\.words)
  }

  private static func lists(_ table: TableFile) -> [(tag: String, words: [String])] {
    table.rows.map { ($0[0], words($0[1])) }
  }

  private static func words(_ field: String) -> [String] {
    field.utf8.split(separator: UInt8(ascii: " ")).map { String(Substring($0)) }
  }
}
