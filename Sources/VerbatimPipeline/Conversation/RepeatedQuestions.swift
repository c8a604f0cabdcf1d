internal import VerbatimCore
internal import VerbatimText

/// Questions of the shop that had been asked before: by topic, or in the same words.
///
/// Asking twice before the customer has said anything is asking once; a person who asks what a machine
/// asked before them asks again, a machine does not.
struct RepeatedQuestions {
  /// Sentences with fewer words ("Anything else?") are manners, not questions (authored).
  private static let fewestWords = 5
  /// The topic of a sentence that is said again word for word.
  private static let sameWords = "same_words"

  /// What a question asks for: a topic, or the letters of a sentence.
  private struct Question: Hashable {
    var topic: String
    var letters = ""
  }

  private(set) var found: [RepeatedQuestion] = []
  /// What was asked for, with the turn that asked first.
  private var asked: [Question: Int] = [:]
  private var lastCustomerTurn: Int?

  /// Takes the next turn of the conversation.
  mutating func take(_ turn: SpokenTurn) {
    switch turn.role {
    case .customer: lastCustomerTurn = turn.index
    case .agent, .bot: takeQuestions(of: turn)
    case .system, .unknown: break
    }
  }

  private mutating func takeQuestions(of turn: SpokenTurn) {
    var questions = turn.first(of: .questions).map {
      (question: Question(topic: $0.cue.kind), words: $0.words)
    }
    let known = Set(turn.found.lazy.filter { $0.cue.list == .questions }.map(\.sentence))
    for (number, sentence) in turn.text.sentences.enumerated() where sentence.isQuestion {
      let words = turn.words(ofSentence: number)
      guard words.count >= Self.fewestWords, !known.contains(number) else { continue }
      let letters = turn.text.cut(turn.text.range(of: words)).lowercased()
        .filter { $0.isLetter || $0.isNumber }
      questions.append((Question(topic: Self.sameWords, letters: letters), words))
    }
    for (question, words) in questions {
      guard let first = asked[question] else {
        asked[question] = turn.index
        continue
      }
      guard turn.role == .agent, let lastCustomerTurn, lastCustomerTurn > first else { continue }
      found.append(
        RepeatedQuestion(
          topic: question.topic,
          turn: turn.index,
          firstTurn: first,
          evidence: turn.evidence(words)
        )
      )
    }
  }
}
