import VerbatimCore
import VerbatimText

@testable import VerbatimIngest

/// What the suites of this folder share.
enum Mails {
  static func eml(_ text: String, roles: SpeakerRoles = .standard) throws -> [ReadItem] {
    try eml(Array(text.utf8), roles: roles)
  }

  static func eml(_ bytes: [UInt8], roles: SpeakerRoles = .standard) throws -> [ReadItem] {
    let source = try TextSource(path: "mail.eml", bytes: bytes)
    return try Transcripts.items(MailReader(source, isMailbox: false, roles: roles))
  }

  static func mbox(_ text: String, roles: SpeakerRoles = .standard) throws -> [ReadItem] {
    let source = try TextSource(path: "box.mbox", bytes: Array(text.utf8))
    return try Transcripts.items(MailReader(source, isMailbox: true, roles: roles))
  }

  /// A mail that has no more than it needs.
  static func mail(
    from: String = "Anna Vogel <anna@mail.example>",
    to: String = "help@shop.example",
    date: String = "Sun, 1 Mar 2026 10:00:00 +0100",
    fields: String = "",
    body: String = "The lid leaks."
  ) -> String {
    "From: \(from)\nTo: \(to)\nDate: \(date)\nSubject: The lid\n\(fields)\n\(body)\n"
  }

  /// Such a mail in a mailbox.
  static func boxed(_ mail: String) -> String { "From x Sun Mar  1 10:00:00 2026\n\(mail)\n" }

  static func message(_ text: String) -> MailMessage { message(Array(text.utf8)) }

  static func message(_ bytes: [UInt8]) -> MailMessage {
    MailMessage(bytes, at: SourceLocation(file: "mail.eml", line: 1))
  }
}
