internal import VerbatimCore

/// One mail as it is read: who wrote it, when, in answer to what, and the words.
struct MailMessage {
  /// Something in the mail that is no text of its writer.
  struct Enclosure: Hashable {
    /// The file name; empty when there is none.
    var name: String
    /// The media type in lower case.
    var mediaType: String

    /// The name and the type for a person.
    var description: String { name.isEmpty ? mediaType : "\(name) (\(mediaType))" }
  }

  /// The writer, by From, else by Sender or Reply-To; nil when none of them is there.
  var sender: Mailbox?
  /// The recipients in To.
  var to: [Mailbox] = []
  /// The recipients in Cc.
  var cc: [Mailbox] = []
  /// The subject, decoded.
  var subject = ""
  /// When it was written; by the topmost Received when Date says nothing that can be read.
  var date: MailDate?
  /// The id without its angle brackets.
  var id: String?
  /// The ids of the mails that it answers, oldest first.
  var references: [String] = []
  /// Whether a machine wrote it.
  var isAutomatic = false
  /// Whether it reports that another mail was not delivered, or was.
  var isReport = false
  /// The words, line ends as LF; quoted mails and signatures included.
  var text = ""
  /// The files that came with it.
  var attachments: [Enclosure] = []
  /// The mails inside it.
  var forwarded: [Enclosure] = []
  /// What is wrong with it.
  var warnings: [Diagnostic] = []
  /// Where it begins.
  var location: SourceLocation

  /// Reads one mail.
  ///
  /// - Parameters:
  ///   - bytes: The mail as it was sent, header first.
  ///   - location: Where it begins.
  ///   - isCut: Whether its end was left out because it is too large.
  init(_ bytes: [UInt8], at location: SourceLocation, isCut: Bool = false) {
    self.location = location
    guard let document = MIMEDocument(bytes) else {
      warn(.mailCutOff, "the mail cannot be held in memory", hint: "split the file")
      return
    }
    if isCut {
      warn(
        .mailCutOff,
        "the mail is larger than \(MailboxCutter.largestMail) bytes; its end is left out",
        hint: "save the attachments elsewhere and export it without them"
      )
    }
    if document.isLimited {
      warn(
        .mailCutOff,
        "the mail has more parts, or nests them deeper, than a mail program writes",
        hint: "the parts before the limit are read"
      )
    }
    readHeader(document)
    var body = MailBody(document)
    body.read()
    text = body.text
    attachments = body.attachments
    forwarded = body.forwarded
    isReport = document.parts.first?.mediaType == "multipart/report"
    for fault in body.faults { warn(fault.code, fault.message, hint: fault.hint) }
    if text.isEmpty {
      warn(
        .mailWithoutText,
        forwarded.isEmpty
          ? "the mail has no part with text"
          : "the mail has no text of its own, only the mail that it forwards",
        hint: forwarded.isEmpty ? nil : "export the forwarded mail itself"
      )
    }
    if sender == nil {
      warn(
        .mailWithoutSender,
        "the mail has no From, so it cannot be told who wrote it",
        hint: "export the mail with its whole header"
      )
    }
  }

  private mutating func warn(_ code: DiagnosticCode, _ message: String, hint: String? = nil) {
    warnings.append(Diagnostic(code, .warning, at: location, message, hint: hint))
  }

  private mutating func readHeader(_ document: MIMEDocument) {
    let charset = document.parts.first { $0.kind == .leaf && $0.charset != nil }?.charset
    var boxes: [String: [Mailbox]] = [:]
    var received: MailDate?
    var answered: [String] = []
    for (name, value) in document.fields {
      switch name {
      case "from", "sender", "reply-to", "to", "cc":
        let list = Mailbox.list(value, charset: charset)
        if boxes[name] == nil, !list.isEmpty { boxes[name] = list }
      case "subject":
        if subject.isEmpty { subject = HeaderText.decoded(value, charset: charset) }
      case "date": date = date ?? MailDate(HeaderText.decoded(value))
      case "received":
        guard received == nil else { continue }
        let text = HeaderText.decoded(value)
        guard let sign = text.lastIndex(of: ";") else { continue }
        received = MailDate(text[text.index(after: sign)...])
      case "message-id": id = id ?? Self.ids(value).first
      case "in-reply-to": answered += Self.ids(value)
      case "references": references += Self.ids(value)
      case "auto-submitted", "x-autoreply", "x-autorespond", "precedence":
        if Self.isAutomatic(name, HeaderText.decoded(value).lowercased()) { isAutomatic = true }
      default: break
      }
    }
    sender = ["from", "sender", "reply-to"].lazy.compactMap { boxes[$0]?.first }.first
    to = boxes["to"] ?? []
    cc = boxes["cc"] ?? []
    date = date ?? received
    // More ids than the longest conversation has tell nothing more.
    references = references.suffix(512)
    for id in answered.prefix(16) where !references.contains(id) { references.append(id) }
  }

  /// RFC 3834, and what programs wrote before it.
  private static func isAutomatic(_ name: String, _ value: String) -> Bool {
    switch name {
    case "auto-submitted": !value.hasPrefix("no")
    case "precedence": ["bulk", "auto_reply", "junk"].contains(value)
    default: !value.hasPrefix("no")
    }
  }

  /// The ids of a field; some mails leave out the angle brackets.
  static func ids(_ field: [UInt8]) -> [String] {
    let text = String(decoding: HeaderText.unfolded(field), as: UTF8.self)
    let parts = text.split(separator: "<").compactMap { part -> String? in
      guard let end = part.firstIndex(of: ">") else { return nil }
      let id = part[..<end].filter { !$0.isWhitespace }
      return id.isEmpty ? nil : id
    }
    if !parts.isEmpty || text.contains("<") { return parts }
    return text.split(whereSeparator: \.isWhitespace).filter { $0.contains("@") }.map(String.init)
  }
}
