public import VerbatimCore
public import VerbatimText

/// Reads review feeds in XML, one review at a time, in memory that does not grow with the feed.
///
/// Knows Google's product and seller reviews, Bazaarvoice's client feed, Apple's app reviews, RSS,
/// Atom and RDF, and plain lists of reviews. A review in which the XML is broken is rejected with
/// line and column; those before and, where the parser can go on, behind it are kept. A document
/// type is refused: it may hide entities, and no feed needs one.
///
/// - SeeAlso: Google's product review feed schema 2.4; RFC 4287 (Atom); RSS 2.0; RSS 1.0.
public struct ReviewFeedReader: FeedbackReader {
  /// How much is parsed at a time, so that few reviews wait.
  private static let step = 16 * 1024

  private let source: TextSource
  private let format: InputFormat
  private var mapper: any FeedMapper = SyndicationFeed()
  private var parser: FeedParser?
  private var pending: [ReadItem] = []
  private var given = 0
  private var block: [UInt8] = []
  private var at = 0
  private var skippedBytes = 0
  private var skippedLines = 0
  private var cleaner = FeedCleaner()
  private var isLast = false
  private var isDone = false
  private var reviews = 0
  private var deletions = 0

  /// Reviews of the feed in `source`.
  ///
  /// - Parameters:
  ///   - source: The feed, at its start.
  ///   - format: `googleReviews`, `bazaarvoice`, `appleReviews`, or `feed` for every other.
  public init(_ source: TextSource, format: InputFormat) {
    self.source = source
    self.format = format
  }

  /// The next review; what holds for the whole feed comes last.
  ///
  /// - Throws: `V1206` when the feed has a document type.
  public mutating func next() throws(Diagnostic) -> ReadItem? {
    while given == pending.count {
      if isDone { return nil }
      pending.removeAll(keepingCapacity: true)
      given = 0
      try read()
    }
    given += 1
    return pending[given - 1]
  }

  private mutating func read() throws(Diagnostic) {
    let parser = try begun()
    if at == block.count {
      (block, isLast) = try nextBlock()
      at = 0
    }
    let end = min(at + Self.step, block.count)
    let isEnd = isLast && end == block.count
    let state = parser.push(block[at..<end], isLast: isEnd)
    at = end
    let items = parser.collector.items
    parser.collector.items.removeAll(keepingCapacity: true)
    for item in items { take(item) }
    switch state {
    case .reads: if isEnd { finish(parser) }
    case .stopped: finish(parser)
    case .hasDoctype:
      isDone = true
      throw Diagnostic(
        .feedRefused,
        at: SourceLocation(file: source.path),
        "the feed has a document type (<!DOCTYPE …>); it is not read, for it may hide entities",
        hint: "take the declaration out of the file"
      )
    }
  }

  /// The parser, made at the first piece: what stands before the first "<" is passed over.
  private mutating func begun() throws(Diagnostic) -> FeedParser {
    if let parser { return parser }
    let first = try source.read()
    let start = first.firstIndex(of: UInt8(ascii: "<")) ?? first.count
    skippedBytes = start
    skippedLines = first[..<start].count { $0 == 0x0A }
    mapper = Self.mapper(
      format,
      FeedRoot(String(decoding: first[start...].prefix(4096), as: UTF8.self))
    )
    block = cleaner.clean(Array(first[start...]))
    let made = FeedParser(mapper.shape)
    parser = made
    return made
  }

  /// The next bytes to parse, and whether they are the last.
  private mutating func nextBlock() throws(Diagnostic) -> (bytes: [UInt8], isLast: Bool) {
    while true {
      let read = try source.read()
      // An empty block would tell the cleaner that the feed ends.
      let bytes = cleaner.clean(read)
      if read.isEmpty || !bytes.isEmpty { return (bytes, read.isEmpty) }
    }
  }

  private static func mapper(_ format: InputFormat, _ root: FeedRoot?) -> any FeedMapper {
    switch format {
    case .googleReviews: GoogleReviewFeed()
    case .bazaarvoice: BazaarvoiceFeed()
    case .appleReviews: AppleReviewFeed()
    default: root?.isList == true ? PlainReviewFeed() : SyndicationFeed()
    }
  }

  private mutating func take(_ item: FeedItem) {
    var place = FeedbackRecord.Source(kind: .review, format: format.rawValue, file: source.path)
    place.line = item.line + skippedLines
    place.row = item.row
    place.path = "\(item.name)[\(item.row)]"
    if source.keepsOffsets, item.byte >= 0 {
      place.byte = item.byte + skippedBytes + source.encoding.markLength
    }
    let outcome = mapper.outcome(of: item, at: place)
    let here = SourceLocation(file: source.path, line: place.line, byte: place.byte)
    if let fault = item.fault {
      reviews += 1
      pending.append(
        .reject(damage(fault, in: "the review that begins in line \(place.line ?? 0)"))
      )
      return
    }
    guard !item.isTooLarge else {
      reviews += 1
      pending.append(
        .reject(
          Diagnostic(
            .fieldTooLarge,
            at: here,
            "the review has more than \(FeedCollector.largestItem) bytes or "
              + "\(FeedCollector.mostNodes) elements",
            hint: "the feed may have lost the end of an element"
          )
        )
      )
      return
    }
    switch outcome {
    case .aside: break
    case .deleted: deletions += 1
    case .excluded(let reason):
      reviews += 1
      pending.append(
        .reject(Diagnostic(.rowNotCustomer, at: here, "the review is left out: \(reason)"))
      )
    case .review(let record, let fault): give(record, fault)
    }
  }

  private mutating func give(_ record: FeedbackRecord, _ fault: String?) {
    reviews += 1
    var record = record
    record.takeMarks()
    let name = record.source.path ?? "the review"
    guard !record.isEmpty else {
      pending.append(
        .reject(
          Diagnostic(
            .reviewEmpty,
            at: record.location,
            fault.map { "\(name) has no words, and \($0)" }
              ?? "\(name) has neither words nor a rating"
          )
        )
      )
      return
    }
    pending.append(.record(record))
    guard let fault else { return }
    warn(
      .ratingOutOfRange,
      at: record.location,
      "\(name): \(fault)",
      hint: "the review is kept without it; the feed should state the scale"
    )
  }

  private mutating func finish(_ parser: FeedParser) {
    isDone = true
    let collector = parser.collector
    let open = collector.takeOpenItem()
    if var open {
      open.fault =
        open.fault ?? collector.lastFault ?? FeedItem.Fault(code: 0, line: open.line, column: 0)
      take(open)
    } else if let fault = collector.outerFault {
      var diagnostic = damage(fault, in: "the feed")
      diagnostic.severity = .warning
      pending.append(.warning(diagnostic))
    }
    let here = SourceLocation(file: source.path)
    let mended = collector.mended + cleaner.bare
    if mended > 0 {
      warn(
        .feedMended,
        at: here,
        "\(mended) ampersands or angle brackets begin nothing that XML knows; each was read as it "
          + "stands, or left out where it names no character",
        hint: "write them as &amp; and &lt;"
      )
    }
    if deletions > 0 {
      warn(
        .feedDeletions,
        at: here,
        "the feed lists \(deletions) review\(deletions == 1 ? "" : "s") as deleted",
        hint: "records of an earlier import stay until they are erased"
      )
    }
    if reviews == 0 {
      warn(
        .noReviews,
        at: here,
        "the feed has no review to read",
        hint: "it may be a page of a longer feed, or a list of products"
      )
    }
  }

  private func damage(_ fault: FeedItem.Fault, in what: String) -> Diagnostic {
    Diagnostic(
      .feedDamaged,
      at: SourceLocation(
        file: source.path,
        line: fault.line + skippedLines,
        column: fault.column > 0 ? fault.column : nil
      ),
      "\(what) is not well-formed XML (libxml2 error \(fault.code))",
      hint: "export the feed again; what stands before is read"
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
