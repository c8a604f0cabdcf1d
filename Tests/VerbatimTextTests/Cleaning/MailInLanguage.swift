import Testing

/// What mail looks like in one language: the pieces that messages are put together from.
struct MailInLanguage: Sendable, CustomTestStringConvertible {
  let language: String
  /// A paragraph of the writer's, and another.
  let own: String
  let more: String
  /// An older message.
  let old: String
  /// Headers of quotes, as mail programs write them; one may be broken over lines.
  let headers: [String]
  /// A block of header fields.
  let block: String
  /// "Original message" and "Forwarded message".
  let separators: [String]
  /// Lines of devices and programs.
  let devices: [String]
  /// A closing phrase, a name and maybe more.
  let signOffs: [String]
  /// Legal text, a warning, a notice of a list.
  let legal: String
  let banner: String
  let footer: String
  /// A line below which nothing is new.
  let above: String
  /// Texts that only look like one of these, all the writer's own.
  let looks: [String]

  var testDescription: String { language }

  static let all = germanic + romance + slavic + uralicAndTurkic + eastAsian + thaiAndArabic
}
