public import VerbatimCore
public import VerbatimText

/// Reads mails as conversations: one file of one mail, or a mailbox with its threads.
///
/// A mail is a turn, its writer the speaker, its time that of its Date with the offset stated
/// there. Quoted mails and signatures stay in the text. A mailbox is read in bounded memory: what
/// is held is at most one mail as stored (64 MiB) and the words of the open conversations
/// (128 MiB), the files in them left out.
public struct MailReader: FeedbackReader {
  private let source: TextSource
  private let format: InputFormat
  private let roles: SpeakerRoles
  private var cutter: MailboxCutter
  private var threads = MailThreads()
  private var pending: [ReadItem] = []
  private var row = 0
  private var isDone = false

  /// A mail or a mailbox, with what is known of its writers.
  ///
  /// - Parameters:
  ///   - source: The file, at its start.
  ///   - isMailbox: Whether it holds any number of mails, each behind a line `From `.
  ///   - roles: Roles by name, address or domain (`@shop.example`).
  public init(_ source: TextSource, isMailbox: Bool, roles: SpeakerRoles = .standard) {
    self.source = source
    self.roles = roles
    format = isMailbox ? .mbox : .eml
    // The parts of a mail each name their charset; only a file that was saved as UTF-16 is text.
    let isWide =
      source.encoding.name.hasPrefix("UTF-16") || source.encoding.name.hasPrefix("UTF-32")
    cutter = MailboxCutter { () throws(Diagnostic) in
      isWide ? try source.read() : try source.readStored()
    }
  }

  /// The next warning or conversation; those of a mailbox follow when it was read.
  public mutating func next() throws(Diagnostic) -> ReadItem? {
    while pending.isEmpty, !isDone {
      if format == .mbox { try readMailbox() } else { try readMail() }
    }
    return pending.isEmpty ? nil : pending.removeFirst()
  }

  private mutating func readMail() throws(Diagnostic) {
    isDone = true
    let (bytes, isCut) = try cutter.whole()
    let start = Self.headerStart(bytes)
    let skipped = bytes[..<start].count { $0 == 0x0A }
    var location = SourceLocation(file: source.path, line: skipped + 1)
    location.byte = offset(start)
    let mail = MailMessage(Array(bytes[start...]), at: location, isCut: isCut)
    give(MailThread([mail]))
  }

  private mutating func readMailbox() throws(Diagnostic) {
    guard let piece = try cutter.next() else {
      isDone = true
      if row == 0, cutter.isEmpty { pending.append(.reject(withoutMails)) }
      for thread in threads.rest() { give(thread) }
      return
    }
    if cutter.strayLines > 0 {
      pending.append(.warning(strayLines(cutter.strayLines, before: piece.line)))
      cutter.forgetStrayLines()
    }
    var location = SourceLocation(file: source.path, line: piece.line)
    location.byte = offset(piece.byte)
    let start = Self.headerStart(piece.bytes)
    let mail = MailMessage(Array(piece.bytes[start...]), at: location, isCut: piece.isCut)
    if let copy = threads.add(mail) { pending.append(.warning(copy)) }
    for thread in threads.overflow() { give(thread) }
  }

  /// Behind empty lines and the first line of a mailbox, quoted or not.
  static func headerStart(_ bytes: [UInt8]) -> Int {
    var start = 0
    while true {
      start = bytes[start...].firstIndex { $0 > 0x20 } ?? bytes.count
      let line = bytes[start...].prefix(7)
      guard line.starts(with: "From ".utf8) || line.starts(with: ">From ".utf8),
        let end = bytes[start...].firstIndex(of: 0x0A)
      else { return start }
      start = end + 1
    }
  }

  private func offset(_ byte: Int) -> Int? {
    source.keepsOffsets ? byte + source.encoding.markLength : nil
  }

  /// Warnings of the mails first, then the conversation; a reason to reject is not told twice.
  private mutating func give(_ thread: MailThread) {
    row += 1
    var place = FeedbackRecord.Source(
      kind: .transcript,
      format: format.rawValue,
      file: source.path
    )
    place.row = row
    let item = thread.item(source: place, roles: roles)
    var warnings = thread.mails.flatMap(\.warnings)
    if case .reject(let reason) = item {
      warnings.removeAll { $0.code == reason.code && $0.location == reason.location }
    }
    if thread.isContinued, let first = thread.mails.first {
      warnings.append(
        Diagnostic(
          .threadSplit,
          .warning,
          at: first.location,
          "earlier mails of the conversation are a record of their own: too many lie between",
          hint: "export the mailbox sorted by conversation, or a folder at a time"
        )
      )
    }
    pending += warnings.map { .warning($0) }
    pending.append(item)
  }

  private var withoutMails: Diagnostic {
    Diagnostic(
      .noRecords,
      at: SourceLocation(file: source.path),
      "no mail begins in the file: it has no line `From ` with a header after it",
      hint: "a single mail is read with --from eml"
    )
  }

  private func strayLines(_ count: Int, before line: Int) -> Diagnostic {
    Diagnostic(
      .mailStray,
      .warning,
      at: SourceLocation(file: source.path, line: line),
      "\(count) line\(count == 1 ? "" : "s") before the first mail belong to none and are left out",
      hint: "the file may be a piece of a mailbox; export it whole"
    )
  }
}
