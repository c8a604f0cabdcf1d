/// Chooses among the charsets from before Unicode by ICU's statistics, and checks what it chose by
/// reading the text.
///
/// ICU's confidence alone is not enough: 45 is what it gives to good Russian, and more than that to
/// Hebrew that would be no Hebrew. So a guess counts when the text, read in it, has the letters of
/// its script and no stranger among them.
struct LegacyEncoding {
  /// ICU's confidence from which a charset of several bytes a character is believed; it gives 10
  /// when it saw ten characters or fewer, and 30 and more only when they are the common ones.
  static let wideThreshold = 50
  /// The same for a charset of another script, whose letters are then checked.
  static let scriptThreshold = 10
  /// The same for the Latin letters of central Europe and Turkey, which nothing but statistics
  /// tells from those of the west.
  static let latinThreshold = 30

  /// The encoding of bytes that are no UTF-8; nil when the evidence is weak.
  static func name(of block: [UInt8]) -> String? {
    let words = sample(of: block, wholeLines: false)
    let guesses = ICUCharsetDetector.guesses(words)
    for guess in guesses where guess.confidence >= wideThreshold && wide.contains(guess.name) {
      if LegacyReading(words, as: guess.name)?.isSound == true { return guess.name }
    }
    var best: (name: String, reading: LegacyReading, confidence: Int)?
    for guess in guesses where guess.confidence >= scriptThreshold {
      guard let (script, names) = scripts[guess.name] else { continue }
      for name in names {
        guard var reading = LegacyReading(words, as: name), reading.isIn(script) else { continue }
        // Among charsets of the same alphabet the letters decide, then ICU.
        let rank = (-reading.strangers, guess.confidence)
        if let best, rank <= (-best.reading.strangers, best.confidence) { continue }
        best = (name, reading, guess.confidence)
      }
    }
    return best?.name ?? latin(of: block)
  }

  /// A Latin alphabet other than the western one.
  private static func latin(of block: [UInt8]) -> String? {
    let lines = sample(of: block, wholeLines: true)
    let letters = LatinLetters(lines)
    let guesses = ICUCharsetDetector.guesses(lines).filter { latins[$0.name] != nil }
    let western = guesses.first { latins[$0.name]?.isEmpty == true }?.confidence ?? 0
    if let first = guesses.first, let names = latins[first.name], let last = names.last,
      first.confidence >= latinThreshold, first.confidence * 2 >= western * 3
    {
      return names.count == 1 ? last : central(lines, letters)
    }
    // ICU knows no southern Slavic languages.
    if letters.areSlavic { return "windows-1250" }
    return letters.areCut ? central(lines, letters) : nil
  }

  /// Windows-1250 or ISO-8859-2, which have most letters in the same places: the one in which fewer
  /// signs stand in words, else the one whose letters go with the others.
  private static func central(_ lines: [UInt8], _ letters: LatinLetters) -> String {
    let windows = LegacyReading(lines, as: "windows-1250")?.signsInWords ?? .max
    let iso = LegacyReading(lines, as: "ISO-8859-2")?.signsInWords ?? .max
    if windows != iso { return windows < iso ? "windows-1250" : "ISO-8859-2" }
    return letters.areISO ? "ISO-8859-2" : "windows-1250"
  }

  private static let wide: Set<String> = ["Shift_JIS", "EUC-JP", "GB18030", "Big5", "EUC-KR"]

  /// ICU's names for charsets of other scripts, with what they may stand for.
  private static let scripts: [String: (LegacyReading.Script, [String])] = [
    "windows-1251": (.cyrillic, ["windows-1251"]),
    "KOI8-R": (.cyrillic, ["KOI8-R", "KOI8-U"]),
    "ISO-8859-5": (.cyrillic, ["ISO-8859-5"]),
    "windows-1253": (.greek, ["windows-1253"]),
    "ISO-8859-7": (.greek, ["windows-1253", "ISO-8859-7"]),
    "windows-1255": (.hebrew, ["windows-1255"]),
    "ISO-8859-8": (.hebrew, ["windows-1255"]),
    "ISO-8859-8-I": (.hebrew, ["windows-1255"]),
    "windows-1256": (.arabic, ["windows-1256"]),
    "ISO-8859-6": (.arabic, ["ISO-8859-6"]),
  ]

  /// ICU's names for Latin charsets, with what they may stand for; the western ones are what is
  /// read without any statistics.
  private static let latins: [String: [String]] = [
    "ISO-8859-1": [], "windows-1252": [],
    "ISO-8859-2": ["windows-1250", "ISO-8859-2"], "windows-1250": ["windows-1250"],
    "ISO-8859-9": ["windows-1254"], "windows-1254": ["windows-1254"],
  ]

  /// As many bytes as ICU looks at, from the words or lines that hold bytes beyond ASCII: the keys
  /// and tags around them would dilute its statistics.
  static func sample(of block: [UInt8], wholeLines: Bool) -> [UInt8] {
    var sample: [UInt8] = []
    sample.reserveCapacity(ICUCharsetDetector.sampleSize)
    // No charset but GB18030 has digits or blanks inside a character, and it rarely.
    let isEdge: (UInt8) -> Bool = { wholeLines ? $0 == 0x0A || $0 == 0x0D : $0 < 0x30 }
    // A key or a tag before the text is left out when it is long.
    let reach = wholeLines ? 256 : 32
    var start = 0
    while sample.count < ICUCharsetDetector.sampleSize {
      let first = UTF8Check.firstNonASCII(in: block.span, from: start)
      guard first < block.count else { break }
      var from = first
      while from > start, first - from < reach, !isEdge(block[from - 1]) { from -= 1 }
      var end = first
      while end < block.count, !isEdge(block[end]), end - from < ICUCharsetDetector.sampleSize {
        end += 1
      }
      sample.append(contentsOf: block[from..<end])
      sample.append(wholeLines ? 0x0A : 0x20)
      start = end
    }
    return Array(sample.prefix(ICUCharsetDetector.sampleSize))
  }
}
