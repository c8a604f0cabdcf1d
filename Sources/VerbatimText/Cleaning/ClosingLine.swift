/// What a line below a closing phrase is.
enum ClosingLine {
  /// A name, a title, a firm: few words, none of them a sentence's.
  case name
  /// A way to reach the writer: an address, a number, a site.
  case contact
  /// Anything else; it may be a complaint.
  case prose

  /// Judges a line by its words; `isFirst` says that nothing but the closing phrase is above it.
  ///
  /// Names have capitals in scripts that know them. In the others they are short, and what ends as
  /// verbs do is prose.
  init(_ line: String, isFirst: Bool) {
    let scalars = Array(line.unicodeScalars)
    guard scalars.count <= 140 else {
      self = .prose
      return
    }
    if Self.isContact(line, scalars) {
      self = .contact
      return
    }
    let words = line.split { $0 == " " || $0 == "\t" || $0 == "\u{A0}" || $0 == "\u{3000}" }
    guard scalars.count <= 48, words.count <= 5, !Self.endsSentence(words) else {
      self = .prose
      return
    }
    var capitals = 0
    var small = 0
    var longSmall = 0
    var uncased = 0
    for word in words {
      guard let letter = word.unicodeScalars.first(where: \.properties.isAlphabetic) else {
        continue
      }
      if letter.properties.isUppercase {
        capitals += 1
      } else if letter.properties.isLowercase {
        small += 1
        if word.unicodeScalars.count > 3 { longSmall += 1 }
      } else {
        uncased += 1
      }
    }
    if uncased > capitals + small {
      self = Self.isUncasedName(scalars, words.count) ? .name : .prose
    } else if small == 0 || capitals > 0 && longSmall == 0 {
      self = .name
    } else {
      self = isFirst && words.count == 1 ? .name : .prose
    }
  }

  private static func isContact(_ line: String, _ scalars: [Unicode.Scalar]) -> Bool {
    let digits = scalars.count { $0.properties.numericType == .decimal }
    if digits >= 6, digits * 3 >= scalars.count { return true }
    guard line.utf8.count <= 160 else { return false }
    let folded = FoldedText.fold(line)
    let isAddress = folded.indices.contains {
      folded[$0] == UInt8(ascii: "@")
        && ($0 == 0 || $0 + 1 < folded.count && folded[$0 - 1] != 0x20 && folded[$0 + 1] != 0x20
          || folded[$0 - 1] == 0x20)
    }
    let words = scalars.count { $0 == " " } + 1
    let text = String(decoding: folded, as: UTF8.self)
    return words <= 8 && (isAddress || text.contains("://") || text.contains("www."))
  }

  /// Whether the last mark is a sentence's; "Ltd." and "Jr." have a full stop as well.
  private static func endsSentence(_ words: [Substring]) -> Bool {
    guard let word = words.last, let last = word.unicodeScalars.last else { return true }
    switch last {
    case "?", "!", "…", ";", ":", "。", "！", "？", "؟", "।": return true
    case ".":
      let isAbbreviation =
        word.unicodeScalars.count <= 5 && words.count > 1
        && word.unicodeScalars.first?.properties.isUppercase == true
      return !isAbbreviation
    default: return false
    }
  }

  /// Whether a line of a script without capitals may be a name.
  private static func isUncasedName(_ scalars: [Unicode.Scalar], _ words: Int) -> Bool {
    var han = 0
    var hiragana = 0
    var hangul = 0
    for scalar in scalars {
      switch scalar.value {
      case 0x3041...0x309F: hiragana += 1
      case 0x3400...0x9FFF: han += 1
      case 0xAC00...0xD7A3: hangul += 1
      default: break
      }
    }
    if hiragana > 1 { return false }
    if hangul > 0 {
      // Sentences end in 다, 요 or 음.
      let last = scalars.last { (0xAC00...0xD7A3).contains($0.value) }
      let endsAsVerb = last.map { $0 == "다" || $0 == "요" || $0 == "음" || $0 == "함" } ?? false
      return scalars.count <= 12 && !endsAsVerb
    }
    if han > 0 { return han <= 4 || han <= 10 && words > 1 }
    return scalars.count <= 30 && words <= 3
  }
}
