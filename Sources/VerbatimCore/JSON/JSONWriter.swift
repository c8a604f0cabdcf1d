/// Writes JSON with keys in the order given and numbers the shortest way that reads back.
///
/// The same values give the same bytes on every machine. The writer appends to one buffer and makes
/// no intermediate values.
public struct JSONWriter: Sendable {
  /// The bytes written so far.
  public private(set) var bytes: [UInt8] = []
  private var needsComma = false

  /// An empty writer.
  public init() {}

  /// The bytes as text.
  public var text: String { String(decoding: bytes, as: UTF8.self) }

  /// Forgets what was written and keeps the memory.
  public mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    needsComma = false
  }

  /// Takes over JSON that was written before, as the next value.
  public mutating func raw(_ json: some Sequence<UInt8>) {
    separate()
    bytes.append(contentsOf: json)
    needsComma = true
  }

  /// Ends a line of JSON Lines.
  public mutating func endLine() {
    bytes.append(UInt8(ascii: "\n"))
    needsComma = false
  }

  /// Writes an object whose fields `body` writes.
  public mutating func object(_ body: (inout JSONWriter) -> Void) {
    separate()
    bytes.append(UInt8(ascii: "{"))
    needsComma = false
    body(&self)
    bytes.append(UInt8(ascii: "}"))
    needsComma = true
  }

  /// Writes an array with one value for each element.
  public mutating func array<Elements: Sequence>(
    _ elements: Elements, _ body: (inout JSONWriter, Elements.Element) -> Void
  ) {
    separate()
    bytes.append(UInt8(ascii: "["))
    needsComma = false
    for element in elements { body(&self, element) }
    bytes.append(UInt8(ascii: "]"))
    needsComma = true
  }

  /// Writes the key of the next value.
  public mutating func key(_ name: StaticString) {
    separate()
    bytes.append(UInt8(ascii: "\""))
    // Safety: a static string's bytes live for ever.
    unsafe bytes.append(
      contentsOf: UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount))
    bytes.append(UInt8(ascii: "\""))
    bytes.append(UInt8(ascii: ":"))
    needsComma = false
  }

  /// Writes a key that is not known at compile time.
  public mutating func key(dynamic name: String) {
    value(name)
    bytes.append(UInt8(ascii: ":"))
    needsComma = false
  }

  /// Writes a string.
  public mutating func value(_ text: String) {
    separate()
    bytes.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"):
        bytes.append(UInt8(ascii: "\\"))
        bytes.append(byte)
      case 0x20...: bytes.append(byte)
      case 0x0A: bytes.append(contentsOf: "\\n".utf8)
      case 0x0D: bytes.append(contentsOf: "\\r".utf8)
      case 0x09: bytes.append(contentsOf: "\\t".utf8)
      default:
        let hex = Array("0123456789abcdef".utf8)
        bytes.append(contentsOf: "\\u00".utf8)
        bytes.append(hex[Int(byte >> 4)])
        bytes.append(hex[Int(byte & 15)])
      }
    }
    bytes.append(UInt8(ascii: "\""))
    needsComma = true
  }

  /// Writes an integer.
  public mutating func value(_ number: Int) {
    separate()
    if number >= 0 && number < 10 {
      bytes.append(UInt8(ascii: "0") + UInt8(number))
    } else {
      bytes.append(contentsOf: String(number).utf8)
    }
    needsComma = true
  }

  /// Writes a number the shortest way that reads back; whole numbers without a fraction. Infinite
  /// and undefined become null.
  public mutating func value(_ number: Double) {
    guard number.isFinite else { return null() }
    if number == number.rounded(.towardZero), abs(number) < 1e15 { return value(Int(number)) }
    separate()
    bytes.append(contentsOf: number.description.utf8)
    needsComma = true
  }

  /// Writes true or false.
  public mutating func value(_ truth: Bool) {
    separate()
    bytes.append(contentsOf: (truth ? "true" : "false").utf8)
    needsComma = true
  }

  /// Writes null.
  public mutating func null() {
    separate()
    bytes.append(contentsOf: "null".utf8)
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
    _ name: StaticString, _ elements: Elements,
    _ body: (inout JSONWriter, Elements.Element) -> Void
  ) {
    key(name)
    array(elements, body)
  }

  private mutating func separate() {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
    needsComma = false
  }
}
