/// The part of a record that a range counts in.
///
/// A record has a title, a text and turns; a range in a signal names the one it cuts.
public enum TextPart: Hashable, Sendable, CustomStringConvertible {
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
}
