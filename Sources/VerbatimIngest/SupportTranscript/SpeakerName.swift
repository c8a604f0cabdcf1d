/// Tells a speaker's name before a colon from the other things that stand there.
enum SpeakerName {
  /// Words before a colon that open a remark, a heading or an address, in lower case.
  private static let guards: Set<String> = [
    "note", "notes", "nb", "ps", "p.s.", "http", "https", "ftp", "mailto", "re", "fw", "fwd", "aw",
    "wg", "subject", "from", "to", "cc", "bcc", "sent", "time", "at", "url", "link", "website",
    "email", "e-mail", "phone", "tel", "fax", "address", "name", "price", "total", "amount",
    "quantity", "qty", "size", "colour", "color", "model", "status", "reason", "summary", "update",
    "edit", "warning", "error", "attention", "important", "example", "tracking", "tracking number",
    "ref", "reference", "invoice", "account", "password", "code", "steps", "transcript", "duration",
    "betreff", "hinweis", "bestellung", "bestellnummer", "commande", "objet", "pedido", "asunto",
  ]

  /// Cuts `Name: text` at its colon; nil when what stands before it is no name.
  static func split(_ line: Substring) -> (name: Substring, text: Substring)? {
    var line = line
    // Chats exported as Markdown set the name in bold.
    let isBold = line.hasPrefix("**")
    if isBold { line = line.dropFirst(2) }
    guard let colon = line.firstIndex(where: { $0 == ":" || $0 == "：" }) else { return nil }
    var name = trimmed(line[..<colon])
    if isBold, name.hasSuffix("**") { name = name.dropLast(2) }
    var text = line[line.index(after: colon)...]
    if text.hasPrefix("//") { return nil }
    if name.last?.isNumber == true, text.first?.isNumber == true { return nil }
    if isBold, text.hasPrefix("**") { text = text.dropFirst(2) }
    return isName(name) ? (name, trimmed(text)) : nil
  }

  /// Whether a text can be a name: one to five words, 40 characters, no punctuation of a sentence
  /// and none of the words that head other lines.
  static func isName(_ text: Substring) -> Bool {
    guard let first = text.first, first.isLetter, let last = text.last, text.utf8.count <= 160,
      text.count <= 40, last.isLetter || last.isNumber || last == ")" || last == "."
    else { return false }
    let words = text.split(separator: " ")
    guard words.count <= 5 else { return false }
    for word in words {
      // "Dr." and "J." are names, "broken." ends a sentence.
      if word.last == ".", word.count > 4 { return false }
      guard
        word.allSatisfy({ $0.isLetter || $0.isNumber || "-'’._&()/#@+".contains($0) })
      else { return false }
    }
    let folded = text.lowercased()
    return !guards.contains(folded) && !ConversationFacts.isLabel(folded)
  }

  /// The text without white space around it.
  static func trimmed(_ text: Substring) -> Substring {
    var text = text
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return text
  }
}
