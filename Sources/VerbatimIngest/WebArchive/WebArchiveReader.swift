public import VerbatimCore
public import VerbatimText

/// Reads the review pages of a web archive (WARC 1.0 and 1.1, gzip a record or none).
///
/// Answers with a status of success whose content is HTML or JSON-LD are pages, as are resources
/// that are saved without an answer around them. Each goes through ``ReviewPageReader`` as a file
/// of its own would, its address that of the record, its file named `crawl.warc/record-12`. One
/// record is in memory at a time.
///
/// - SeeAlso: WARC 1.1 (ISO 28500:2017); RFC 9112 (chunks); RFC 9110 (content codings).
public struct WebArchiveReader: FeedbackReader {
  private let source: TextSource
  private let profiles: SiteProfiles
  private var cutter: WebArchiveCutter
  private var page: ReviewPageReader?
  private var pageSource: TextSource?
  private var pending: [ReadItem] = []
  private var pages = 0
  private var others = 0
  private var failures = 0
  private var revisits = 0
  private var isDone = false

  /// The pages of the archive in `source`, which is at its start.
  public init(_ source: TextSource, profiles: SiteProfiles = SiteProfiles()) {
    self.source = source
    self.profiles = profiles
    cutter = WebArchiveCutter { () throws(Diagnostic) in try source.readStored() }
  }

  /// Whether a file begins as a web archive does.
  static func recognises(_ head: some Sequence<UInt8>) -> Bool { head.starts(with: "WARC/1.".utf8) }

  /// The next review of the next page; what was passed over is told at the end.
  ///
  /// - Throws: A diagnostic when the file cannot be read on.
  public mutating func next() throws(Diagnostic) -> ReadItem? {
    while true {
      if !pending.isEmpty { return pending.removeFirst() }
      if let item = nextOfPage() { return item }
      guard !isDone else { return nil }
      guard let piece = cutter.next() else {
        isDone = true
        summarize()
        if let failure = cutter.failure { pending.append(.reject(failure)) }
        continue
      }
      take(piece)
    }
  }

  private mutating func nextOfPage() -> ReadItem? {
    guard page != nil else { return nil }
    do throws(Diagnostic) {
      if let item = try page?.next() { return item }
    } catch {
      page = nil
      return .reject(error)
    }
    page = nil
    defer { pageSource = nil }
    return pageSource?.encodingDamage.map { .warning($0) }
  }

  private mutating func take(_ piece: WebArchiveCutter.Piece) {
    let path = "\(source.path)/record-\(piece.number)"
    let here = SourceLocation(file: path, byte: piece.byte)
    if let fault = piece.fault {
      warn(
        .webArchiveDamaged,
        at: here,
        fault,
        hint: "reading goes on with the next record; download the archive again"
      )
      return
    }
    guard let type = piece.field("warc-type")?.lowercased() else { return }
    if type == "revisit" { revisits += 1 }
    guard type == "response" || type == "resource" else { return }
    guard let answer = answer(piece, type) else {
      others += 1
      return
    }
    guard (200..<300).contains(answer.status) else {
      failures += 1
      return
    }
    let isJSON = answer.mediaType == "application/ld+json"
    guard isJSON || answer.mediaType == "text/html" || answer.mediaType == "application/xhtml+xml"
    else {
      others += 1
      return
    }
    guard !piece.isTooLarge else {
      pending.append(.reject(tooLarge(at: here)))
      return
    }
    switch answer.content(limit: ReviewPageReader.largestPage) {
    case .tooLarge: pending.append(.reject(tooLarge(at: here)))
    case .unreadable(let reason):
      warn(
        .pageCoding,
        at: here,
        "the page cannot be read: \(reason)",
        hint: "fetch it again with Accept-Encoding: gzip"
      )
    case .bytes(let bytes, let isCut):
      pages += 1
      let stated = piece.field("warc-truncated")
      if isCut || piece.isCut || stated != nil {
        warn(
          .webArchiveCut,
          at: here,
          stated.map { "the page was cut off when it was fetched (\($0))" }
            ?? "the page ends before its length",
          hint: "what is there is read; fetch the page again"
        )
      }
      open(isJSON ? Self.wrapped(bytes) : bytes, answer, piece, path)
    }
  }

  private func answer(_ piece: WebArchiveCutter.Piece, _ type: String) -> HTTPAnswer? {
    if let answer = HTTPAnswer(piece.body) { return answer }
    return type == "resource" ? HTTPAnswer(type: piece.field("content-type"), piece.body) : nil
  }

  private mutating func open(
    _ bytes: [UInt8],
    _ answer: HTTPAnswer,
    _ piece: WebArchiveCutter.Piece,
    _ path: String
  ) {
    // Nothing but white space is no page, and no fault of the archive's.
    guard bytes.contains(where: { $0 > 0x20 }) else { return }
    // Archives before 1.1 have the address in angle brackets.
    let address = piece.field("warc-target-uri")?.filter { $0 != "<" && $0 != ">" }
    do throws(Diagnostic) {
      let text = try TextSource(path: path, bytes: bytes, declared: answer.field("content-type"))
      pageSource = text
      page = ReviewPageReader(text, address: address, profiles: profiles)
    } catch {
      pending.append(.reject(error))
    }
  }

  /// JSON-LD as the page that would hold it, on the same lines.
  private static func wrapped(_ json: [UInt8]) -> [UInt8] {
    var bytes = Array("<script type=\"application/ld+json\">".utf8)
    for byte in json {
      // "</script>" inside a string would end the script; JSON reads `\/` as `/`.
      if byte == UInt8(ascii: "/"), bytes.last == UInt8(ascii: "<") {
        bytes.append(UInt8(ascii: "\\"))
      }
      bytes.append(byte)
    }
    return bytes + Array("</script>".utf8)
  }

  private mutating func summarize() {
    let parts = [
      (others, "of other media types"), (failures, "without success"),
      (revisits, "that only refer to an earlier one"),
    ].filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
    let here = SourceLocation(file: source.path)
    guard pages > 0 || parts.isEmpty else {
      warn(
        .webArchivePassed,
        at: here,
        "no record of the archive holds a page; passed over: \(parts.joined(separator: ", "))",
        hint: "pages are answers with the type text/html or application/ld+json"
      )
      return
    }
    guard !parts.isEmpty else {
      if pages == 0 {
        warn(
          .noReviews,
          at: here,
          "the archive has no answer of a server",
          hint: "it may hold the requests alone"
        )
      }
      return
    }
    warn(
      .webArchivePassed,
      at: here,
      "passed over beside \(pages) page\(pages == 1 ? "" : "s"): answers "
        + parts.joined(separator: ", "),
      hint: "pages are answers with the type text/html or application/ld+json"
    )
  }

  private func tooLarge(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .fieldTooLarge,
      at: location,
      "the page is larger than \(ReviewPageReader.largestPage) bytes",
      hint: "it is passed over; the other records are read"
    )
  }

  private mutating func warn(
    _ code: DiagnosticCode,
    at location: SourceLocation,
    _ message: String,
    hint: String
  ) {
    pending.append(.warning(Diagnostic(code, .warning, at: location, message, hint: hint)))
  }
}
