public import VerbatimCore

/// The phrases by which a ``MessageCleaner`` knows quotes, signatures and what machines add, in all
/// languages at once.
///
/// Mail mixes languages (a Polish client, an English writer, a German quote), so no language has
/// to be known before a message is read.
public final class CleaningPhrases: Sendable {
  /// One of the files under `lexicons/languages/`.
  public struct File: Hashable, Sendable {
    /// Its name.
    public let name: String
    /// Its header.
    public let columns: [String]
  }

  /// Lines that announce a quote: `wrote`, `original`, `forwarded`, `above`.
  public static let quoteHeaderFile = File(
    name: "quote-headers.tsv",
    columns: ["language", "kind", "pattern"]
  )
  /// Names of mail header fields, by their part in a message.
  public static let headerFieldFile = File(
    name: "header-fields.tsv",
    columns: ["language", "field", "name"]
  )
  /// Lines of devices and mail programs: `line`, and `word` for the names that `%` accepts.
  public static let deviceLineFile = File(
    name: "device-lines.tsv",
    columns: ["language", "kind", "pattern"]
  )
  /// How legal text (`legal`), warnings (`banner`) and notices of lists (`footer`) begin.
  public static let disclaimerFile = File(
    name: "disclaimers.tsv",
    columns: ["language", "kind", "pattern"]
  )
  /// Closing phrases (`closing`, `thanks`), `postscript`, and what `contact` lines begin with.
  public static let signOffFile = File(
    name: "sign-offs.tsv",
    columns: ["language", "kind", "pattern"]
  )

  /// What a line announces.
  enum QuoteKind: String, Sendable {
    /// A quote, with who wrote it and when.
    case wrote
    /// The message that is answered.
    case original
    /// A message that is passed on.
    case forwarded
    /// Nothing below it is new.
    case above
  }

  /// What a row of the device file is.
  enum DeviceKind: String, Sendable {
    /// A whole line.
    case line
    /// A name that `%` accepts.
    case word
  }

  /// The part of a header field.
  enum Field: String, Sendable {
    case from, date, to, copy, subject, other
  }

  /// What a paragraph is that a machine added.
  enum NoticeKind: String, Sendable {
    case legal, banner, footer
  }

  /// What a phrase does at the end of a message.
  enum ClosingKind: String, Sendable {
    /// Stands for nothing but the end: "Kind regards".
    case closing
    /// Means something, unless a name follows: "Thanks".
    case thanks
    /// Begins an afterthought, which is the writer's own.
    case postscript
    /// Begins a line with a way to reach the writer: "Tel.".
    case contact
  }

  let quotes: PatternIndex<QuoteKind>
  let separators: PatternIndex<QuoteKind>
  let deviceLines: PatternIndex<DeviceKind>
  let notices: PatternIndex<NoticeKind>
  let closings: PatternIndex<ClosingKind>
  let devices: DeviceWords
  let fields: [[UInt8]: Field]
  let fieldHeads: TwoByteSet
  /// All that a line of interest may begin with.
  let heads: TwoByteSet
  /// All that a line of interest may end with, colons aside.
  let tails: TwoByteSet

  /// The phrases of the five files.
  ///
  /// - Throws: `V3003` for a malformed pattern, `V3001` for an unknown kind; both with the line.
  public init(
    quoteHeaders: TableFile,
    headerFields: TableFile,
    deviceLines: TableFile,
    disclaimers: TableFile,
    signOffs: TableFile
  ) throws(Diagnostic) {
    let headers: [(pattern: CleaningPattern, value: QuoteKind)] = try Self.patterns(quoteHeaders)
    quotes = PatternIndex(headers.filter { $0.value == .wrote })
    separators = PatternIndex(headers.filter { $0.value != .wrote })
    var fields: [[UInt8]: Field] = [:]
    var fieldHeads = TwoByteSet()
    for row in headerFields.rows {
      let name = FoldedText.fold(row[2])
      fields[name] = try Self.kind(row)
      // A name of one letter has its colon, or the blank before it, as second byte.
      fieldHeads.insert(headOf: name + [UInt8(ascii: ":")])
      fieldHeads.insert(headOf: name + [0x20])
    }
    self.fields = fields
    self.fieldHeads = fieldHeads
    let lines: [(pattern: CleaningPattern, value: DeviceKind)] = try Self.patterns(deviceLines)
    self.deviceLines = PatternIndex(lines.filter { $0.value == .line })
    devices = DeviceWords(deviceLines.rows.filter { $0[1] == "word" }.map { $0[2] })
    notices = PatternIndex(try Self.patterns(disclaimers))
    closings = PatternIndex(try Self.patterns(signOffs))
    var heads = fieldHeads
    for set in [
      quotes.heads, separators.heads, self.deviceLines.heads, notices.heads, closings.heads,
    ] { heads.formUnion(set) }
    self.heads = heads
    var tails = self.deviceLines.tails
    tails.formUnion(closings.tails)
    self.tails = tails
  }

  /// The patterns of a file, each with its kind; one that stands under two languages once.
  private static func patterns<Kind: RawRepresentable<String>>(
    _ file: TableFile
  ) throws(Diagnostic) -> [(pattern: CleaningPattern, value: Kind)] {
    var patterns: [(pattern: CleaningPattern, value: Kind)] = []
    var known: Set<String> = []
    for row in file.rows where known.insert("\(row[1]) \(row[2])").inserted {
      let kind: Kind = try kind(row)
      // A notice and a separator are looked up by their beginning alone.
      let isAnchored = kind is NoticeKind || (kind as? QuoteKind).map { $0 != .wrote } ?? false
      for pattern in try Self.patterns(row, anchored: isAnchored) {
        patterns.append((pattern, kind))
      }
    }
    return patterns
  }

  private static func patterns(
    _ row: TableFile.Row,
    anchored: Bool
  ) throws(Diagnostic) -> [CleaningPattern] {
    let patterns: [CleaningPattern]
    do {
      patterns = try CleaningPattern.parse(row[2])
    } catch {
      throw Diagnostic(.patternMalformed, at: row.location, error.description)
    }
    if anchored, patterns.contains(where: { !$0.isAnchored }) {
      throw Diagnostic(.patternMalformed, at: row.location, "`\(row[2])` begins with a gap")
    }
    return patterns
  }

  private static func kind<Kind: RawRepresentable<String>>(
    _ row: TableFile.Row
  ) throws(Diagnostic) -> Kind {
    guard let kind = Kind(rawValue: row[1]) else { throw unknownKind(row) }
    return kind
  }

  private static func unknownKind(_ row: TableFile.Row) -> Diagnostic {
    Diagnostic(.lexiconLine, at: row.location, "`\(row[1])` is no kind of this file")
  }
}
