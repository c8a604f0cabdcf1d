/// How much of a text a pattern has to cover.
enum PatternReach {
  /// All of it.
  case whole
  /// Its beginning.
  case beginning
}

extension PatternIndex {
  /// Where the pattern ends that a stretch of folded text begins with; nil when it does not fit.
  ///
  /// Each text is looked for at up to four places, the first ones, so the cost is bounded whatever
  /// the text repeats.
  func end(
    of entry: Entry,
    in text: Span<UInt8>,
    _ range: Range<Int>,
    _ reach: PatternReach,
    _ devices: DeviceWords
  ) -> Int? {
    end(step: Int(entry.steps.start), of: entry, text, range, reach, devices)
  }

  /// The same for the steps from one on.
  private func end(
    step index: Int,
    of entry: Entry,
    _ text: Span<UInt8>,
    _ range: Range<Int>,
    _ reach: PatternReach,
    _ devices: DeviceWords
  ) -> Int? {
    guard index < Int(entry.steps.end) else {
      if entry.lastGap.isEmpty {
        return range.isEmpty || reach == .beginning ? range.lowerBound : nil
      }
      // A comma begins something else: "Sent from my desk, which is next to yours."
      let isWhole = fits(entry.lastGap, text, range, devices) && !Self.hasComma(text, range)
      return isWhole ? range.upperBound : nil
    }
    let step = steps[index]
    let choice = Int(step.choices.start)
    if step.gap.isEmpty {
      return end(choice, of: index, entry, text, range, range.lowerBound, reach, devices)
    }
    // Words between two texts may be missing; whatever a gap asks for may not.
    let mayBeEmpty = step.gap == .words && index > Int(entry.steps.start)
    var at = range.lowerBound + (mayBeEmpty ? 0 : 1)
    let isLast = index == Int(entry.steps.end) - 1 && entry.lastGap.isEmpty && reach == .whole
    if isLast { at = max(at, range.upperBound - Int(step.longest)) }
    let last = range.upperBound - Int(step.shortest)
    var tries = 0
    while at <= last, tries < 4 {
      if begins(step, text, at, range) {
        tries += 1
        let gap = range.lowerBound..<at
        if fits(step.gap, text, gap, devices) || mayBeEmpty && Self.isBlank(text, gap),
          let end = end(choice, of: index, entry, text, range, at, reach, devices)
        {
          return end
        }
      }
      at += 1
    }
    return nil
  }

  /// The same for the choices of a step from one on, at a place, and the steps after it.
  private func end(
    _ choice: Int,
    of index: Int,
    _ entry: Entry,
    _ text: Span<UInt8>,
    _ range: Range<Int>,
    _ at: Int,
    _ reach: PatternReach,
    _ devices: DeviceWords
  ) -> Int? {
    guard choice < Int(steps[index].choices.end) else {
      if steps[index].endsWord, Self.isLetter(in: text, at: at, range) { return nil }
      return end(step: index + 1, of: entry, text, at..<range.upperBound, reach, devices)
    }
    for spelling in choices[choice].range {
      guard let next = self.end(ofSpelling: spelling, in: text, at, range),
        let end = end(choice + 1, of: index, entry, text, range, next, reach, devices)
      else { continue }
      return end
    }
    return nil
  }

  /// Where a spelling ends that stands at a place; nil when it does not.
  ///
  /// A blank fits nothing at the edges of the text and after another blank, which is what a choice
  /// that is left out leaves behind.
  private func end(
    ofSpelling spelling: Int,
    in text: Span<UInt8>,
    _ start: Int,
    _ range: Range<Int>
  ) -> Int? {
    let row = spellings[spelling]
    var at = start
    var place = Int(row.start)
    while place < Int(row.end) {
      let byte = bytes[place]
      if at < range.upperBound, text[at] == byte {
        at += 1
      } else if byte == 0x20 {
        let isEdge = at == range.lowerBound || at == range.upperBound || text[at - 1] == 0x20
        guard isEdge else { return nil }
      } else {
        return nil
      }
      place += 1
    }
    return at
  }

  /// Whether a step may stand at a place: its first choice does.
  private func begins(_ step: Step, _ text: Span<UInt8>, _ at: Int, _ range: Range<Int>) -> Bool {
    for spelling in choices[Int(step.choices.start)].range
    where end(ofSpelling: spelling, in: text, at, range) != nil {
      return !step.beginsWord || !Self.isLetter(in: text, before: at, range)
    }
    return false
  }

  private static func hasComma(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
    for at in range.dropLast() where text[at + 1] == 0x20 {
      if text[at] == UInt8(ascii: ",") || text[at] == UInt8(ascii: ";") { return true }
    }
    return false
  }

  private static func isBlank(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
    range.isEmpty || range.count == 1 && text[range.lowerBound] == 0x20
  }

  /// Whether a letter or digit of a script that divides words begins at a place.
  private static func isLetter(in text: Span<UInt8>, at place: Int, _ range: Range<Int>) -> Bool {
    guard place < range.upperBound else { return false }
    let byte = text[place]
    // Two bytes from 0xC3 on are Latin, Greek, Cyrillic, Hebrew and Arabic letters; three bytes are
    // typographic marks and scripts that set no blanks.
    return byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26 || (0xC3...0xDF).contains(byte)
  }

  private static func isLetter(
    in text: Span<UInt8>,
    before place: Int,
    _ range: Range<Int>
  ) -> Bool {
    guard place > range.lowerBound else { return false }
    let isTwoBytes = text[place - 1] & 0xC0 == 0x80 && place - 2 >= range.lowerBound
    return isLetter(in: text, at: isTwoBytes ? place - 2 : place - 1, range)
  }

  /// Whether a stretch is what a gap asks for.
  private func fits(
    _ gap: CleaningPattern.Gap,
    _ text: Span<UInt8>,
    _ range: Range<Int>,
    _ devices: DeviceWords
  ) -> Bool {
    var start = range.lowerBound
    var end = range.upperBound
    while start < end, text[start] == 0x20 { start += 1 }
    while end > start, text[end - 1] == 0x20 { end -= 1 }
    guard start < end else { return false }
    var words = 1
    for at in start..<end where text[at] == 0x20 { words += 1 }
    guard words <= gap.mostWords else { return false }
    if gap.contains(.date) || gap.contains(.address) {
      let evidence = HeaderEvidence(in: text, start..<end)
      guard gap.isSatisfied(by: CleaningPattern.Gap(heldBy: evidence)) else { return false }
    }
    return !gap.contains(.device) || devices.isNamed(in: text, start..<end)
  }
}
