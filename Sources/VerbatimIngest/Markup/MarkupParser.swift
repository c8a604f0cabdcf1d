internal import CLibXML2

/// What listens to a page while it is parsed.
protocol MarkupHandler {
  mutating func start(_ element: MarkupElement)
  /// The end of the element that was opened last, stated or implied.
  mutating func end()
  /// A piece of text, its entities resolved; one stretch may come in many pieces.
  mutating func text(_ bytes: MarkupBytes)
}

/// Parses HTML through libxml2 and tells a handler what it finds.
enum MarkupParser {
  /// Parses a page of UTF-8, forgiving as a browser is.
  ///
  /// - Returns: 0, or libxml2's error number when it gave up; the handler keeps what it has.
  static func parse<Handler: MarkupHandler>(
    _ bytes: [UInt8],
    into handler: inout Handler
  ) -> Int32 {
    var failure: Int32 = 0
    // Safety: the events and their context live for the call.
    unsafe relay(into: &handler) { events, context in
      unsafe bytes.withUnsafeBufferPointer { buffer in
        failure = unsafe vxml_parse_html(buffer.baseAddress, buffer.count, events, context)
      }
    }
    return failure
  }

  /// Whether a page holds a word, in these very letters.
  static func holds(_ word: String, in page: [UInt8]) -> Bool {
    // Safety: the bytes live for the call.
    unsafe page.withUnsafeBufferPointer { unsafe vxml_holds($0.baseAddress, $0.count, word) }
  }

  /// Lends `body` the callbacks and the context by which a handler hears what the C side tells.
  @unsafe static func relay<Handler: MarkupHandler>(
    into handler: inout Handler,
    _ body: (UnsafePointer<vxml_handler>, UnsafeMutableRawPointer) -> Void
  ) {
    let relay = HandlerRelay(handler)
    var events = callbacks
    withExtendedLifetime(relay) {
      // Safety: the relay outlives the call, and the callbacks get it back as they got it.
      let context = unsafe Unmanaged.passUnretained(relay as MarkupRelay).toOpaque()
      unsafe withUnsafePointer(to: &events) { unsafe body($0, context) }
    }
    handler = relay.handler
  }

  private static var callbacks: vxml_handler {
    unsafe vxml_handler(
      start: { context, name, attributes, line in
        guard let name = unsafe name else { return }
        let element = unsafe MarkupElement(name: name, attributes: attributes, line: Int(line))
        unsafe MarkupRelay.at(context).start(element)
      },
      end: { context, _ in unsafe MarkupRelay.at(context).end() },
      text: { context, bytes, count in
        guard let bytes = unsafe bytes, count > 0 else { return }
        unsafe MarkupRelay.at(context).text(MarkupBytes(start: bytes, count: Int(count)))
      }
    )
  }
}

/// A C callback knows no generic type: it reaches the handler through this class.
private class MarkupRelay {
  static func at(_ context: UnsafeMutableRawPointer?) -> MarkupRelay {
    guard let context = unsafe context else { preconditionFailure("libxml2 lost its context") }
    // Safety: the pointer is the one that `parse` made of a relay that is still alive.
    return unsafe Unmanaged<MarkupRelay>.fromOpaque(context).takeUnretainedValue()
  }

  func start(_ element: MarkupElement) {}
  func end() {}
  func text(_ bytes: MarkupBytes) {}
}

private final class HandlerRelay<Handler: MarkupHandler>: MarkupRelay {
  var handler: Handler

  init(_ handler: Handler) { self.handler = handler }

  override func start(_ element: MarkupElement) { handler.start(element) }
  override func end() { handler.end() }
  override func text(_ bytes: MarkupBytes) { handler.text(bytes) }
}
