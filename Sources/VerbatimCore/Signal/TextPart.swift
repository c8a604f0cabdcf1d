/// The part of a record that a range counts in.
///
/// A record has a title, a text and turns; a range in a signal names the one it cuts.
public enum TextPart: Hashable, Sendable, LosslessStringConvertible {
  /// The headline.
  case title
  /// The customer's words.
  case text
  /// A turn of a conversation, counted from 0.
  case turn(Int)

  /// The field of `feedback.record.v1`: `title`, `text` or `turns[3]`.
  public var description: String {
    switch self {
    case .title: "title"
    case .text: "text"
    case .turn(let index): "turns[\(index)]"
    }
  }

  /// Reads what ``description`` prints; nil for any other text.
  public init?(_ description: String) {
    switch description {
    case "title": self = .title
    case "text": self = .text
    default:
      guard description.hasPrefix("turns["), description.hasSuffix("]"),
        let index = Int(description.dropFirst(6).dropLast()), index >= 0
      else { return nil }
      self = .turn(index)
    }
  }
}
