internal import CLibXML2
internal import VerbatimCore

/// What listens to a part of a workbook while it is parsed.
protocol XMLPartHandler: AnyObject {
  /// An element begins; its attributes live only for the call.
  func start(_ name: XMLName, _ attributes: XMLAttributes)
  func end(_ name: XMLName)
  /// A piece of text; one stretch may come in many pieces.
  func text(_ bytes: MarkupBytes)
}

/// The attributes of the element that is just told.
@safe struct XMLAttributes {
  // Safety: the parser is alive during the event, and nothing keeps a value longer than that.
  private let parser: OpaquePointer

  fileprivate init(_ parser: OpaquePointer) { unsafe self.parser = parser }

  /// The value as text.
  subscript(name: XMLName) -> String? {
    withBytes(of: name) { bytes in
      let text = String(decoding: bytes.indices.map { bytes[$0] }, as: UTF8.self)
      // libxml2 leaves this one reference to whoever builds a tree.
      return text.contains("&#38;") ? text.replacing("&#38;", with: "&") : text
    }
  }

  /// A whole number of at most nine digits.
  func number(_ name: XMLName) -> Int? {
    withBytes(of: name) { bytes in
      guard (1...9).contains(bytes.count) else { return nil }
      var value = 0
      for index in bytes.indices {
        let byte = bytes[index]
        guard byte >= 0x30, byte <= 0x39 else { return nil }
        value = value * 10 + Int(byte & 15)
      }
      return value
    } ?? nil
  }

  /// Lends the bytes of a value; nil when there is no such attribute.
  func withBytes<Result>(
    of name: XMLName,
    _ body: (Span<UInt8>) -> Result
  ) -> Result? {
    var count: Int32 = 0
    guard let start = unsafe vxml_attribute(parser, name.rawValue, &count) else { return nil }
    // Safety: the value lives for the event, which outlasts the call.
    return unsafe body(Span(_unsafeStart: start, count: Int(count)))
  }
}

/// A part of a workbook, inflated and parsed block by block.
@safe final class XMLPart {
  /// The name of the part, as `xl/workbook.xml`.
  let name: String
  private let path: String
  private let entry: ArchiveEntry
  private let handler: any XMLPartHandler
  private var block: [UInt8] = []
  // Safety: opened in init, closed once in deinit; its context is this object, which owns it.
  private var parser: OpaquePointer?
  private var isAtEnd = false

  /// Begins to read a part.
  init(
    _ package: WorkbookPackage,
    _ name: String,
    into handler: any XMLPartHandler
  ) throws(Diagnostic) {
    self.name = name
    path = package.path
    self.handler = handler
    entry = try package.entry(name)
    var events = Self.events
    // Safety: the context is used by `vxml_feed` alone, which only this object calls.
    let context = unsafe Unmanaged.passUnretained(self).toOpaque()
    unsafe parser = unsafe vxml_open(XMLName.vocabulary, &events, context)
  }

  deinit { unsafe vxml_close(parser) }

  /// Parses the next block; false when there is none left.
  ///
  /// - Throws: `V1120` when the part is damaged, `V1122` when it is a bomb.
  func step() throws(Diagnostic) -> Bool {
    guard !isAtEnd, let parser = unsafe parser else { return false }
    do {
      try entry.read(into: &block)
    } catch {
      throw WorkbookPackage.diagnostic(error, part: name, of: path)
    }
    isAtEnd = block.isEmpty
    // Safety: the parser borrows the block for the call, and tells the handler meanwhile.
    let outcome = unsafe block.withUnsafeBufferPointer { bytes in
      unsafe vxml_parse(parser, bytes.baseAddress, Int32(bytes.count), isAtEnd)
    }
    guard outcome != VXML_GOOD else { return !isAtEnd }
    let reason =
      switch outcome {
      case VXML_DOCTYPE: "declares a document type, which no workbook does"
      case VXML_TOO_DEEP: "nests too deep"
      default: "is no well-formed XML"
      }
    throw Diagnostic(
      .workbookDamaged,
      at: SourceLocation(file: "\(path)/\(name)", line: unsafe Int(vxml_line(parser))),
      "the part of the workbook \(reason)",
      hint: "open the workbook and save it again"
    )
  }

  /// Parses the whole part.
  func readAll() throws(Diagnostic) {
    while try step() {}
  }

  /// The diagnostic of a part that holds too much.
  var tooLarge: Diagnostic { WorkbookPackage.diagnostic(.tooLarge, part: name, of: path) }

  private static var events: vxml_events {
    unsafe vxml_events(
      start: { context, name in
        guard let part = unsafe XMLPart.at(context), let parser = unsafe part.parser,
          let name = XMLName(rawValue: name)
        else { return }
        part.handler.start(name, unsafe XMLAttributes(parser))
      },
      end: { context, name in
        guard let part = unsafe XMLPart.at(context), let name = XMLName(rawValue: name) else {
          return
        }
        part.handler.end(name)
      },
      text: { context, bytes, count in
        guard let part = unsafe XMLPart.at(context), let bytes = unsafe bytes, count > 0 else {
          return
        }
        part.handler.text(unsafe MarkupBytes(start: bytes, count: Int(count)))
      }
    )
  }

  private static func at(_ context: UnsafeMutableRawPointer?) -> XMLPart? {
    // Safety: the context is the part that opened the parser, alive while it feeds it.
    unsafe context.map { unsafe Unmanaged<XMLPart>.fromOpaque($0).takeUnretainedValue() }
  }
}
