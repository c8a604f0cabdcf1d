internal import GRDB
internal import VerbatimCore

/// A row of `ratings`.
struct RatingRecord {
  let seq: Int64
  let ordinal: Int
  let rating: Rating

  static let insertion = """
    INSERT INTO ratings (seq, ordinal, kind, value, min, max, direction)
    VALUES (?, ?, ?, ?, ?, ?, ?)
    """

  var arguments: StatementArguments {
    [
      seq, ordinal, rating.kind.rawValue, rating.value, rating.min, rating.max,
      rating.direction.rawValue,
    ]
  }
}

/// A row of `segments`: one of a signal's dimensions.
struct SegmentRecord {
  let seq: Int64
  let name: String
  let value: String

  static let insertion = "INSERT INTO segments (seq, name, value) VALUES (?, ?, ?)"

  var arguments: StatementArguments { [seq, StoredText(name), StoredText(value)] }
}
