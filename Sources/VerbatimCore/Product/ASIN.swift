/// An Amazon Standard Identification Number: `B` and nine capitals or digits, or an ISBN-10.
public struct ASIN: Hashable, Sendable, CustomStringConvertible {
  /// The ten characters.
  public let value: String

  /// Reads an ASIN; nil when the text has not its shape.
  ///
  /// B-codes have no check digit.
  public init?(_ text: some StringProtocol) {
    let bytes = Array(text.utf8)
    guard bytes.count == 10 else { return nil }
    let isCode =
      bytes[0] == UInt8(ascii: "B")
      && bytes.dropFirst().allSatisfy {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
          || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0)
      }
    guard isCode || (ISBN(text) != nil && bytes[9] != UInt8(ascii: "x")) else { return nil }
    value = String(text)
  }

  /// The ten characters.
  public var description: String { value }
}
