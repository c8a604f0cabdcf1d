/// Writes JSON with keys in the order given and numbers the shortest way that reads back.
///
/// The same values give the same bytes on every machine. The writer appends to one buffer and makes
/// no intermediate values.
///
/// Writing is by pointer, because signals are mostly punctuation: with an array for a buffer the
/// uniqueness and capacity checks of each byte took half the time of a whole signal.
@safe public struct JSONWriter: ~Copyable {
  // Safety: `buffer` holds `capacity` bytes, of which the first `count` are written. Only
  // `reserve` replaces it, only `deinit` frees it, and a writer cannot be copied.
  private var buffer: UnsafeMutablePointer<UInt8>
  private var capacity: Int
  private var count = 0
  private var needsComma = false

  /// An empty writer, with room for some bytes.
  public init(capacity: Int = 512) {
    self.capacity = max(64, capacity)
    unsafe buffer = UnsafeMutablePointer<UInt8>.allocate(capacity: self.capacity)
  }

  deinit { unsafe buffer.deallocate() }

  /// The bytes written so far.
  public var bytes: [UInt8] { unsafe Array(UnsafeBufferPointer(start: buffer, count: count)) }

  /// How many bytes were written so far.
  public var byteCount: Int { count }

  /// The bytes as text.
  public var text: String { String(decoding: bytes, as: UTF8.self) }

  /// Forgets what was written and keeps the memory.
  public mutating func removeAll() {
    count = 0
    needsComma = false
  }

  @inline(__always)
  private mutating func reserve(_ more: Int) {
    if count + more > capacity { grow(more) }
  }

  private mutating func grow(_ more: Int) {
    let wider = max(capacity * 2, count + more)
    let replacement = UnsafeMutablePointer<UInt8>.allocate(capacity: wider)
    unsafe replacement.update(from: buffer, count: count)
    unsafe buffer.deallocate()
    unsafe buffer = replacement
    capacity = wider
  }

  @inline(__always)
  private mutating func put(_ byte: UInt8) {
    reserve(1)
    unsafe buffer[count] = byte
    count += 1
  }

  private mutating func put(_ source: UnsafeBufferPointer<UInt8>) {
    guard let base = source.baseAddress else { return }
    reserve(source.count)
    unsafe (buffer + count).update(from: base, count: source.count)
    count += source.count
  }

  private mutating func put(_ source: [UInt8]) {
    unsafe source.withUnsafeBufferPointer { unsafe put($0) }
  }

  /// Takes over JSON that was written before, as the next value.
  public mutating func raw(_ json: [UInt8]) {
    separate()
    put(json)
    needsComma = true
  }

  /// Ends a line of JSON Lines.
  public mutating func endLine() {
    put(UInt8(ascii: "\n"))
    needsComma = false
  }

  /// Writes an object whose fields `body` writes.
  public mutating func object(_ body: (inout JSONWriter) -> Void) {
    beginObject()
    body(&self)
    endObject()
  }

  /// Opens an object; `endObject` closes it.
  public mutating func beginObject() {
    separate()
    put(UInt8(ascii: "{"))
  }

  /// Closes the object that `beginObject` opened.
  public mutating func endObject() {
    put(UInt8(ascii: "}"))
    needsComma = true
  }

  /// Writes an array with one value for each element.
  public mutating func array<Elements: Sequence>(
    _ elements: Elements,
    _ body: (inout JSONWriter, Elements.Element) -> Void
  ) {
    separate()
    put(UInt8(ascii: "["))
    for element in elements { body(&self, element) }
    put(UInt8(ascii: "]"))
    needsComma = true
  }

  /// Writes the key of the next value.
  public mutating func key(_ name: StaticString) {
    separate()
    reserve(name.utf8CodeUnitCount + 3)
    put(UInt8(ascii: "\""))
    // Safety: a static string's bytes live for ever.
    unsafe put(UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount))
    put(UInt8(ascii: "\""))
    put(UInt8(ascii: ":"))
  }

  /// Takes over fields that were written before, without the braces around them.
  public mutating func fields(_ json: [UInt8]) { raw(json) }

  /// Writes a key that is not known at compile time.
  public mutating func key(dynamic name: String) {
    value(name)
    put(UInt8(ascii: ":"))
    needsComma = false
  }

  /// Writes a string.
  public mutating func value(_ text: String) {
    separate()
    put(UInt8(ascii: "\""))
    var text = text
    text.withUTF8 { utf8 in
      // Safety: indices stay inside the buffer, which lives for the closure.
      var start = 0
      var at = 0
      let count = utf8.count
      while at < count {
        let byte = unsafe utf8[at]
        if byte >= 0x20, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\") {
          at += 1
          continue
        }
        unsafe put(UnsafeBufferPointer(rebasing: utf8[start..<at]))
        escape(byte)
        at += 1
        start = at
      }
      unsafe put(UnsafeBufferPointer(rebasing: utf8[start..<count]))
    }
    put(UInt8(ascii: "\""))
    needsComma = true
  }

  private mutating func escape(_ byte: UInt8) {
    put(UInt8(ascii: "\\"))
    switch byte {
    case 0x0A: put(UInt8(ascii: "n"))
    case 0x0D: put(UInt8(ascii: "r"))
    case 0x09: put(UInt8(ascii: "t"))
    case 0x00..<0x20:
      let hex = Array("0123456789abcdef".utf8)
      put(Array("u00".utf8))
      put(hex[Int(byte >> 4)])
      put(hex[Int(byte & 15)])
    default: put(byte)
    }
  }

  /// Writes an integer.
  public mutating func value(_ number: Int) {
    separate()
    if number < 0 { put(UInt8(ascii: "-")) }
    put(digits: number.magnitude, atLeast: 1)
    needsComma = true
  }

  /// Writes a number in decimal, with zeros in front up to a width of at most 20.
  private mutating func put(digits number: UInt, atLeast width: Int) {
    var length = 1
    var rest = number / 10
    while rest > 0 {
      length += 1
      rest /= 10
    }
    length = max(length, width)
    reserve(length)
    var value = number
    var at = count + length
    // Safety: `length` bytes were reserved behind `count`.
    while at > count {
      at -= 1
      unsafe buffer[at] = UInt8(ascii: "0") + UInt8(value % 10)
      value /= 10
    }
    count += length
  }

  /// Writes a number the shortest way that reads back; whole numbers without a fraction.
  ///
  /// Infinite and undefined become null.
  public mutating func value(_ number: Double) {
    guard number.isFinite else { return null() }
    if number == number.rounded(.towardZero), abs(number) <= 0x1p53 { return value(Int(number)) }
    let scaled = (number * 10_000).rounded()
    if abs(scaled) < 1e12, scaled / 10_000 == number { return fourDecimals(Int(scaled)) }
    separate()
    put(Array(number.description.utf8))
    needsComma = true
  }

  /// Writes a number of at most four decimals, which is then the shortest way to write it: no two
  /// decimals of fifteen digits or fewer are the same `Double`.
  private mutating func fourDecimals(_ scaled: Int) {
    separate()
    if scaled < 0 { put(UInt8(ascii: "-")) }
    put(digits: scaled.magnitude / 10_000, atLeast: 1)
    put(UInt8(ascii: "."))
    var fraction = scaled.magnitude % 10_000
    var width = 4
    while fraction % 10 == 0 {
      fraction /= 10
      width -= 1
    }
    put(digits: fraction, atLeast: width)
    needsComma = true
  }

  /// Writes true or false.
  public mutating func value(_ truth: Bool) {
    separate()
    let word: StaticString = truth ? "true" : "false"
    unsafe put(UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount))
    needsComma = true
  }

  /// Writes null.
  public mutating func null() {
    separate()
    let word: StaticString = "null"
    unsafe put(UnsafeBufferPointer(start: word.utf8Start, count: 4))
    needsComma = true
  }

  /// Writes a field that is null when there is no value.
  public mutating func field(_ name: StaticString, _ text: String?) {
    key(name)
    if let text { value(text) } else { null() }
  }

  /// Writes a field that is null when there is no value.
  public mutating func field(_ name: StaticString, _ number: Int?) {
    key(name)
    if let number { value(number) } else { null() }
  }

  /// Writes a field that is null when there is no value.
  public mutating func field(_ name: StaticString, _ number: Double?) {
    key(name)
    if let number { value(number) } else { null() }
  }

  /// Writes a field that is null when there is no value.
  public mutating func field(_ name: StaticString, _ truth: Bool?) {
    key(name)
    if let truth { value(truth) } else { null() }
  }

  /// Writes a field only when there is a value.
  public mutating func optional(_ name: StaticString, _ text: String?) {
    if let text { field(name, text) }
  }

  /// Writes a field only when there is a value.
  public mutating func optional(_ name: StaticString, _ number: Int?) {
    if let number { field(name, number) }
  }

  /// Writes a field only when there is a value.
  public mutating func optional(_ name: StaticString, _ number: Double?) {
    if let number { field(name, number) }
  }

  /// Writes a field only when there is a value.
  public mutating func optional(_ name: StaticString, _ truth: Bool?) {
    if let truth { field(name, truth) }
  }

  /// Writes an object as a field.
  public mutating func object(_ name: StaticString, _ body: (inout JSONWriter) -> Void) {
    key(name)
    object(body)
  }

  /// Writes an array as a field.
  public mutating func array<Elements: Sequence>(
    _ name: StaticString,
    _ elements: Elements,
    _ body: (inout JSONWriter, Elements.Element) -> Void
  ) {
    key(name)
    array(elements, body)
  }

  private mutating func separate() {
    if needsComma { put(UInt8(ascii: ",")) }
    needsComma = false
  }
}
