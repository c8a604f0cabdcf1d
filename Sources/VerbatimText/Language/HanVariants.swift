internal import VerbatimCore

/// Tells simplified from traditional Chinese by characters that only one of them has.
struct HanVariants: Sendable {
  private let simplified: Set<UInt32>
  private let traditional: Set<UInt32>

  /// How many bytes are looked at.
  private static let most = 3_000

  /// The characters of the marks of `zh-Hans` and `zh-Hant`.
  init(_ marks: [LanguageTables.Mark]) {
    func characters(_ tag: String) -> Set<UInt32> {
      Set(marks.filter { $0.tag == tag }.flatMap { $0.letters.unicodeScalars.map(\.value) })
    }
    simplified = characters("zh-Hans")
    traditional = characters("zh-Hant")
  }

  /// `zh-Hans`, `zh-Hant`, or `zh` where the text does not tell.
  func tag(of bytes: Span<UInt8>, _ range: ByteRange) -> String {
    var balance = 0
    var at = range.start
    let end = min(range.end, range.start + Self.most)
    while at < end {
      let (scalar, width) = FoldedWord.decode(bytes, at, range.end)
      at += width
      if simplified.contains(scalar) {
        balance += 1
      } else if traditional.contains(scalar) {
        balance -= 1
      }
    }
    return balance > 0 ? "zh-Hans" : balance < 0 ? "zh-Hant" : "zh"
  }
}
