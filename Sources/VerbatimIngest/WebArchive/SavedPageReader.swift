public import VerbatimCore
public import VerbatimText

/// Reads the reviews of a page that a browser saved in one file (MHTML: `.mhtml`, `.mht`).
///
/// The file is a mail of parts that belong together; its root part is the page, and goes through
/// ``ReviewPageReader`` as a file of its own would, its address that of its Content-Location.
/// Pictures, styles and frames are passed over.
///
/// - SeeAlso: RFC 2557 (MHTML); RFC 2387 (multipart/related).
public struct SavedPageReader: FeedbackReader {
  /// The largest file that is read: a page with its pictures.
  public static let largestFile = 256 * 1024 * 1024

  private let source: TextSource
  private let profiles: SiteProfiles
  private var pending: [ReadItem] = []
  private var page: ReviewPageReader?
  private var pageSource: TextSource?
  private var isRead = false

  /// The page in `source`, which is at its start.
  public init(_ source: TextSource, profiles: SiteProfiles = SiteProfiles()) {
    self.source = source
    self.profiles = profiles
  }

  /// Whether a file begins as browsers save pages: a header of MIME that says where the page stood,
  /// or which browser saved it.
  static func recognises(_ head: ArraySlice<UInt8>) -> Bool {
    let bytes = head.drop { $0 <= 0x20 }.prefix(16 * 1024)
    let text = String(decoding: bytes, as: UTF8.self).lowercased()
      .replacing("\r\n", with: "\n")
    let header = "\n" + (text.firstRange(of: "\n\n").map { text[..<$0.lowerBound] } ?? text[...])
    guard let type = header.firstRange(of: "\ncontent-type:") else { return false }
    let value = header[type.upperBound...].prefix(200).drop { $0 == " " || $0 == "\t" }
    if value.hasPrefix("multipart/related") {
      return ["\nsnapshot-content-location:", "\ncontent-location:", "saved by "].contains {
        header.contains($0)
      }
    }
    return value.hasPrefix("text/html") && header.contains("\nsnapshot-content-location:")
  }

  /// The next review of the page.
  ///
  /// - Throws: `V1259` when the file holds no page, `V1109` when it is too large.
  public mutating func next() throws(Diagnostic) -> ReadItem? {
    if !isRead {
      isRead = true
      try read()
    }
    if !pending.isEmpty { return pending.removeFirst() }
    if let item = try page?.next() { return item }
    defer { pageSource = nil }
    return pageSource?.encodingDamage.map { .warning($0) }
  }

  private mutating func read() throws(Diagnostic) {
    let document = MIMEDocument(try stored())
    guard let document, let root = Self.root(document) else {
      throw Diagnostic(
        .savedPageMissing,
        at: SourceLocation(file: source.path),
        "no part of the file is a page",
        hint: "save it again from the browser, as a web page in one file"
      )
    }
    let part = document.parts[root]
    let (bytes, isDamaged) = document.content(of: root)
    let path = "\(source.path)/part-\(root + 1)"
    let isCut = document.parts.contains { $0.isCut || $0.isUnbounded }
    if isCut || isDamaged || document.isLimited {
      pending.append(
        .warning(
          Diagnostic(
            .savedPageDamaged,
            .warning,
            at: SourceLocation(file: isDamaged ? path : source.path),
            isDamaged
              ? "the page breaks the rules of its encoding"
              : isCut
                ? "the file ends before its last boundary"
                : "the file has too many parts, or nests them too deep",
            hint: "what can be read of the page is; save it again"
          )
        )
      )
    }
    let declared = part.charset.map { "\(part.mediaType); charset=\($0)" }
    let text = try TextSource(path: path, bytes: bytes, declared: declared)
    pageSource = text
    page = ReviewPageReader(text, address: Self.address(document, part), profiles: profiles)
  }

  private func stored() throws(Diagnostic) -> [UInt8] {
    var bytes: [UInt8] = []
    while true {
      let block = try source.readStored()
      if block.isEmpty { return bytes }
      guard bytes.count + block.count <= Self.largestFile else {
        throw Diagnostic(
          .fieldTooLarge,
          at: SourceLocation(file: source.path, byte: Self.largestFile),
          "the saved page is larger than \(Self.largestFile) bytes",
          hint: "save the page alone, as HTML"
        )
      }
      bytes += block
    }
  }

  /// The part with which the others belong together: the one that is named, else the first page.
  private static func root(_ document: MIMEDocument) -> Int? {
    func isPage(_ part: MIMEPart) -> Bool {
      part.kind == .leaf && ["text/html", "application/xhtml+xml"].contains(part.mediaType)
    }
    let named = document.parts.first { $0.kind == .multipart }?.start
    if let named,
      let index = document.parts.firstIndex(where: { $0.contentID == named && isPage($0) })
    {
      return index
    }
    return document.parts.firstIndex(where: isPage)
  }

  /// Where the page stood on the web; nil where no address says it.
  private static func address(_ document: MIMEDocument, _ part: MIMEPart) -> String? {
    let snapshot = document.fields.first { $0.name == "snapshot-content-location" }
      .map { String(decoding: $0.value, as: UTF8.self).trimmingBlanks }
    return [part.location, snapshot, document.parts.first?.location]
      .compactMap(\.self)
      .map { $0.filter { !$0.isWhitespace } }
      .first { $0.hasPrefix("http://") || $0.hasPrefix("https://") }
  }
}
