internal import VerbatimCore

/// What a row's own status says of it.
enum RowStatus: Hashable, Sendable {
  /// It counts.
  case counts
  /// It is no customer's, by the words after "the row is".
  case excluded(String)
  /// A customer's, but not shown in the shop; complaints are common among them.
  case hidden(String)
  /// A customer's who stopped on the way.
  case partial

  /// The status in a cell.
  ///
  /// An unknown word counts: `Unit returned to inventory` is a status too.
  static func of(_ cell: String, _ schema: SurveySchema) -> RowStatus {
    let status = HeaderName.normalized(cell)
    if schema.dialect == .qualtrics || schema.dialect == .qualtricsLegacy {
      switch status {
      case "1": return .excluded("a preview")
      case "2": return .excluded("a test")
      case "8": return .excluded("spam")
      default: break
      }
      if previews.contains(where: { status.contains($0) }) { return .excluded("a preview") }
    }
    switch status {
    case "survey preview", "preview": return .excluded("a preview")
    case "survey test", "test", "test response", "umfragetest": return .excluded("a test")
    case "spam": return .excluded("spam")
    case "disqualified": return .excluded("disqualified")
    case "deleted", "removed", "trash": return .excluded("deleted")
    case "hidden", "unpublished", "not published", "private", "disabled", "inactive", "archived":
      return .hidden("hidden")
    case "pending", "not yet", "unapproved", "awaiting moderation", "in moderation", "draft", "new":
      return .hidden("pending")
    case "rejected", "declined", "flagged", "reported": return .hidden("rejected")
    case "partial", "incomplete", "partially complete": return .partial
    default: return .counts
    }
  }

  /// "Preview" in the languages of Qualtrics' accounts.
  private static let previews = [
    "vorschau", "aperçu", "vista previa", "anteprima", "prévia", "voorbeeldweergave", "podgląd",
    "förhandsgranskning", "プレビュー", "预览",
  ]
}
