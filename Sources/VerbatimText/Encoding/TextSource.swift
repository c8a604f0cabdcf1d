public import VerbatimCore

/// A file as a stream of valid UTF-8, whatever it was written in.
///
/// Reads the first 64 KiB, decides the encoding, and then gives blocks. UTF-8 passes through; all
/// else goes through ICU. Bytes without meaning become U+FFFD and are counted.
///
/// While all is ASCII there is nothing to decide: UTF-8 is then a guess that the 64 KiB from the
/// first other byte on confirm or replace, however late it comes. What was given out before stays
/// right, and a table whose first accent stands in its last line reads as if it stood in its first.
public final class TextSource {
  /// The size of a block.
  public static let blockSize = 256 * 1024
  /// How much is looked at to decide encoding and format.
  public static let headSize = 64 * 1024

  /// The path as the user gave it.
  public let path: String
  /// The encoding, with its evidence; it may change from UTF-8 to another once, at the first byte
  /// that is no ASCII.
  public private(set) var encoding: TextEncoding
  /// The first bytes of the file as stored.
  public let rawHead: [UInt8]
  /// How many sequences without meaning became U+FFFD so far.
  public private(set) var replacements = 0
  /// How many U+FFFD a file of UTF-8 holds itself: characters that were lost before it was written.
  public private(set) var lostBefore = 0
  /// How many bytes of the file were read so far, for a progress line.
  public private(set) var bytesRead = 0
  /// Whether byte offsets in the stream so far are byte offsets in the file, less the mark's
  /// length.
  ///
  /// Not in a converted file, and not behind a byte without meaning: U+FFFD takes three.
  public var keepsOffsets: Bool { encoding.isUTF8 && replacements == 0 }

  private var peeked: [UInt8]?
  // What was read to fill `peeked`, as stored, so that a reader of bytes begins at the start.
  private var peekedRaw: [UInt8] = []
  private var isPeeking = false
  private let next: () throws(Diagnostic) -> [UInt8]
  private var pending: [UInt8]?
  private var converter: ICUConverter?
  private var carried: [UInt8] = []
  /// Whether everything so far was ASCII, so that UTF-8 is a guess.
  private var isGuess: Bool
  private var isRead: Bool
  private var isAtEnd = false

  /// Opens a file and decides its encoding; `declared` is the charset that came with it, or the
  /// content type with it.
  public convenience init(path: String, declared: String? = nil) throws(Diagnostic) {
    let reader = try ByteReader(path: path)
    try self.init(path: path, declared: declared) { () throws(Diagnostic) in
      try reader.read(upTo: Self.blockSize)
    }
  }

  /// A stream over bytes in memory.
  public convenience init(
    path: String,
    bytes: [UInt8],
    declared: String? = nil
  ) throws(Diagnostic) {
    var rest: [UInt8]? = bytes
    try self.init(path: path, declared: declared) { () throws(Diagnostic) in
      defer { rest = nil }
      return rest ?? []
    }
  }

  /// A stream over blocks; an empty block is the end.
  public init(
    path: String,
    declared: String? = nil,
    blocks: @escaping () throws(Diagnostic) -> [UInt8]
  ) throws(Diagnostic) {
    self.path = path
    next = blocks
    var (head, isWhole) = try Self.window([], upTo: Self.headSize, from: blocks)
    // ASCII says nothing: what decides are the 64 KiB from the first other byte on. And no more
    // than they, however much the blocks brought: the same file must not read otherwise through a
    // pipe.
    var size = UTF8Check.firstNonASCII(in: head.span)
    isGuess = size >= Self.headSize
    size = isGuess ? Self.headSize : size + Self.headSize
    if !isWhole { (head, isWhole) = try Self.window(head, upTo: size, from: blocks) }
    encoding = TextEncoding.detect(
      Array(head.prefix(size)),
      isWhole: isWhole && head.count <= size,
      declared: declared
    )
    isGuess = isGuess && encoding.isUTF8 && encoding.evidence != .mark
    rawHead = head
    bytesRead = head.count
    pending = encoding.markLength == 0 ? head : Array(head.dropFirst(encoding.markLength))
    isRead = isWhole
    converter = try Self.converter(for: encoding, path: path)
  }

  /// Bytes with blocks behind them until they have a size; true when nothing follows them.
  private static func window(
    _ bytes: [UInt8],
    upTo size: Int,
    from blocks: () throws(Diagnostic) -> [UInt8]
  ) throws(Diagnostic) -> (bytes: [UInt8], isWhole: Bool) {
    var bytes = bytes
    while bytes.count < size {
      let block = try blocks()
      if block.isEmpty { return (bytes, true) }
      if bytes.isEmpty { bytes = block } else { bytes.append(contentsOf: block) }
    }
    return (bytes, false)
  }

  private static func converter(
    for encoding: TextEncoding,
    path: String
  ) throws(Diagnostic) -> ICUConverter? {
    guard !encoding.isUTF8 else { return nil }
    if let converter = ICUConverter(charset: EncodingLabel.converter(for: encoding.name)) {
      return converter
    }
    throw Diagnostic(
      .encodingDamaged,
      at: SourceLocation(file: path),
      "there is no converter from \(encoding.name)",
      hint: "save the file as UTF-8 and try again"
    )
  }

  /// The first block of UTF-8, which `read` gives again; empty when the file has no text.
  public func peek() throws(Diagnostic) -> [UInt8] {
    if let peeked { return peeked }
    isPeeking = true
    defer { isPeeking = false }
    let block = try read()
    peeked = block
    return block
  }

  /// The rest of the stream at once, for formats that must be seen whole.
  ///
  /// - Throws: `V1109` when there is more than `limit` bytes of it.
  public func readAll(limit: Int) throws(Diagnostic) -> [UInt8] {
    var all: [UInt8] = []
    while true {
      let block = try read()
      if block.isEmpty { return all }
      guard all.count + block.count <= limit else {
        throw Diagnostic(
          .fieldTooLarge,
          at: SourceLocation(file: path, byte: limit),
          "the document is larger than \(limit) bytes",
          hint: "split it into several files"
        )
      }
      if all.isEmpty { all = block } else { all.append(contentsOf: block) }
    }
  }

  /// The next block of UTF-8, cut at the end of a character; empty at the end.
  public func read() throws(Diagnostic) -> [UInt8] {
    if let block = peeked {
      peeked = nil
      return block
    }
    while !isAtEnd {
      let raw: [UInt8]
      if let kept = pending {
        raw = kept
        pending = nil
      } else if isRead {
        raw = []
      } else {
        raw = try next()
        bytesRead += raw.count
        isRead = raw.isEmpty
      }
      let settled = isGuess ? try settle(raw) : raw
      isAtEnd = isRead && pending == nil
      if isPeeking { peekedRaw += settled }
      let block = converter == nil ? repaired(settled) : try converted(settled)
      if !block.isEmpty { return block }
    }
    return []
  }

  /// The ASCII at the start of a block; at the first other byte the encoding is decided and the
  /// rest kept for the next turn.
  private func settle(_ raw: [UInt8]) throws(Diagnostic) -> [UInt8] {
    let first = UTF8Check.firstNonASCII(in: raw.span)
    guard first < raw.count else { return raw }
    var (rest, isWhole) = (Array(raw[first...]), isRead)
    if !isRead { (rest, isWhole) = try Self.window(rest, upTo: Self.headSize, from: next) }
    bytesRead += rest.count - (raw.count - first)
    isRead = isWhole
    isGuess = false
    pending = rest
    encoding = TextEncoding.confirmed(
      encoding,
      by: Array(rest.prefix(Self.headSize)),
      isWhole: isRead && rest.count <= Self.headSize
    )
    converter = try Self.converter(for: encoding, path: path)
    return Array(raw[..<first])
  }

  /// The next block as it is stored, for formats whose parts each name their own charset.
  ///
  /// Begins behind the byte order mark, also when the head was peeked at; empty at the end. A
  /// stream is read either so or by ``read()``, not by turns.
  public func readStored() throws(Diagnostic) -> [UInt8] {
    if peeked != nil {
      peeked = nil
      replacements = 0
      lostBefore = 0
      let block = peekedRaw
      peekedRaw = []
      if !block.isEmpty { return block }
    }
    if let kept = pending {
      pending = nil
      if !kept.isEmpty { return kept }
    }
    guard !isRead else { return [] }
    let block = try next()
    bytesRead += block.count
    isRead = block.isEmpty
    return block
  }

  private func converted(_ raw: [UInt8]) throws(Diagnostic) -> [UInt8] {
    var output: [UInt8] = []
    do throws(ICUFailure) {
      try converter?.convert(raw, isLast: isAtEnd, into: &output)
    } catch {
      throw Diagnostic(
        .encodingDamaged,
        at: SourceLocation(file: path),
        "the text cannot be converted from \(encoding.name): \(error)",
        hint: "save the file as UTF-8 and try again"
      )
    }
    replacements += Self.countReplacements(in: output)
    return output
  }

  /// Passes UTF-8 through, a character cut at the end of the block carried to the next.
  private func repaired(_ raw: [UInt8]) -> [UInt8] {
    var block = carried.isEmpty ? raw : carried + raw
    carried = []
    if !isAtEnd {
      let open = UTF8Check.openBytes(in: block.span, before: block.count)
      carried = Array(block.suffix(open))
      block.removeLast(open)
    }
    guard UTF8Check.firstNonASCII(in: block.span) < block.count else { return block }
    let lost = Self.countReplacements(in: block)
    lostBefore += lost
    guard !UTF8Check.isValid(block, allowsCutEnd: false) else { return block }
    let output = Array(String(decoding: block, as: UTF8.self).utf8)
    replacements += Self.countReplacements(in: output) - lost
    return output
  }

  /// How many U+FFFD a text has.
  static func countReplacements(in bytes: [UInt8]) -> Int {
    let span = bytes.span
    var found = 0
    var at = ByteScan.first(0xEF, in: span)
    while at + 2 < span.count {
      if span[at + 1] == 0xBF, span[at + 2] == 0xBD { found += 1 }
      at = ByteScan.first(0xEF, in: span, from: at + 1)
    }
    return found
  }
}
