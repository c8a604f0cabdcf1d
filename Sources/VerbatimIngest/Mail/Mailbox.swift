/// One sender or recipient of a mail.
struct Mailbox: Hashable {
  /// The display name; empty when there is none.
  var name: String
  /// The address; empty when there is none.
  var address: String

  /// How the sender is called in a conversation: the name, or the address up to its sign.
  var speaker: String {
    if !name.isEmpty, !name.contains("@") { return name }
    let shown = address.isEmpty ? name : address
    return String(shown.prefix { $0 != "@" })
  }

  /// By what two mails of one sender are known: the address, or the name where there is none.
  var key: String { address.isEmpty ? SpeakerRoles.folded(name) : address.lowercased() }

  /// What follows the sign, in lower case; empty without an address.
  var domain: String {
    guard let sign = address.lastIndex(of: "@") else { return "" }
    return address[address.index(after: sign)...].lowercased()
  }

  /// The mailboxes of a field, as RFC 5322 writes them and as mails have them.
  ///
  /// Quoted names, comments, groups and routes are read; what is no address is kept as a name.
  static func list(_ field: [UInt8], charset: String? = nil) -> [Mailbox] {
    var reader = MailboxReader(charset: charset)
    return reader.read(HeaderText.unfolded(field))
  }
}

/// Cuts a field of addresses into mailboxes before its words are decoded: a comma inside an
/// encoded word divides nothing.
private struct MailboxReader {
  let charset: String?
  private var phrase: [UInt8] = []
  private var comment: [UInt8] = []
  private var address: [UInt8]?
  private var found: [Mailbox] = []

  init(charset: String?) { self.charset = charset }

  mutating func read(_ line: [UInt8]) -> [Mailbox] {
    var at = 0
    while at < line.count {
      switch line[at] {
      case UInt8(ascii: "\""): at = quoted(line, at + 1)
      case UInt8(ascii: "("): at = commented(line, at + 1)
      case UInt8(ascii: "<"):
        let end = line[at...].firstIndex(of: UInt8(ascii: ">")) ?? line.count
        address = Self.withoutComments(line[(at + 1)..<end])
        at = end + 1
      case UInt8(ascii: ","), UInt8(ascii: ";"):
        close()
        at += 1
      case UInt8(ascii: ":") where address == nil && !phrase.contains(UInt8(ascii: "@")):
        // The name of a group.
        phrase = []
        comment = []
        at += 1
      default:
        phrase.append(line[at])
        at += 1
      }
    }
    close()
    return found
  }

  private static func withoutComments(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var depth = 0
    return bytes.filter { byte in
      if byte == UInt8(ascii: "(") { depth += 1 }
      defer { if byte == UInt8(ascii: ")") { depth = max(0, depth - 1) } }
      return depth == 0 && byte != 0x20 && byte != 0x09
    }
  }

  private mutating func quoted(_ line: [UInt8], _ start: Int) -> Int {
    var at = start
    while at < line.count, line[at] != UInt8(ascii: "\"") {
      if line[at] == UInt8(ascii: "\\"), at + 1 < line.count { at += 1 }
      phrase.append(line[at])
      at += 1
    }
    return at + 1
  }

  private mutating func commented(_ line: [UInt8], _ start: Int) -> Int {
    var depth = 1
    var at = start
    while at < line.count {
      switch line[at] {
      case UInt8(ascii: "("): depth += 1
      case UInt8(ascii: ")"): depth -= 1
      case UInt8(ascii: "\\") where at + 1 < line.count: at += 1
      default: break
      }
      if depth == 0 { return at + 1 }
      comment.append(line[at])
      at += 1
    }
    return at
  }

  private mutating func close() {
    defer {
      phrase = []
      comment = []
      address = nil
    }
    var name = HeaderText.decoded(phrase, charset: charset)
    var place = address.map { HeaderText.decoded($0, charset: charset) } ?? ""
    // A route before the address: <@relay.example,@other.example:anna@example.com>.
    if place.hasPrefix("@"), let colon = place.lastIndex(of: ":") {
      place = String(place[place.index(after: colon)...])
    }
    if place.isEmpty {
      let words = name.split(separator: " ")
      if let word = words.first(where: { $0.contains("@") }) {
        place = String(word)
        name = words.filter { $0 != word }.joined(separator: " ")
      }
    }
    if name.isEmpty { name = HeaderText.decoded(comment, charset: charset) }
    if name.count > 1, name.first == "'", name.last == "'" {
      name = Conversation.trimmed(name.dropFirst().dropLast())
    }
    guard !name.isEmpty || !place.isEmpty else { return }
    found.append(Mailbox(name: name, address: place))
  }
}
