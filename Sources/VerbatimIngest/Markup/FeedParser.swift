internal import CLibXML2
internal import VerbatimCore

/// Parses an XML feed that comes in pieces of UTF-8 and tells a collector what it finds.
///
/// Nothing is loaded from a disk or a network, and no entity is expanded but XML's and HTML's own.
@safe final class FeedParser {
  /// How the parser goes on.
  enum State {
    case reads
    /// A document type began; the parser refuses it.
    case hasDoctype
    /// libxml2 gave up.
    case stopped
  }

  let collector: FeedCollector
  // Safety: made in init, freed once in deinit, never handed out; it points at the collector, which
  // this object owns, through the relay.
  private let feed: OpaquePointer?
  private let relay: FeedRelay

  init(_ shape: FeedCollector.Shape) {
    let collector = FeedCollector(shape)
    let relay = FeedRelay(collector)
    self.collector = collector
    self.relay = relay
    var handler = Self.callbacks
    // Safety: the relay lives as long as the parser, and the callbacks get it back as they got it.
    let context = unsafe Unmanaged.passUnretained(relay).toOpaque()
    unsafe feed = vxml_feed_new(&handler, context)
    let parser = unsafe feed
    collector.place = {
      guard let parser = unsafe parser else { return (0, -1) }
      var line: Int32 = 0
      var byte: Int64 = -1
      unsafe vxml_feed_place(parser, &line, &byte)
      return (Int(line), Int(byte))
    }
  }

  deinit { unsafe vxml_feed_free(feed) }

  /// Parses the next piece; an empty one that is the last ends the feed.
  func push(_ bytes: ArraySlice<UInt8>, isLast: Bool = false) -> State {
    guard let feed = unsafe feed else { return .stopped }
    let state = unsafe bytes.withUnsafeBufferPointer { buffer in
      // Safety: libxml2 copies the piece before the call returns.
      unsafe vxml_feed_push(feed, buffer.baseAddress, buffer.count, isLast)
    }
    return switch state {
    case VXML_FEED_HAS_DOCTYPE: .hasDoctype
    case VXML_FEED_STOPPED: .stopped
    default: .reads
    }
  }

  private static var callbacks: vxml_feed_handler {
    unsafe vxml_feed_handler(
      start: { context, local, prefix, uri, attributes, count in
        unsafe FeedRelay.at(context).start(local, prefix, uri, attributes, Int(count))
      },
      end: { context in unsafe FeedRelay.at(context).collector.end() },
      text: { context, bytes, count in
        guard let bytes = unsafe bytes, count > 0 else { return }
        unsafe FeedRelay.at(context).collector.text(MarkupBytes(start: bytes, count: Int(count)))
      },
      fault: { context, code, line, column, isMended in
        unsafe FeedRelay.at(context).collector.fault(
          FeedItem.Fault(code: Int(code), line: Int(line), column: Int(column)),
          isMended: isMended
        )
      }
    )
  }
}

/// Turns names of C into names of Swift, each once.
private final class FeedRelay {
  let collector: FeedCollector

  /// Safety: names stay at their address for the parser's life, as the shim's header says.
  private struct Key: Hashable {
    var local: UInt
    var uri: UInt
    var prefix: UInt
  }

  private var names: [Key: (name: String, flow: MarkupName.Flow)] = [:]

  init(_ collector: FeedCollector) { self.collector = collector }

  static func at(_ context: UnsafeMutableRawPointer?) -> FeedRelay {
    guard let context = unsafe context else { preconditionFailure("libxml2 lost its context") }
    // Safety: the pointer is the one that the parser made of its relay, which is still alive.
    return unsafe Unmanaged<FeedRelay>.fromOpaque(context).takeUnretainedValue()
  }

  func start(
    _ local: UnsafePointer<CChar>?,
    _ prefix: UnsafePointer<CChar>?,
    _ uri: UnsafePointer<CChar>?,
    _ attributes: UnsafePointer<UnsafePointer<CChar>?>?,
    _ count: Int
  ) {
    var found: [(name: String, value: String)] = []
    if count > 0, let attributes = unsafe attributes {
      found.reserveCapacity(count)
      for index in 0..<count {
        // Safety: five pointers an attribute; the value is the bytes from the fourth to the fifth.
        let at = unsafe attributes + 5 * index
        guard let start = unsafe at[3], let end = unsafe at[4] else { continue }
        let bytes = unsafe UnsafeBufferPointer(start: start, count: end - start)
        var value = unsafe String(decoding: UnsafeRawBufferPointer(bytes), as: UTF8.self)
        // libxml2 leaves this one reference to whoever builds a tree.
        if value.contains("&#38;") { value = value.replacing("&#38;", with: "&") }
        let name = unsafe name(at[0], at[1], at[2]).name
        found.append((name, value))
      }
    }
    let (name, flow) = unsafe name(local, prefix, uri)
    collector.start(name, flow: flow, attributes: found)
  }

  private func name(
    _ local: UnsafePointer<CChar>?,
    _ prefix: UnsafePointer<CChar>?,
    _ uri: UnsafePointer<CChar>?
  ) -> (name: String, flow: MarkupName.Flow) {
    let key = Key(
      local: UInt(bitPattern: local),
      uri: UInt(bitPattern: uri),
      prefix: UInt(bitPattern: prefix)
    )
    if let known = names[key] { return known }
    guard let local = unsafe local else { return ("", .inline) }
    // Safety: libxml2's names end in a NUL.
    let plain = unsafe String(cString: local)
    var usual = ""
    if let uri = unsafe uri {
      usual = unsafe FeedVocabulary.prefix(of: String(cString: uri))
    } else if let prefix = unsafe prefix {
      usual = unsafe String(cString: prefix)
    }
    let name = usual.isEmpty ? plain : "\(usual):\(plain)"
    let result = unsafe (name, MarkupName(local).flow)
    // A hostile feed must not fill the memory with names.
    if names.count < 10_000 { names[key] = result }
    return result
  }
}

/// The vocabularies that feeds share, by their usual prefixes.
enum FeedVocabulary {
  /// The prefix of a namespace; empty for the feed's own words.
  static func prefix(of address: String) -> String {
    let known = [
      ("purl.org/dc/", "dc"), ("purl.org/rss/1.0/modules/content", "content"),
      ("itunes.apple.com/rss", "im"), ("base.google.com/ns", "g"),
      ("www.w3.org/XML/1998/namespace", "xml"), ("www.w3.org/1999/02/22-rdf-syntax-ns", "rdf"),
      ("www.itunes.com/dtds", "itunes"), ("search.yahoo.com/mrss", "media"),
      ("wellformedweb.org", "wfw"), ("purl.org/rss/1.0/modules/slash", "slash"),
      ("www.w3.org/2001/XMLSchema-instance", "xsi"),
    ]
    return known.first { address.contains($0.0) }?.1 ?? ""
  }

}
