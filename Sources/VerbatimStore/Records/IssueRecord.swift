internal import GRDB
internal import VerbatimCore

/// A row of `issues`.
struct IssueRecord {
  let seq: Int64
  let ordinal: Int
  let issue: Issue

  static let insertion = """
    INSERT INTO issues (
      seq, ordinal, code, tier, modality, attribution, confidence, part, start, "end", quote
    ) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    """

  var arguments: StatementArguments {
    [
      seq,
      ordinal,
      issue.code,
      issue.tier.rawValue,
      issue.modality.rawValue,
      issue.attribution.rawValue,
      issue.confidence,
      issue.evidence?.part.description,
      issue.evidence?.range.start,
      issue.evidence?.range.end,
      (issue.evidence?.quote).map(StoredText.init),
    ]
  }
}
