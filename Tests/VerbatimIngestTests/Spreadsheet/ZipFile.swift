import Foundation

/// A zip archive made in a test, its entries stored or already deflated.
struct ZipFile {
  private var bytes: [UInt8] = []
  private var directory: [UInt8] = []
  private var count = 0

  /// Adds an entry as it is.
  mutating func add(_ name: String, _ content: [UInt8]) {
    add(name, content, size: content.count, method: 0, check: Self.check(content))
  }

  /// Adds an entry with a text.
  mutating func add(_ name: String, _ content: String) { add(name, Array(content.utf8)) }

  /// Adds an entry that is deflated already; its checksum is wrong.
  mutating func add(_ name: String, deflated: [UInt8], size: Int) {
    add(name, deflated, size: size, method: 8, check: 0)
  }

  private mutating func add(
    _ name: String,
    _ content: [UInt8],
    size: Int,
    method: Int,
    check: UInt32
  ) {
    let offset = bytes.count
    var fields = Self.number(0, 2) + Self.number(method, 2) + Self.number(0, 4)
    fields += Self.number(Int(check), 4) + Self.number(content.count, 4) + Self.number(size, 4)
    fields += Self.number(name.utf8.count, 2) + Self.number(0, 2)
    bytes += [0x50, 0x4B, 3, 4] + Self.number(20, 2) + fields + Array(name.utf8) + content
    directory += [0x50, 0x4B, 1, 2] + Self.number(20, 2) + Self.number(20, 2) + fields
    directory += Self.number(0, 10) + Self.number(offset, 4) + Array(name.utf8)
    count += 1
  }

  /// Writes the archive to a file of its own.
  func write(to path: String) throws {
    var all = bytes + directory + [0x50, 0x4B, 5, 6] + Self.number(0, 4)
    all += Self.number(count, 2) + Self.number(count, 2)
    all += Self.number(directory.count, 4) + Self.number(bytes.count, 4) + Self.number(0, 2)
    try Data(all).write(to: URL(filePath: path))
  }

  private static func number(_ value: Int, _ width: Int) -> [UInt8] {
    (0..<width).map { $0 < 8 ? UInt8(truncatingIfNeeded: value >> (8 * $0)) : 0 }
  }

  private static let table = (0..<256).map { index -> UInt32 in
    (0..<8).reduce(UInt32(index)) { value, _ in
      value & 1 == 1 ? value >> 1 ^ 0xEDB8_8320 : value >> 1
    }
  }

  /// CRC-32.
  private static func check(_ bytes: [UInt8]) -> UInt32 {
    ~bytes.reduce(~0) { table[Int(UInt8(truncatingIfNeeded: $0) ^ $1)] ^ $0 >> 8 }
  }

  /// A text and then `repeats` times 258 blanks, deflated 159 times smaller by the fixed code.
  static func deflated(_ text: String, thenBlanks repeats: Int) -> [UInt8] {
    var output: [UInt8] = []
    var buffer: UInt32 = 0
    var filled: UInt32 = 0
    func put(_ value: UInt32, _ width: UInt32) {
      buffer |= value << filled
      filled += width
      while filled >= 8 {
        output.append(UInt8(truncatingIfNeeded: buffer))
        buffer >>= 8
        filled -= 8
      }
    }
    func code(_ value: UInt32, _ width: UInt32) {
      for bit in (0..<width).reversed() { put(value >> bit & 1, 1) }
    }
    // The last block, with the fixed code.
    put(0b011, 3)
    for byte in text.utf8 + [0x20] { code(0x30 + UInt32(byte), 8) }
    for _ in 0..<repeats {
      code(0xC5, 8)
      code(0, 5)
    }
    code(0, 7)
    put(0, 7)
    return output
  }
}
