/// Bytes that libxml2 lends for the time of one event.
@safe struct MarkupBytes {
  // Safety: `start` holds `count` bytes until the event's call returns; nothing keeps a value of
  // this type longer than that.
  private let start: UnsafePointer<UInt8>
  let count: Int

  @unsafe init(start: UnsafePointer<UInt8>, count: Int) {
    unsafe self.start = start
    self.count = count
  }

  /// The byte at `index`, which must be below the count.
  subscript(index: Int) -> UInt8 {
    precondition(index >= 0 && index < count)
    // Safety: the index was checked, and the bytes are there during the event.
    return unsafe start[index]
  }

  func append(to bytes: inout [UInt8]) {
    unsafe bytes.append(contentsOf: UnsafeBufferPointer(start: start, count: count))
  }

  var text: String {
    unsafe String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
  }
}

/// The name of an element or an attribute, in lower case, compared as bytes.
@safe struct MarkupName {
  // Safety: a NUL-terminated string that outlives the event's call.
  private let bytes: UnsafePointer<CChar>

  @unsafe init(_ bytes: UnsafePointer<CChar>) { unsafe self.bytes = bytes }

  /// The first byte; 0 for a name without any.
  var first: UInt8 { unsafe UInt8(bitPattern: bytes[0]) }

  /// The bytes of the name behind `prefix`; nil when it does not begin so.
  func bytes(behind prefix: StaticString) -> MarkupBytes? {
    var at = 0
    // Safety: the loops stop at the NUL that both strings end in.
    while unsafe prefix.utf8Start[at] != 0 {
      guard unsafe UInt8(bitPattern: bytes[at]) == prefix.utf8Start[at] else { return nil }
      at += 1
    }
    let rest = unsafe bytes + at
    var count = 0
    while unsafe rest[count] != 0 { count += 1 }
    return unsafe rest.withMemoryRebound(to: UInt8.self, capacity: count) {
      unsafe MarkupBytes(start: $0, count: count)
    }
  }

  func `is`(_ text: StaticString) -> Bool {
    // Safety: both end in a NUL, and the loop stops at the first byte that differs.
    var at = 0
    while true {
      let byte = unsafe UInt8(bitPattern: bytes[at])
      if unsafe byte != text.utf8Start[at] { return false }
      if byte == 0 { return true }
      at += 1
    }
  }
}

/// A start tag as libxml2 tells it; good for the time of the event.
@safe struct MarkupElement {
  let name: MarkupName
  /// The 1-based line of the tag.
  let line: Int
  // Safety: NULL, or name, value, …, NULL as the shim's header says.
  private let attributes: UnsafePointer<UnsafePointer<CChar>?>?

  @unsafe init(
    name: UnsafePointer<CChar>,
    attributes: UnsafePointer<UnsafePointer<CChar>?>?,
    line: Int
  ) {
    self.name = unsafe MarkupName(name)
    unsafe self.attributes = attributes
    self.line = line
  }

  var hasAttributes: Bool { unsafe attributes != nil }

  /// The name of the attribute at `index`, nil past the last.
  func attributeName(at index: Int) -> MarkupName? {
    guard let name = unsafe attributes?[2 * index] else { return nil }
    return unsafe MarkupName(name)
  }

  /// The value of an attribute; empty when it has none, nil when it is not there.
  func value(of wanted: StaticString) -> MarkupBytes? {
    var index = 0
    while let name = attributeName(at: index) {
      if name.is(wanted) { return value(at: index) }
      index += 1
    }
    return nil
  }

  /// The value of the attribute at `index`; empty when it has none, nil past the last.
  func value(at index: Int) -> MarkupBytes? {
    guard let name = unsafe attributes?[2 * index] else { return nil }
    let value = unsafe attributes?[2 * index + 1]
    // Safety: a missing value reads as no bytes of the name, which is there.
    let text = unsafe value ?? name
    var count = 0
    if unsafe value != nil {
      while unsafe text[count] != 0 { count += 1 }
    }
    return unsafe text.withMemoryRebound(to: UInt8.self, capacity: count) {
      unsafe MarkupBytes(start: $0, count: count)
    }
  }
}
