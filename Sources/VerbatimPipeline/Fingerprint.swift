internal import Crypto
internal import Foundation

/// Hashes that name things by their content: the same on every run and machine.
public enum Fingerprint {
  /// 32 hexadecimal digits of the SHA-256 over parts, each ended by a byte that no UTF-8 has.
  public static func hex32(_ parts: String...) -> String { hex32(parts) }

  /// 32 hexadecimal digits of the SHA-256 over parts, each ended by a byte that no UTF-8 has.
  public static func hex32(_ parts: [String]) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(parts.reduce(0) { $0 + $1.utf8.count + 1 })
    for part in parts {
      bytes.append(contentsOf: part.utf8)
      bytes.append(0xFF)
    }
    // Safety: the digest's bytes are only read inside the closure.
    return unsafe SHA256.hash(data: bytes).withUnsafeBytes { unsafe hex($0, count: 16) }
  }

  /// 32 hexadecimal digits of the SHA-256 over files, each after its length, so that any byte may
  /// stand in them.
  static func hex32(files: [[UInt8]]) -> String {
    var hash = SHA256()
    for file in files {
      hash.update(data: Array("\(file.count):".utf8))
      hash.update(data: file)
    }
    // Safety: the digest's bytes are only read inside the closure.
    return unsafe hash.finalize().withUnsafeBytes { unsafe hex($0, count: 16) }
  }

  /// 64 hexadecimal digits of the SHA-256 of a text's UTF-8 and nothing else.
  public static func sha256(_ text: String) -> String {
    // Safety: the digest's bytes are only read inside the closure.
    unsafe SHA256.hash(data: Array(text.utf8)).withUnsafeBytes { unsafe hex($0, count: 32) }
  }

  /// The SHA-256 of a stream of blocks; an empty block is the end.
  static func ofBlocks<Failure: Error>(
    _ next: () throws(Failure) -> [UInt8]
  ) throws(Failure) -> String {
    var hash = SHA256()
    while true {
      let block = try next()
      if block.isEmpty {
        return unsafe hash.finalize().withUnsafeBytes { unsafe hex($0, count: 32) }
      }
      hash.update(data: block)
    }
  }

  /// A name for somebody that only holders of the key can link to them: HMAC-SHA-256.
  static func keyed(_ name: String, key: [UInt8]) -> String {
    let code = HMAC<SHA256>.authenticationCode(
      for: Array(name.utf8),
      using: SymmetricKey(data: key)
    )
    // Safety: the code's bytes are only read inside the closure.
    return unsafe code.withUnsafeBytes { unsafe hex($0, count: 16) }
  }

  private static func hex(_ bytes: UnsafeRawBufferPointer, count: Int) -> String {
    unsafe String(unsafeUninitializedCapacity: count * 2) { buffer in
      // Safety: two digits for each byte, and room for as many.
      var at = 0
      for index in 0..<count {
        let byte = unsafe bytes[index]
        unsafe buffer[at] = digit(byte >> 4)
        unsafe buffer[at + 1] = digit(byte & 15)
        at += 2
      }
      return at
    }
  }

  private static func digit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
  }
}
