public import VerbatimCore

/// What is searched for in the customers' words.
public struct SearchQuery: Hashable, Sendable {
  /// Which of the terms a text must hold.
  public enum Match: Hashable, Sendable {
    /// Every one.
    case all
    /// One at least; texts with more of them, and with rarer ones, come first.
    case any
  }

  /// Words in a row; the last may be the beginning of one.
  struct Term: Hashable {
    var words: [String]
    var isPrefix = false
  }

  let terms: [Term]
  let match: Match

  /// A query as a person types it; nil when there is no word in it.
  ///
  /// Words in double quotes must stand in a row; a star after a word asks for its beginning:
  /// `"handle snapped" riv*`. Case and accents do not matter.
  ///
  /// - Parameters:
  ///   - text: What was typed.
  ///   - match: Which of the terms a text must hold.
  public init?(_ text: String, match: Match = .all) {
    var terms: [Term] = []
    for (index, piece) in text.split(separator: "\"", omittingEmptySubsequences: false).enumerated()
    {
      guard index.isMultiple(of: 2) else {
        let words = FoldedWords(String(piece)).map(\.word)
        if !words.isEmpty { terms.append(Term(words: words)) }
        continue
      }
      for typed in piece.split(whereSeparator: \.isWhitespace) {
        // What a person writes without a blank, as `on-off`, must stand in a row.
        let words = FoldedWords(String(typed)).map(\.word)
        if !words.isEmpty { terms.append(Term(words: words, isPrefix: typed.hasSuffix("*"))) }
      }
    }
    guard !terms.isEmpty else { return nil }
    self.terms = terms
    self.match = match
  }

  /// The query in the language of FTS5; words hold letters and digits only, so that quotes are safe.
  var expression: String {
    terms.map { "\"\($0.words.joined(separator: " "))\"\($0.isPrefix ? "*" : "")" }
      .joined(separator: match == .all ? " AND " : " OR ")
  }

  /// Where the terms stand in a text: ascending, none overlapping another.
  ///
  /// - Complexity: O(the words of the text · the terms).
  public func ranges(in text: String) -> [ByteRange] {
    let words = Array(FoldedWords(text))
    var found: [ByteRange] = []
    for start in words.indices {
      let longest = terms.compactMap { term -> ByteRange? in
        guard start + term.words.count <= words.count else { return nil }
        for (index, word) in term.words.enumerated() {
          let here = words[start + index].word
          let isLast = index == term.words.count - 1
          guard here == word || (isLast && term.isPrefix && here.hasPrefix(word)) else {
            return nil
          }
        }
        return ByteRange(
          words[start].range.start,
          words[start + term.words.count - 1].range.end
        )
      }.max { $0.end < $1.end }
      if let longest, found.last.map({ $0.end <= longest.start }) ?? true { found.append(longest) }
    }
    return found
  }
}
