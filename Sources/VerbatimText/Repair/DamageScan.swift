/// Finds the stretches of a text that look twice encoded, and what speaks for each.
struct DamageScan {
  /// A stretch with the character that it stands for.
  struct Stretch {
    /// Where it begins, in bytes.
    let start: Int
    /// Where it ends.
    let end: Int
    /// The character that it stands for.
    let scalar: UInt32
    /// What kind of character that is; nil for a single control character.
    let script: TwiceEncodedSequence.Script?
    /// Whether it can be nothing else.
    let isCertain: Bool
  }

  /// The stretches in the order of the text.
  private(set) var stretches: [Stretch] = []
  /// The scripts of which one stretch at least is certain.
  private var certain: Set<TwiceEncodedSequence.Script> = []
  private var run: [(sequence: TwiceEncodedSequence, start: Int)] = []

  /// Whether a stretch is mended.
  func isMended(_ stretch: Stretch) -> Bool {
    if stretch.isCertain { return true }
    return stretch.script.map { certain.contains($0) } ?? false
  }

  /// Reads a whole text.
  mutating func read(_ bytes: Span<UInt8>) {
    var at = 0
    while true {
      at = TwiceEncoded.firstSuspect(in: bytes, from: at)
      guard at < bytes.count else { return }
      let start = at
      run.removeAll(keepingCapacity: true)
      while let sequence = TwiceEncodedSequence(in: bytes, at: at) {
        run.append((sequence, at))
        at = sequence.end
      }
      if run.isEmpty {
        at = readRest(bytes, at: at)
      } else {
        judge(in: bytes, from: start)
      }
    }
  }

  /// Judges the sequences of a run, each by what stands beside it.
  private mutating func judge(in bytes: Span<UInt8>, from start: Int) {
    let before = TextCharacter(in: bytes, before: start)
    let first = TextCharacter(in: bytes, before: before.start)
    let after = TextCharacter(in: bytes, at: run.last?.sequence.end ?? start).scalar
    let isCertain = run.indices.contains { place in
      let sequence = run[place].sequence
      let script = sequence.script
      return (place > 0 && run[place - 1].sequence.script == script)
        || (place + 1 < run.count && run[place + 1].sequence.script == script)
        || sequence.isCertain(
          after: place == 0 ? before.scalar : Unicode.Scalar(run[place - 1].sequence.scalar),
          before: place + 1 == run.count ? after : Unicode.Scalar(run[place + 1].sequence.scalar),
          inCapitals: place == 0 && first.scalar?.properties.isUppercase == true
        )
    }
    // What touches damage is damage.
    for (sequence, start) in run {
      add(start, sequence.end, sequence.scalar, sequence.script, isCertain: isCertain)
    }
  }

  private mutating func add(
    _ start: Int,
    _ end: Int,
    _ scalar: UInt32,
    _ script: TwiceEncodedSequence.Script?,
    isCertain: Bool
  ) {
    if isCertain, let script { certain.insert(script) }
    stretches.append(
      Stretch(start: start, end: end, scalar: scalar, script: script, isCertain: isCertain)
    )
  }

  /// Reads what is no whole sequence, one that lost a byte or a single control character, up to
  /// where it ends.
  private mutating func readRest(_ bytes: Span<UInt8>, at: Int) -> Int {
    let first = TextCharacter(in: bytes, at: at)
    if 0x80..<0xA0 ~= first.value {
      let meant = Windows1252.scalar(of: UInt8(first.value))
      if meant != first.value { add(at, first.end, meant, nil, isCertain: true) }
      return first.end
    }
    if let lost = LostByte(in: bytes, at: at) {
      add(at, lost.end, lost.scalar, lost.script, isCertain: true)
      return lost.end
    }
    // "Ã " for "à", its no-break space now a blank, or cut off at the end of the text.
    let next = TextCharacter(in: bytes, at: first.end)
    if first.value == 0xC3, next.value == 0x20 || next.end == first.end {
      let before = TextCharacter(in: bytes, before: at).scalar
      let isInWord = before?.properties.isAlphabetic == true
      if !isInWord || before?.properties.isLowercase == true {
        // Of two blanks one is part of the letter.
        let isTwo = TextCharacter(in: bytes, at: next.end).value == 0x20
        add(at, isTwo ? next.end : first.end, 0xE0, .latin, isCertain: isInWord)
        return isTwo ? next.end : first.end
      }
    }
    return first.end
  }
}
