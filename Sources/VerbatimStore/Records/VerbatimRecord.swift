internal import GRDB
internal import VerbatimCore

/// A row of `verbatims`.
struct VerbatimRecord {
  let seq: Int64
  let title: String?
  let text: String?

  static let insertion = "INSERT INTO verbatims (seq, title, text) VALUES (?, ?, ?)"

  var arguments: StatementArguments {
    [seq, title.map(StoredText.init), text.map(StoredText.init)]
  }
}

/// A row of `turns`.
struct TurnRecord {
  let seq: Int64
  let ordinal: Int
  let turn: Turn
  /// The score of a customer's turn; nil of others, and where it expresses no opinion.
  let compound: Double?

  static let insertion = """
    INSERT INTO turns (seq, ordinal, speaker, role, text, at, "end", compound)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?)
    """

  var arguments: StatementArguments {
    [
      seq,
      ordinal,
      StoredText(turn.speaker),
      turn.role.rawValue,
      StoredText(turn.text),
      turn.at.map(StoredText.init),
      turn.end.map(StoredText.init),
      compound,
    ]
  }
}
