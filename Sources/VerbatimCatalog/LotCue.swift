internal import VerbatimCore
internal import VerbatimText

/// Finds a lot that a customer names after a word such as "lot" or "batch".
struct LotCue: Sendable {
  static let words = ["lot", "batch", "lote"]
  static let fillers = ["no", "nr", "number", "code", "is", "was", "says"]

  private let cues: [WordID]
  private let fillers: Set<WordID>

  init(_ vocabulary: Vocabulary) {
    cues = Self.words.map { vocabulary.id(of: $0) }
    fillers = Set(Self.fillers.map { vocabulary.id(of: $0) })
  }

  /// A code of at least four characters, two of them digits, within three words after the cue.
  func lot(in text: TokenizedText) -> String? {
    for index in text.words.indices {
      let id = text.words[index].id
      guard id != 0, id == cues[0] || id == cues[1] || id == cues[2] else { continue }
      // "A lot" is much, and no lot.
      if index > 0, text.cut(text.words[index - 1].range).lowercased() == "a" { continue }
      for next in text.words[(index + 1)...].prefix(3) {
        let code = text.cut(next.range)
        let digits = code.utf8.filter { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }
        let isPrice = next.kind == .number && digits.count < code.utf8.count
        if digits.count >= 2, code.utf8.count >= 4, !isPrice { return code.uppercased() }
        if !fillers.contains(next.id) { break }
      }
    }
    return nil
  }
}
