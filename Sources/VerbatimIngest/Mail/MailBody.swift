internal import VerbatimCore
internal import VerbatimText

/// Chooses the words among the parts of a mail.
///
/// Of alternatives the plain text is taken, unless it is empty or only says that the mail is HTML;
/// of related parts the first; of others every text that is not a file. Mails inside the mail are
/// noted and not read: their words are someone else's.
struct MailBody {
  /// What is wrong with a part.
  struct Fault: Hashable {
    var code: DiagnosticCode
    var message: String
    var hint: String?
  }

  /// Plain text that sends its reader to the HTML is no longer than this.
  private static let longestStub = 400

  private let document: MIMEDocument
  private let children: [[Int]]
  /// The words, line ends as LF.
  private(set) var text = ""
  /// The files.
  private(set) var attachments: [MailMessage.Enclosure] = []
  /// The mails inside the mail.
  private(set) var forwarded: [MailMessage.Enclosure] = []
  /// What is wrong.
  private(set) var faults: [Fault] = []

  /// The parts of a mail, none of them read yet.
  init(_ document: MIMEDocument) {
    self.document = document
    var children = [[Int]](repeating: [], count: document.parts.count)
    for (index, part) in document.parts.enumerated() {
      if let parent = part.parent { children[parent].append(index) }
    }
    self.children = children
  }

  /// Reads the words and notes the rest.
  mutating func read() {
    guard !document.parts.isEmpty else { return }
    note(0)
    text = chosen(0, named: false)
    // A text that only came as a file is better than none.
    if text.isEmpty { text = chosen(0, named: true) }
  }

  private mutating func note(_ index: Int) {
    let part = document.parts[index]
    let enclosure = MailMessage.Enclosure(name: part.name ?? "", mediaType: part.mediaType)
    switch part.kind {
    case .message: forwarded.append(enclosure)
    case .leaf: if !isText(part) || isFile(part) { attachments.append(enclosure) }
    case .multipart:
      if part.isCut {
        faults.append(
          Fault(
            code: .mailCutOff,
            message: part.isUnbounded
              ? "a multipart has no part: its boundary is never found"
              : "a multipart is cut off: its closing boundary is missing",
            hint: "what stands before is read; export the mail again if words are missing"
          )
        )
      }
      for child in children[index] { note(child) }
    }
  }

  private func isText(_ part: MIMEPart) -> Bool {
    part.mediaType == "text/plain" || part.mediaType == "text/html"
  }

  private func isFile(_ part: MIMEPart) -> Bool { part.isAttachment || part.name != nil }

  /// The words below a node; `named` takes texts that came as files too.
  private mutating func chosen(_ index: Int, named: Bool) -> String {
    let part = document.parts[index]
    switch part.kind {
    case .message: return ""
    case .leaf:
      guard isText(part), named || !isFile(part) else { return "" }
      let words = Conversation.trimmed(unfolded(index))
      return part.mediaType == "text/html" ? MailMarkup.text(words) : words
    case .multipart:
      switch part.mediaType {
      case "multipart/alternative": return alternative(index, named: named)
      case "multipart/related":
        for child in children[index] {
          let words = chosen(child, named: named)
          if !words.isEmpty { return words }
        }
        return ""
      default:
        return children[index].map { chosen($0, named: named) }.filter { !$0.isEmpty }
          .joined(separator: "\n\n")
      }
    }
  }

  private mutating func alternative(_ index: Int, named: Bool) -> String {
    let ordered =
      children[index].filter { holdsPlain($0) }
      + children[index].filter { !holdsPlain($0) }
    var stub = ""
    for child in ordered {
      let words = chosen(child, named: named)
      if words.isEmpty { continue }
      guard isStub(words), child != ordered.last else { return words }
      if stub.isEmpty { stub = words }
    }
    return stub
  }

  private func holdsPlain(_ index: Int) -> Bool {
    document.parts[index].mediaType == "text/plain" || children[index].contains { holdsPlain($0) }
  }

  private func isStub(_ text: String) -> Bool {
    guard text.utf8.count <= Self.longestStub else { return false }
    let lower = text.lowercased()
    return lower.contains("html") || lower.contains("browser")
  }

  /// A text part as its writer saw it: folds of flowed text undone.
  private mutating func unfolded(_ index: Int) -> String {
    let part = document.parts[index]
    let lines = decoded(index)
    guard part.isFlowed, part.mediaType == "text/plain" else { return lines }
    return FlowedText.joined(lines, deletesSpace: part.deletesSpace)
  }

  /// A text part in its charset, line ends as LF.
  mutating func decoded(_ index: Int) -> String {
    let part = document.parts[index]
    let (bytes, isDamaged) = document.content(of: index)
    if isDamaged {
      faults.append(
        Fault(
          code: .mailPartDamaged,
          message:
            "a text part breaks the rules of its transfer encoding; what can be read is read",
          hint: "export the mail again if words are missing"
        )
      )
    }
    let encoding = TextEncoding.detect(bytes, declaredAs: part.charset)
    let (text, lost) = encoding.text(of: bytes)
    if let charset = part.charset, !bytes.isEmpty, TextEncoding.named(charset) == nil {
      faults.append(
        Fault(
          code: .mailPartDamaged,
          message:
            "the charset `\(charset.prefix(40))` is unknown; the text is read as \(encoding.name)"
        )
      )
    }
    if lost > 0 {
      faults.append(
        Fault(
          code: .mailPartDamaged,
          message:
            "\(lost) sequences of bytes have no meaning in \(encoding.name); each was read as U+FFFD"
        )
      )
    }
    return Self.evened(text)
  }

  /// The text with LF for CRLF and for CR.
  static func evened(_ text: String) -> String {
    guard text.utf8.contains(0x0D) else { return text }
    var output: [UInt8] = []
    output.reserveCapacity(text.utf8.count)
    var hasReturn = false
    for byte in text.utf8 {
      if hasReturn, byte != 0x0A { output.append(0x0A) }
      hasReturn = byte == 0x0D
      if !hasReturn { output.append(byte) }
    }
    if hasReturn { output.append(0x0A) }
    return String(decoding: output, as: UTF8.self)
  }
}
