extension Redactor {
  /// A phrase somewhere in a text.
  struct Cue {
    /// Its first byte.
    var start: Int
    /// One past its last byte.
    var end: Int
    /// What it is for.
    var uses: RedactionUses
  }

  /// What the first pass over a text tells.
  struct Scan {
    /// The classes of all bytes, together.
    var seen: UInt8 = 0
    /// What the phrases found are for, together.
    var uses: RedactionUses = []
    /// Where the first phrase begins.
    var firstCue = 0
    /// Whether the text may end with a dash and a name.
    var hasSignature = false
    /// Whether no small letter stands in it, so that capitals tell nothing.
    var isShouted = false

    /// Where the first listed name within a sentence begins; nil for none.
    var innerName: Int?

    var hasDigits: Bool { seen & (Class.digit | Class.mayBeDigit) != 0 }
    var mayHoldMail: Bool { seen & Class.sign != 0 || uses.contains(.at) }
    var mayHoldNames: Bool {
      hasSignature || innerName != nil || !uses.subtracting([.at, .address]).isEmpty
    }
    var isPlain: Bool {
      !hasDigits && !mayHoldMail && !mayHoldNames && !uses.contains(.address) && !isShouted
    }
  }

  /// Looks at each byte once.
  func scan(_ bytes: Span<UInt8>) -> Scan {
    var scan = Scan()
    var pass = Pass()
    var passed: Cue?
    while let cue = pass.next(bytes, words) {
      if cue.uses.isSubset(of: .besideNames), name(bytes, cue) == nil {
        if passed == nil { passed = cue }
        continue
      }
      if scan.uses.isEmpty { scan.firstCue = cue.start }
      scan.uses.formUnion(cue.uses)
    }
    scan.seen = pass.seen
    // What is masked before names may yet mark the end of one.
    if let passed, scan.hasDigits || scan.mayHoldMail {
      scan.firstCue = scan.uses.isEmpty ? passed.start : min(scan.firstCue, passed.start)
      scan.uses.formUnion(passed.uses)
    }
    scan.innerName = firstName(bytes)?.lowerBound ?? innerName(bytes)?.lowerBound
    scan.hasSignature =
      Self.mayEndWithSignature(bytes) || lastClause(bytes) != nil || lowerLast(bytes) != nil
      || caselessLast(bytes) != nil
    scan.isShouted = Self.isShoutedText(bytes)
    return scan
  }

  /// The phrase at a place where a word begins.
  static func cue(_ bytes: Span<UInt8>, _ start: Int, _ index: CueIndex) -> Cue? {
    guard let match = index.match(bytes, start, .anywhere) else { return nil }
    if let before = Scalars.before(bytes, start), Scalars.isLetter(before.value),
      !Scalars.isUnspaced(before.value), !Scalars.isUnspaced(Scalars.decode(bytes, start).value)
    {
      return nil
    }
    return Cue(start: start, end: match.end, uses: match.uses)
  }

  /// Whether the last word has a capital, or no case, and a dash or a line end stands a little
  /// before it, or the last line is a short one.
  private static func mayEndWithSignature(_ bytes: Span<UInt8>) -> Bool {
    var end = bytes.count
    var line = end
    while line > 0, end - line < 40 {
      line -= 1
      if bytes[line] == 0x0A { return true }
    }
    while end > 0, bytes.count - end < 8, bytes[end - 1] < 0x41 { end -= 1 }
    var start = end
    while start > 0, end - start < 32, bytes[start - 1] >= 0x41 { start -= 1 }
    guard start < end else { return false }
    let first = bytes[start]
    guard first < 0x5B || first >= 0x80 else { return false }
    var at = start
    while at > 0, start - at < 48 {
      at -= 1
      switch bytes[at] {
      case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: "-"),
        UInt8(ascii: "~"), 0x93, 0x94,
        0x95, 0x0A:
        return true
      default: break
      }
    }
    return false
  }
}
