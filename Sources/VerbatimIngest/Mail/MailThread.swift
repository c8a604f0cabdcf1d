internal import VerbatimCore

/// The mails of one conversation, by date.
struct MailThread {
  /// The mails; those without a date stay behind the one that they followed in the file.
  let mails: [MailMessage]
  /// Whether earlier mails of it were given out as a conversation of their own.
  let isContinued: Bool

  /// Orders mails that come in the order of the file.
  init(_ mails: [MailMessage], isContinued: Bool = false) {
    var time: Instant?
    let dated = mails.enumerated().map { place, mail in
      time = mail.date?.instant ?? time
      return (time: time, place: place, mail: mail)
    }
    self.mails = dated.sorted { left, right in
      guard left.time != right.time else { return left.place < right.place }
      guard let before = left.time, let after = right.time else { return left.time == nil }
      return before < after
    }.map(\.mail)
    self.isContinued = isContinued
  }

  /// The record, or why there is none.
  ///
  /// - Parameters:
  ///   - place: The source, its kind, format, file and row set.
  ///   - roles: Who is who.
  /// - Returns: A record or a reject.
  func item(source place: FeedbackRecord.Source, roles: SpeakerRoles) -> ReadItem {
    var conversation = Conversation()
    let parts = MailRoles(roles).roles(of: mails)
    var opener: (mail: MailMessage, role: Turn.Role)?
    for (mail, role) in zip(mails, parts) {
      guard !mail.text.isEmpty else { continue }
      if opener == nil { opener = (mail, role) }
      let turn = Turn(
        speaker: mail.sender?.speaker ?? "",
        role: role,
        at: mail.date?.text,
        text: mail.text,
        line: mail.location.line
      )
      conversation.add(turn, joins: false)
    }
    conversation.facts.set("channel", "email")
    if let id = mails.lazy.compactMap(\.id).first { conversation.facts.set("id", id) }
    let customer = zip(mails, parts).first { $0.1 == .customer }?.0.sender
    if let customer { conversation.facts.set("customer", customer.key) }
    var place = place
    place.line = mails.first?.location.line
    place.byte = (opener?.mail ?? mails.first)?.location.byte
    guard let item = conversation.item(source: place, roles: roles) else { return withoutWords() }
    guard case .record(var record) = item else { return reasoned(item) }
    if let opener, opener.role == .customer {
      let subject = MailSubject.base(opener.mail.subject)
      // The subject of an answer is the other's.
      if !subject.isAnswer, !subject.text.isEmpty { record.title = subject.text }
    }
    record.answers = AnswerList(enclosures)
    return .record(record)
  }

  /// The files and the mails inside the mails, named as answers that are not scored.
  private var enclosures: [FeedbackRecord.Answer] {
    func answers(
      _ question: String,
      _ list: [MailMessage.Enclosure]
    ) -> [FeedbackRecord.Answer] {
      list.map {
        FeedbackRecord.Answer(question: question, role: "metadata", value: $0.description)
      }
    }
    return mails.flatMap {
      answers("Attachment", $0.attachments) + answers("Forwarded mail", $0.forwarded)
    }
  }

  private func withoutWords() -> ReadItem {
    let why = mails.lazy.flatMap(\.warnings).first { $0.code == .mailWithoutText }
    return .reject(
      Diagnostic(
        .mailWithoutText,
        at: why?.location ?? mails.first?.location ?? SourceLocation(file: ""),
        why?.message ?? "the mail has no part with text",
        hint: why?.hint ?? "export the mail with its body"
      )
    )
  }

  /// Without a sender the reason is not that nobody was the customer.
  private func reasoned(_ item: ReadItem) -> ReadItem {
    guard case .reject(let reason) = item, reason.code == .noCustomer,
      let mail = mails.first(where: { $0.sender == nil && !$0.text.isEmpty }),
      let why = mail.warnings.first(where: { $0.code == .mailWithoutSender })
    else { return item }
    return .reject(Diagnostic(why.code, at: why.location, why.message, hint: why.hint))
  }
}
