public import VerbatimCore

/// What differs between two lexicons, entry by entry.
public struct LexiconDifference: Hashable, Sendable {
  /// One entry that is not the same in both.
  public struct Change: Hashable, Sendable {
    /// The term, pattern or face; for a modifier or a frame its kind and words.
    public var term: String
    /// The valence or weight in the old lexicon; nil where it is new.
    public var old: Double?
    /// The valence or weight in the new lexicon; nil where it is gone.
    public var new: Double?
    /// The line that says so: of the new lexicon, or of the old one where it is gone.
    public var location: SourceLocation
  }

  /// The changes, in the order of the terms' bytes.
  public private(set) var changes: [Change]

  /// Entries that only the new lexicon has.
  public var added: [Change] { changes.filter { $0.old == nil } }
  /// Entries that only the old lexicon has.
  public var removed: [Change] { changes.filter { $0.new == nil } }
  /// Entries with another valence or weight.
  public var changed: [Change] { changes.filter { $0.old != nil && $0.new != nil } }

  /// Compares two lexicons.
  ///
  /// - Complexity: O(*n* log *n*) in the entries of both.
  public init(from old: SentimentLexicon, to new: SentimentLexicon) {
    var before = Self.rows(of: old)
    var changes: [Change] = []
    for (key, row) in Self.rows(of: new) {
      let was = before.removeValue(forKey: key)
      guard was?.value != row.value else { continue }
      changes.append(
        Change(term: row.term, old: was?.value, new: row.value, location: row.location)
      )
    }
    for row in before.values {
      changes.append(Change(term: row.term, old: row.value, new: nil, location: row.location))
    }
    self.changes = changes.sorted { left, right in
      if left.term != right.term {
        return Array(left.term.utf8).lexicographicallyPrecedes(Array(right.term.utf8))
      }
      return (left.location.file, left.location.line ?? 0)
        < (right.location.file, right.location.line ?? 0)
    }
  }

  private struct Row {
    var term: String
    var value: Double
    var location: SourceLocation
  }

  private static func rows(of lexicon: SentimentLexicon) -> [String: Row] {
    var rows: [String: Row] = [:]
    for entry in lexicon.entries where rows[entry.key] == nil {
      rows[entry.key] = Row(term: entry.term, value: entry.valence, location: entry.location)
    }
    for frame in lexicon.frames {
      let term = "\(frame.kind.rawValue) \(frame.pattern)"
      rows["f " + term] = Row(term: term, value: frame.valence, location: frame.location)
    }
    for modifier in lexicon.modifiers {
      let term = "\(modifier.kind.rawValue) \(modifier.word)"
      rows["m " + term] = Row(term: term, value: modifier.weight, location: modifier.location)
    }
    return rows
  }
}
