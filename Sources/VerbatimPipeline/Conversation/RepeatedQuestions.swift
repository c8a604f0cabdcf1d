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

  private(set) var found: [RepeatedQuestion] = []
  private var asked: [(key: String, topic: String, turn: Int)] = []
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
      (key: $0.cue.kind, topic: $0.cue.kind, words: $0.words, sentence: $0.sentence)
    }
    for (number, sentence) in turn.text.sentences.enumerated() where sentence.isQuestion {
      let words = turn.words(ofSentence: number)
      guard words.count >= Self.fewestWords, !questions.contains(where: { $0.sentence == number })
      else { continue }
      let range = turn.text.range(of: words)
      let key = turn.text.cut(range).lowercased().filter { $0.isLetter || $0.isNumber }
      questions.append((key, Self.sameWords, words, number))
    }
    for question in questions {
      guard let first = asked.first(where: { $0.key == question.key && $0.topic == question.topic })
      else {
        asked.append((question.key, question.topic, turn.index))
        continue
      }
      guard turn.role == .agent, let lastCustomerTurn, lastCustomerTurn > first.turn else {
        continue
      }
      found.append(
        RepeatedQuestion(
          topic: question.topic,
          turn: turn.index,
          firstTurn: first.turn,
          evidence: turn.evidence(question.words)
        )
      )
    }
  }
}
