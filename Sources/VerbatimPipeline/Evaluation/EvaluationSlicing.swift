/// What an evaluation is divided by.
public enum EvaluationSlicing: Hashable, Sendable {
  /// The article as stated.
  case product
  /// A segment that the source states: `channel`, `category`, `market`.
  case segment(String)
  /// The language, declared or detected.
  case language
  /// The number of words.
  case length
  /// A column or member of the file.
  case column(String)

  /// What a name on the command line means: `sku`, `channel`, `category`, `market`, `language`,
  /// `length`, and any other the column of that name.
  public init(name: String) {
    switch name {
    case "sku": self = .product
    case "channel", "category", "market": self = .segment(name)
    case "language": self = .language
    case "length": self = .length
    default: self = .column(name)
    }
  }

  /// The upper ends of the ranges of length, in words.
  static let lengths = [5, 15, 40, 100]

  /// The slice of a text; nil when it states none.
  func value(of text: RatedText, _ verdict: EngineVerdict?) -> String? {
    switch self {
    case .product: text.product
    case .segment(let name): text.record.dims[name] ?? text.value(of: name)
    case .language: text.record.language ?? verdict?.language
    case .length: Self.range(of: text)
    case .column(let name): text.value(of: name)
    }
  }

  private static func range(of text: RatedText) -> String {
    let words = text.parts.reduce(0) { sum, part in
      sum + part.text.split(whereSeparator: \.isWhitespace).count
    }
    var lower = 1
    for upper in lengths {
      if words <= upper { return "\(lower) to \(upper) words" }
      lower = upper + 1
    }
    return "\(lower) words or more"
  }
}
