internal import VerbatimText

extension SentimentEngine {
  /// What a rule is called, by the words that cause it.
  enum RuleName {
    case capitals
    case elongation
    case scareQuotes
    case intensity(Int)
    case negation(Int)
    case condition(Int)
    case properName
    case frame(Frame.Kind, Range<Int>)
    case question
    case answer
    case beforeContrast
    case afterContrast
    case concession
    case beforeDefect
    case sourFace
    case exclamation
    case weight(String)

    func text(in text: TokenizedText) -> String {
      func quoted(_ words: Range<Int>) -> String { "\"\(text.cut(text.range(of: words)))\"" }
      func quoted(_ word: Int) -> String { quoted(word..<(word + 1)) }
      return switch self {
      case .capitals: "capitals"
      case .elongation: "drawn-out letters"
      case .scareQuotes: "quotation marks"
      case .intensity(let word): "intensity \(quoted(word))"
      case .negation(let word): "negation \(quoted(word))"
      case .condition(let word): "condition \(quoted(word))"
      case .properName: "part of a name"
      case .frame(let kind, let words): "\(kind.rawValue) \(quoted(words))"
      case .question: "question"
      case .answer: "answered no"
      case .beforeContrast: "before contrast"
      case .afterContrast: "after contrast"
      case .concession: "concession"
      case .beforeDefect: "before a stated defect"
      case .sourFace: "before a sour face"
      case .exclamation: "exclamation"
      case .weight(let name): "\(name) sentence"
      }
    }
  }
}
