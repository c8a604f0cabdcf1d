public import VerbatimCore
public import VerbatimText

/// Decides what a file is from its first 64 KiB.
///
/// The order is: container magic, text lead, mark-up, JSON, line patterns, delimited text. Where
/// two rules may hold, the one with the higher score wins, and the rule that fired is kept.
public struct FormatDetector: Sendable {
  /// A decision with its reason.
  public struct Decision: Hashable, Sendable {
    /// The format.
    public var format: InputFormat
    /// The rule that fired, for a person.
    public var rule: String
  }

  private let names: ColumnNames

  /// A detector that knows what the columns of tables are called.
  public init(names: ColumnNames = .builtIn) { self.names = names }

  /// The format of a file; nil when no rule fires.
  public func detect(_ source: TextSource) throws(Diagnostic) -> Decision? {
    if let container = container(source.rawHead, source.path) { return container }
    let block = try source.peek()
    let head = Array(block.prefix(TextSource.headSize))
    guard let start = head.firstIndex(where: { $0 > 0x20 }) else { return nil }
    let text = String(decoding: head[start...], as: UTF8.self)
    if text.hasPrefix("WEBVTT"), isTokenEnd(text, after: 6) {
      return Decision(format: .webVTT, rule: "WEBVTT on the first line")
    }
    if text.hasPrefix("From "), let end = head[start...].firstIndex(of: 0x0A),
      MailHead(head[(end + 1)...]).isMailbox
    {
      return Decision(format: .mbox, rule: "From at the start and mail headers")
    }
    switch head[start] {
    case UInt8(ascii: "<"): return markup(text)
    case UInt8(ascii: "{"), UInt8(ascii: "["):
      // `[10:14] Ann: hello` begins like an array.
      if let json = json(text) { return json }
      // An array of arrays or strings is JSON too, but no feedback.
      if let next = text.dropFirst().first(where: { !$0.isWhitespace }), "[\"".contains(next) {
        return nil
      }
    case _ where text.prefix(256).contains("<?xml"):
      // Stray bytes before a feed.
      let start = text.firstRange(of: "<?xml")?.lowerBound ?? text.startIndex
      if let feed = FeedRoot(String(text[start...]))?.format {
        return Decision(format: feed.format, rule: feed.rule)
      }
    default: break
    }
    if SavedPageReader.recognises(head[start...]) {
      return Decision(format: .savedPage, rule: "the header of a page saved in one file")
    }
    if MailHead(head[start...]).isMail {
      return Decision(format: .eml, rule: "mail headers at the start")
    }
    if text.contains("<"), isMarkedUp(text) {
      return Decision(format: .schemaOrg, rule: "schema.org mark-up in the head")
    }
    return lines(text, head, source.path)
  }

  private func isTokenEnd(_ text: String, after count: Int) -> Bool {
    guard let next = text.utf8.dropFirst(count).first else { return true }
    return next <= 0x20
  }

  private func container(_ head: [UInt8], _ path: String) -> Decision? {
    if head.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
      // The names of a message's streams, in UTF-16.
      let name = Array("__substg1.0_".utf16).flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
      if path.lowercased().hasSuffix(".msg") || head.firstRange(of: name) != nil {
        return Decision(format: .outlookMessage, rule: "OLE magic and an Outlook message's name")
      }
      return Decision(format: .ole, rule: "OLE magic")
    }
    if head.starts(with: [0x1F, 0x8B]) { return Decision(format: .gzip, rule: "gzip magic") }
    if head.starts(with: Array("$FL2".utf8)) || head.starts(with: Array("$FL3".utf8)) {
      return Decision(format: .spss, rule: "SPSS magic")
    }
    if WebArchiveReader.recognises(head) {
      return Decision(format: .webArchive, rule: "WARC/1. at the start")
    }
    return nil
  }

  private func markup(_ text: String) -> Decision {
    let lower = text.prefix(4096).lowercased()
    let htmlSigns = [
      "<!doctype html", "<html", "<head", "<body", "<script", "<div", "<span", "<meta", "<article",
      "<section", "<p", "<ul", "<h1", "<main", "<link", "<title",
    ]
    // A feed holds HTML too, but is none.
    let root = FeedRoot(text)
    if let feed = root?.format { return Decision(format: feed.format, rule: feed.rule) }
    if root?.name == "document", let kind = root?.limeSurveyKind {
      return kind == "Responses"
        ? Decision(format: .limeSurvey, rule: "a document of LimeSurvey responses")
        : Decision(format: .xml, rule: "a LimeSurvey document of another kind: \(kind)")
    }
    if root?.name == "sss" {
      return Decision(format: .tripleS, rule: "the root element of a Triple-S definition")
    }
    if root?.name == "urlset" {
      return Decision(format: .xml, rule: "the root element of a site map")
    }
    if lower.hasPrefix("<?xml"), !lower.contains("<html") {
      return Decision(format: .xml, rule: "an XML declaration")
    }
    if htmlSigns.contains(where: { lower.contains($0) }) {
      return Decision(format: .schemaOrg, rule: "HTML tags at the start")
    }
    if isMarkedUp(text) {
      return Decision(format: .schemaOrg, rule: "schema.org mark-up in the head")
    }
    return Decision(format: .xml, rule: "an element that is not HTML")
  }

  private func isMarkedUp(_ text: String) -> Bool {
    let lower = text.lowercased()
    return ["itemscope", "typeof=", "application/ld+json"].contains { lower.contains($0) }
  }

  private func json(_ text: String) -> Decision? {
    let body = text.drop { $0 == "[" || $0.isWhitespace }
    guard body.hasPrefix("{") || body.isEmpty || text.hasPrefix("[]") else { return nil }
    if text.hasPrefix("{"),
      ["\"SurveyEntry\"", "\"SurveyElements\""].contains(where: text.contains)
    {
      return Decision(format: .qualtricsForm, rule: "the keys of a Qualtrics definition")
    }
    if AppleReviewJSONReader.recognises(text) {
      return Decision(format: .appleReviews, rule: "an object `feed` as Apple's has it")
    }
    let turnKeys = [
      "\"turns\"", "\"messages\"", "\"conversation\"", "\"original\"", "\"transcript\"",
      "\"utterances\"",
    ]
    if turnKeys.contains(where: { text.contains($0) }) {
      return Decision(format: .conversationsJSON, rule: "JSON objects with turns")
    }
    if let tool = TicketTool.recognised(in: text) {
      return Decision(format: .conversationsJSON, rule: "the keys of \(tool)")
    }
    if let sign = JSONRow.signs.first(where: { text.contains("\"\($0)\"") }) {
      return Decision(format: .jsonTable, rule: "JSON objects with \(sign)")
    }
    let keys = Self.keys(in: text)
    if let export = names.export(of: Set(keys)), export.kind != nil {
      return Decision(format: .jsonTable, rule: "JSON objects with the names of \(export.title)")
    }
    // A description may be an article's, and structured data belong to a page: a rating tells.
    if !keys.contains("text"), !text.contains("\"@type\""),
      let key = keys.first(where: { names.role(of: $0)?.role.isRating == true })
    {
      return Decision(format: .jsonTable, rule: "JSON objects with `\(key)` and no text")
    }
    return Decision(format: .ndjson, rule: "JSON objects")
  }

  /// The names of members in the head of a JSON file, folded, in their order.
  private static func keys(in text: String) -> [String] {
    var keys: [String] = []
    var before: Substring = ""
    for (place, part) in text.split(separator: "\"", omittingEmptySubsequences: false).enumerated()
    {
      if place > 0, part.first(where: { !$0.isWhitespace }) == ":" {
        keys.append(HeaderName.normalized(String(before)))
      }
      before = part
    }
    return keys
  }

  private func lines(_ text: String, _ head: [UInt8], _ path: String) -> Decision? {
    let lines = text.split(whereSeparator: \.isNewline).prefix(200)
    if lines.count >= 2, lines[0].allSatisfy(\.isNumber), lines[1].contains(" --> ") {
      return Decision(format: .srt, rule: "a number and a timing line")
    }
    if LimeSurveyVVReader.recognises(lines.prefix(2).map(String.init)) {
      return Decision(format: .limeSurvey, rule: "LimeSurvey's codes in the second record")
    }
    if let first = lines.first, CueTiming(subRip: Array(first.utf8)) != nil {
      return Decision(format: .srt, rule: "a timing line at the start")
    }
    if WhatsAppReader.recognises(lines) {
      return Decision(
        format: .whatsApp,
        rule: "lines with a date and a time as WhatsApp writes them"
      )
    }
    let dialect = Dialect.detect(head)
    if let table = TicketTableKind.recognised(in: head, dialect, path: path) {
      return Decision(format: .ticketTables, rule: "the columns of \(table.rawValue)")
    }
    let speech = SpeakerLogReader.likelihood(of: head)
    let fields = dialect.consistency(head)
    if speech >= 0.4, speech >= fields {
      return Decision(format: .speakerLog, rule: "lines with speakers, \(percent(speech)) of them")
    }
    if SurveyExportReader.isQualtricsHead(head, dialect) {
      return Decision(format: .qualtrics, rule: "Qualtrics' header records")
    }
    if fields >= 0.5 || hasKnownHeader(head, dialect) {
      return Decision(
        format: .delimited,
        rule: "\(percent(fields)) of the records equally wide for `\(dialect.delimiterName)`"
      )
    }
    return nil
  }

  /// A table of one column is one when its header says so.
  private func hasKnownHeader(_ head: [UInt8], _ dialect: Dialect) -> Bool {
    guard let line = head.split(maxSplits: 1, whereSeparator: { $0 == 0x0A || $0 == 0x0D }).first
    else { return false }
    return line.split(separator: dialect.delimiter).contains {
      names.role(of: HeaderName.normalized(String(decoding: $0, as: UTF8.self))) != nil
    }
  }

  private func percent(_ share: Double) -> String { "\(Int((share * 100).rounded())) %" }
}
