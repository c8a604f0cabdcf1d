internal import VerbatimCore

/// The texts that the cells of a workbook share, one after another in one buffer.
final class SharedStrings: XMLPartHandler {
  /// The most bytes that are kept.
  static let largest = 512 << 20

  private(set) var bytes: [UInt8] = []
  private var ends: [Int] = []
  private var isInText = false
  private var phoneticDepth = 0

  /// The number of texts.
  var count: Int { ends.count }

  /// The bytes of a text.
  func range(_ index: Int) -> Range<Int> { (index == 0 ? 0 : ends[index - 1])..<ends[index] }

  /// Reads the whole part.
  ///
  /// - Throws: `V1122` when the texts are larger than ``largest``.
  func read(_ part: XMLPart) throws(Diagnostic) {
    while try part.step() {
      guard bytes.count <= Self.largest else { throw part.tooLarge }
    }
  }

  func start(_ name: XMLName, _ attributes: XMLAttributes) {
    switch name {
    case .t: isInText = phoneticDepth == 0
    case .rPh: phoneticDepth += 1
    default: break
    }
  }

  func end(_ name: XMLName) {
    switch name {
    case .t: isInText = false
    case .rPh: phoneticDepth -= 1
    case .si:
      EscapedText.resolve(&bytes, from: ends.last ?? 0)
      ends.append(bytes.count)
    default: break
    }
  }

  func text(_ bytes: MarkupBytes) {
    if isInText { bytes.append(to: &self.bytes) }
  }
}
