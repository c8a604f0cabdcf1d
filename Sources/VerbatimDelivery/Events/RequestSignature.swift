internal import Crypto

/// The signature by which a receiver knows who sent a request, and that it is not an old one.
public enum RequestSignature {
  /// 64 hexadecimal digits of HMAC-SHA-256 over the time, a dot and the body.
  ///
  /// - Parameters:
  ///   - body: The request's bytes as they are sent.
  ///   - time: What the header `Verbatim-Timestamp` says, in seconds since 1970.
  ///   - secret: What sender and receiver share.
  /// - Returns: The digits, in lower case.
  /// - SeeAlso: RFC 2104.
  public static func of(_ body: [UInt8], at time: Int64, secret: [UInt8]) -> String {
    var code = HMAC<SHA256>(key: SymmetricKey(data: secret))
    code.update(data: Array("\(time).".utf8))
    code.update(data: body)
    return Hexadecimal.text(code.finalize())
  }
}

/// Bytes as digits.
enum Hexadecimal {
  /// Two lower-case digits a byte.
  static func text(_ bytes: some Sequence<UInt8>) -> String {
    let digits = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    for byte in bytes {
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 15)])
    }
    return String(decoding: text, as: UTF8.self)
  }
}
