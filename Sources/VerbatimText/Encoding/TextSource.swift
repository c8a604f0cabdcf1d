public import VerbatimCore

/// A file as a stream of valid UTF-8, whatever it was written in.
///
/// Reads the first 64 KiB, decides the encoding, and then gives blocks. UTF-8 passes through; all
/// else goes through ICU. Bytes without meaning become U+FFFD and are counted.
public final class TextSource {
  /// The size of a block.
  public static let blockSize = 256 * 1024
  /// How much is looked at to decide encoding and format.
  public static let headSize = 64 * 1024

  /// The path as the user gave it.
  public let path: String
  /// The encoding, with its evidence.
  public let encoding: TextEncoding
  /// The first bytes of the file as stored.
  public let rawHead: [UInt8]
  /// How many sequences without meaning became U+FFFD so far.
  public private(set) var replacements = 0
  /// How many bytes of the file were read so far, for a progress line.
  public private(set) var bytesRead = 0
  /// Whether byte offsets in the stream are byte offsets in the file (less the mark's length).
  public var keepsOffsets: Bool { encoding.isUTF8 }

  private var peeked: [UInt8]?
  private let next: () throws(Diagnostic) -> [UInt8]
  private var pendingRaw: [UInt8]?
  private let converter: ICUConverter?
  private var carried: [UInt8] = []
  private var isAtEnd = false

  /// Opens a file and decides its encoding.
  public convenience init(path: String) throws(Diagnostic) {
    let reader = try ByteReader(path: path)
    try self.init(path: path) { () throws(Diagnostic) in
      try reader.read(upTo: Self.blockSize)
    }
  }

  /// A stream over bytes in memory.
  public convenience init(path: String, bytes: [UInt8]) throws(Diagnostic) {
    var rest: [UInt8]? = bytes
    try self.init(path: path) { () throws(Diagnostic) in
      defer { rest = nil }
      return rest ?? []
    }
  }

  /// A stream over blocks; an empty block is the end.
  public init(
    path: String,
    blocks: @escaping () throws(Diagnostic) -> [UInt8]
  ) throws(Diagnostic) {
    self.path = path
    var head: [UInt8] = []
    var isWhole = false
    while head.count < Self.headSize {
      let block = try blocks()
      if block.isEmpty {
        isWhole = true
        break
      }
      if head.isEmpty { head = block } else { head.append(contentsOf: block) }
    }
    next = blocks
    // No more than the head decides, however much the first block brought: the same file must not
    // read otherwise through a pipe.
    encoding = TextEncoding.detect(
      Array(head.prefix(Self.headSize)),
      isWhole: isWhole && head.count <= Self.headSize
    )
    rawHead = head
    bytesRead = head.count
    pendingRaw = Array(head.dropFirst(encoding.markLength))
    converter = encoding.isUTF8 ? nil : ICUConverter(charset: encoding.name)
    isAtEnd = false
  }

  /// The first block of UTF-8, which `read` gives again; empty when the file has no text.
  public func peek() throws(Diagnostic) -> [UInt8] {
    if let peeked { return peeked }
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
      if let pending = pendingRaw, !pending.isEmpty {
        raw = pending
        pendingRaw = nil
      } else {
        pendingRaw = nil
        raw = try next()
        bytesRead += raw.count
        if raw.isEmpty { isAtEnd = true }
      }
      let block = converter == nil ? repaired(raw) : try converted(raw)
      if !block.isEmpty { return block }
    }
    return []
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
      var back = 1
      while back <= min(3, block.count) {
        let byte = block[block.count - back]
        if byte & 0xC0 != 0x80 {
          if UTF8Check.length(of: byte) > back {
            carried = Array(block.suffix(back))
            block.removeLast(back)
          }
          break
        }
        back += 1
      }
    }
    guard !UTF8Check.isValid(block, allowsCutEnd: false) else { return block }
    let output = Array(String(decoding: block, as: UTF8.self).utf8)
    replacements += Self.countReplacements(in: output) - Self.countReplacements(in: block)
    return output
  }

  static func countReplacements(in bytes: [UInt8]) -> Int {
    var found = 0
    var at = 0
    while at + 2 < bytes.count {
      if bytes[at] == 0xEF, bytes[at + 1] == 0xBF, bytes[at + 2] == 0xBD {
        found += 1
        at += 3
      } else {
        at += 1
      }
    }
    return found
  }
}
