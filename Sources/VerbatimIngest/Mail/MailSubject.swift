/// The subject of a mail without what answering and forwarding put before it.
enum MailSubject {
  /// What programs write before the colon, in lower case: English, German, Nordic, Romance, Dutch,
  /// Polish, Turkish, Russian and Chinese.
  private static let prefixes: Set<String> = [
    "re", "fw", "fwd", "aw", "wg", "antw", "doorst", "sv", "vs", "vb", "vl", "rv", "enc", "res",
    "tr", "rép", "i", "r", "odp", "pd", "ynt", "ilt", "ha", "на", "отв", "回复", "答复", "转发",
    "回覆", "轉寄",
  ]

  /// The subject, and whether anything stood before it.
  ///
  /// "Re[2]: AW: Kettle" and "RE : Kettle" are about "Kettle".
  static func base(_ subject: String) -> (text: String, isAnswer: Bool) {
    var rest = subject[...]
    var isAnswer = false
    while let sign = rest.prefix(16).firstIndex(where: { $0 == ":" || $0 == "：" }) {
      var label = rest[..<sign].lowercased().filter { !$0.isWhitespace }
      if label.hasSuffix("]"), let bracket = label.firstIndex(of: "[") {
        label = String(label[..<bracket])
      }
      guard prefixes.contains(label) else { break }
      isAnswer = true
      rest = rest[rest.index(after: sign)...].drop(while: \.isWhitespace)
    }
    return (Conversation.trimmed(rest), isAnswer)
  }
}
