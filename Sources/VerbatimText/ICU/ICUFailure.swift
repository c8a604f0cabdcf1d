internal import CICU

/// What ICU said when a call failed.
public struct ICUFailure: Error, Hashable, Sendable, CustomStringConvertible {
  /// ICU's error code.
  public let code: Int32

  /// Translates a status; nil for success and warnings.
  init?(_ status: Int32) {
    guard status > 0 else { return nil }
    code = status
  }

  /// ICU's name for the error.
  public var description: String {
    // Safety: ICU answers with a static, NUL-terminated string.
    unsafe String(cString: vicu_error_name(code))
  }
}

/// The ICU that is linked.
public enum ICU {
  /// The version, such as `72.1`: it decides word boundaries, and so is part of every signal.
  public static let version: String = {
    var buffer = [CChar](repeating: 0, count: 24)
    // Safety: vicu_version writes at most 20 bytes, NUL included.
    unsafe buffer.withUnsafeMutableBufferPointer { unsafe vicu_version($0.baseAddress) }
    return String(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }()
}
