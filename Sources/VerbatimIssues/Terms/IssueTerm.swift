/// What the weights of issues hang on: a word, two words side by side, a field of words, a number, a leaf
/// of which a pattern fits or a look-alike stands there.
public enum IssueTerm: Hashable, Sendable {
  /// Any sentence: the weight a leaf begins with.
  case any
  /// Digits.
  case number
  /// A word in any of its forms, by its base form.
  case word(String)
  /// Two words side by side, each in any of its forms; a number is `#`.
  case pair(String, String)
  /// Any word of a field, by the field's name.
  case field(String)
  /// A pattern of a leaf, by the leaf's code.
  case pattern(String)
  /// A look-alike of a leaf, by the leaf's code.
  case lookAlike(String)

  /// The term as its file writes it: `*`, `#`, `snap`, `come off`, `@breaking`,
  /// `=DUR.BREAKS`, `!DUR.BREAKS`.
  public init(_ source: String) {
    switch source {
    case "*": self = .any
    case Self.digits: self = .number
    default:
      if source.hasPrefix("@") {
        self = .field(String(source.dropFirst()))
      } else if source.hasPrefix("=") {
        self = .pattern(String(source.dropFirst()))
      } else if source.hasPrefix("!") {
        self = .lookAlike(String(source.dropFirst()))
      } else if let blank = source.firstIndex(of: " ") {
        self = .pair(String(source[..<blank]), String(source[source.index(after: blank)...]))
      } else {
        self = .word(source)
      }
    }
  }

  /// How its file writes it.
  public var source: String {
    switch self {
    case .any: "*"
    case .number: Self.digits
    case .word(let word): word
    case .pair(let first, let second): "\(first) \(second)"
    case .field(let name): "@\(name)"
    case .pattern(let code): "=\(code)"
    case .lookAlike(let code): "!\(code)"
    }
  }

  /// How a number stands in a term.
  public static let digits = "#"
}
