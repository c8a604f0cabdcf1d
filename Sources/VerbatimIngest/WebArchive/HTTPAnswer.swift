/// An answer of a web server as an archive keeps it: status, fields, content.
struct HTTPAnswer {
  /// The content without its codings, or why there is none.
  enum Content: Hashable {
    /// The bytes; `isCut` when a chunk or a compressed stream ends too early.
    case bytes([UInt8], isCut: Bool)
    /// A coding that is not known, or damaged.
    case unreadable(String)
    /// It would unpack to more than the limit.
    case tooLarge
  }

  /// The status; 200 for a content that came without an answer around it.
  let status: Int
  private let fields: [(name: String, value: String)]
  private let body: ArraySlice<UInt8>

  /// Reads an answer; nil when the bytes do not begin with the line of a status.
  init?(_ bytes: [UInt8]) {
    guard bytes.starts(with: "HTTP/".utf8) else { return nil }
    var lineStart = 0
    var bodyStart = bytes.count
    while let feed = bytes[lineStart...].firstIndex(of: 0x0A) {
      let line = bytes[lineStart..<feed]
      if line.isEmpty || line.elementsEqual([0x0D]) {
        bodyStart = feed + 1
        break
      }
      lineStart = feed + 1
    }
    let head = bytes[..<min(lineStart, bodyStart)]
    let words = head.prefix { $0 != 0x0A }.split(separator: 0x20)
    guard words.count > 1,
      let status = Int(String(decoding: words[1], as: UTF8.self).trimmingBlanks)
    else { return nil }
    self.status = status
    fields = WebArchiveCutter.fields(head)
    body = bytes[bodyStart...]
  }

  /// A content that stands by itself.
  init(type: String?, _ bytes: [UInt8]) {
    status = 200
    fields = type.map { [("content-type", $0)] } ?? []
    body = bytes[...]
  }

  /// The value of a field.
  func field(_ name: String) -> String? { fields.first { $0.name == name }?.value }

  /// The media type in small letters, without parameters; nil when none is stated.
  var mediaType: String? {
    let type = field("content-type")?.prefix { $0 != ";" }.lowercased()
    return type?.trimmingBlanks
  }

  /// The content, its chunks joined and its compression undone, to at most so many bytes.
  ///
  /// Archivers often undo a coding and leave the field that names it: content that does not look
  /// as the field says is taken as it stands.
  func content(limit: Int) -> Content {
    var bytes = Array(body)
    var isCut = false
    if field("transfer-encoding")?.lowercased().contains("chunked") == true,
      let (joined, isWhole) = Self.unchunked(body)
    {
      bytes = joined
      isCut = !isWhole
    }
    let codings = (field("content-encoding") ?? "").lowercased()
      .split(separator: ",").map { String($0).trimmingBlanks }.filter {
        $0 != "identity" && !$0.isEmpty
      }
    for coding in codings.reversed() {
      guard bytes.first(where: { $0 > 0x20 }) != UInt8(ascii: "<") else { break }
      switch coding {
      case "gzip", "x-gzip", "deflate":
        let inflated = InflatedBytes(bytes, limit: limit)
        switch inflated.end {
        case .whole: break
        case .cut: isCut = true
        case .tooLarge: return .tooLarge
        case .damaged:
          guard !inflated.bytes.isEmpty else { return .unreadable("its \(coding) is damaged") }
          isCut = true
        }
        bytes = inflated.bytes
      default: return .unreadable("the coding `\(coding)` is not known")
      }
    }
    return bytes.count > limit ? .tooLarge : .bytes(bytes, isCut: isCut)
  }

  /// The content of chunks, and whether the last one is there; nil when there are no chunks.
  private static func unchunked(_ body: ArraySlice<UInt8>) -> (bytes: [UInt8], isWhole: Bool)? {
    var output: [UInt8] = []
    var rest = body
    while true {
      guard let feed = rest.prefix(1024).firstIndex(of: 0x0A) else {
        return output.isEmpty ? nil : (output, false)
      }
      let digits = rest[..<feed].prefix { $0 != UInt8(ascii: ";") && $0 > 0x20 }
      guard (1...12).contains(digits.count),
        let size = Int(String(decoding: digits, as: UTF8.self), radix: 16), size >= 0
      else { return output.isEmpty ? nil : (output, false) }
      rest = rest[(feed + 1)...]
      if size == 0 { return (output, true) }
      output.append(contentsOf: rest.prefix(size))
      guard rest.count >= size else { return (output, false) }
      rest = rest.dropFirst(size)
      if rest.first == 0x0D { rest = rest.dropFirst() }
      if rest.first == 0x0A { rest = rest.dropFirst() }
    }
  }
}
