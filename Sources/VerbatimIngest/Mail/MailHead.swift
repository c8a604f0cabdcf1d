/// How much a run of lines looks like the header of a mail.
struct MailHead: Hashable {
  /// The fields up to the first empty line, or to the first line that is none.
  private(set) var fields = 0
  /// Those of them that mails have, each counted once.
  private(set) var telling = 0
  /// Those that hardly anything but a mail has, each counted once.
  private(set) var strong = 0
  /// Whether an empty line, or the end, follows the last field.
  private(set) var isClosed = false

  /// How many lines are looked at; the fields that tell stand among the first.
  private static let mostLines = 200

  /// Looks at lines; the last one may be cut.
  init(_ bytes: ArraySlice<UInt8>) {
    var seen: Set<String> = []
    var hasFrom = false
    var rest = bytes
    for _ in 0..<Self.mostLines {
      guard !rest.isEmpty else { break }
      let end = rest.firstIndex(of: 0x0A) ?? rest.endIndex
      var line = rest[..<end]
      rest = rest[min(end + 1, rest.endIndex)...]
      if line.last == 0x0D { line = line.dropLast() }
      guard let first = line.first else {
        isClosed = true
        return
      }
      if first == 0x20 || first == 0x09, fields > 0 { continue }
      // Mails that were saved out of a mailbox keep its first line, and some have it twice.
      if fields == 0, !hasFrom, line.starts(with: ">From ".utf8) || line.starts(with: "From ".utf8)
      {
        hasFrom = true
        continue
      }
      let name = line.prefix { $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: ":") }
      let value = line.dropFirst(name.count).drop { $0 == 0x20 || $0 == 0x09 }
      guard !name.isEmpty, name.count <= 76, value.first == UInt8(ascii: ":") else { return }
      fields += 1
      let label = String(decoding: name, as: UTF8.self).lowercased()
      guard Self.names.contains(label), seen.insert(label).inserted else { continue }
      telling += 1
      if Self.strongNames.contains(label) { strong += 1 }
      // A sender's address tells a mail from the log of a talk with someone called From.
      if label == "from" || label == "to", value.contains(UInt8(ascii: "@")) { strong += 1 }
    }
    isClosed = true
  }

  /// Whether the lines open a mail rather than a log whose speakers or facts have such names.
  var isMail: Bool { strong >= 1 && (telling >= 3 || (telling >= 2 && isClosed)) }

  /// Whether the lines, behind a line `From `, open a mailbox.
  var isMailbox: Bool { telling >= 2 || (telling >= 1 && isClosed) }

  private static let strongNames: Set<String> = [
    "message-id", "received", "return-path", "delivered-to", "mime-version", "in-reply-to",
    "references", "content-type", "content-transfer-encoding", "x-mailer", "dkim-signature",
    "list-id", "reply-to", "x-gm-thrid", "x-original-to", "envelope-to", "resent-from",
  ]

  private static let names: Set<String> = strongNames.union([
    "from", "date", "subject", "to", "cc", "sender", "x-mozilla-status", "status", "x-uidl",
  ])
}
