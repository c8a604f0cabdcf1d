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

  static let insertion = """
    INSERT INTO turns (seq, ordinal, speaker, role, text) VALUES (?, ?, ?, ?, ?)
    """

  var arguments: StatementArguments {
    [seq, ordinal, StoredText(turn.speaker), turn.role.rawValue, StoredText(turn.text)]
  }
}
