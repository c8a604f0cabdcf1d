extension Redactor {
  /// Where an address begins whose street begins at `start`: a flat, or a code and town, before it.
  func addressStart(_ bytes: Span<UInt8>, _ start: Int) -> Int {
    var result = start
    // "Plot 45, ", "No. 12 "
    var before = Self.skipBlanks(bytes, before: start)
    if before > 0, bytes[before - 1] == UInt8(ascii: ".") { before -= 1 }
    if let word = Self.word(bytes, endingAt: before), isWord(bytes, word, [.unit, .numberWord]) {
      result = word.range.lowerBound
    }
    for _ in 0..<5 {
      guard let longer = partBefore(bytes, result) ?? districtBefore(bytes, result) else { break }
      result = longer
    }
    return result
  }

  /// A district or county before a comma: "حي النخيل، ", "Тверская обл., ".
  private func districtBefore(_ bytes: Span<UInt8>, _ start: Int) -> Int? {
    let blank = Self.skipBlanks(bytes, before: start)
    guard let comma = Scalars.before(bytes, blank), comma.value == 0x2C || comma.value == 0x60C
    else { return nil }
    var at = Self.skipBlanks(bytes, before: comma.start)
    if at > 0, bytes[at - 1] == UInt8(ascii: ".") { at -= 1 }
    guard let last = Self.word(bytes, endingAt: at) else { return nil }
    let before = Self.skipBlanks(bytes, before: last.range.lowerBound)
    guard before < last.range.lowerBound, let first = Self.word(bytes, endingAt: before) else {
      return nil
    }
    if comma.value == 0x60C {
      return isWord(bytes, first, .typeNameNumber) ? first.range.lowerBound : nil
    }
    return isWord(bytes, last, .town) && Scalars.isCapital(first.first)
      ? first.range.lowerBound : nil
  }

  func partBefore(_ bytes: Span<UInt8>, _ start: Int) -> Int? {
    var at = Self.skipBlanks(bytes, before: start)
    var hasComma = false
    if at > 0, bytes[at - 1] == UInt8(ascii: ",") || bytes[at - 1] == 0x0A {
      hasComma = true
      at = Self.skipBlanks(bytes, before: at - 1)
    }
    guard let last = Self.word(bytes, endingAt: at) else { return nil }
    if hasComma, let unit = numberedUnit(bytes, last) { return unit }
    // "Flat 3, ", "Apt 4B "
    let hasDigit = last.range.contains { Self.isDigit(bytes[$0]) }
    if hasDigit || last.range.count == 1, last.range.count < 6 {
      var before = Self.skipBlanks(bytes, before: last.range.lowerBound)
      if before > 0, bytes[before - 1] == UInt8(ascii: ".") { before -= 1 }
      if let unit = Self.word(bytes, endingAt: before), isWord(bytes, unit, [.unit, .numberWord]) {
        return unit.range.lowerBound
      }
      return nil
    }
    // "125009, "
    if hasComma, last.isNumber, (5...6).contains(last.range.count),
      PostalCode.match(bytes, last.range.lowerBound)?.end == last.range.upperBound
    {
      return last.range.lowerBound
    }
    guard hasComma, last.isCapitalized else { return nil }
    if let name = houseName(bytes, last) { return name }
    // "10115 Berlin, ", "г. Москва, "
    var word = last
    for _ in 0..<3 {
      var before = Self.skipBlanks(bytes, before: word.range.lowerBound)
      if before > 0, bytes[before - 1] == UInt8(ascii: ".") { before -= 1 }
      // "191186, Санкт-Петербург, "
      if before > 6, has(bytes, before - 1, ","),
        let code = Self.word(bytes, endingAt: before - 1), code.isNumber, code.range.count == 6
      {
        return code.range.lowerBound
      }
      guard let next = Self.word(bytes, endingAt: before) else { return nil }
      if isWord(bytes, next, .town) { return next.range.lowerBound }
      if next.isNumber {
        let code = PostalCode.match(bytes, next.range.lowerBound)
        return code?.end == next.range.upperBound ? next.range.lowerBound : nil
      }
      guard next.isCapitalized else { return nil }
      word = next
    }
    return nil
  }

  /// Where a part of a house begins whose number has a slash or a sign, or stands first: "Flat
  /// 2/1", "#07-22", "2nd floor".
  private func numberedUnit(_ bytes: Span<UInt8>, _ last: TextWord) -> Int? {
    if isWord(bytes, last, .unit) {
      let before = Self.skipBlanks(bytes, before: last.range.lowerBound)
      guard before < last.range.lowerBound, let word = Self.word(bytes, endingAt: before),
        word.isNumber, word.range.count < 5
      else { return nil }
      return word.range.lowerBound
    }
    guard last.isNumber, last.range.count < 6 else { return nil }
    var start = last.range.lowerBound
    if start > 0, bytes[start - 1] == UInt8(ascii: "#") { return start - 1 }
    guard start > 1, bytes[start - 1] == UInt8(ascii: "/"),
      let first = Self.word(bytes, endingAt: start - 1), first.range.count < 4
    else { return nil }
    start = Self.skipBlanks(bytes, before: first.range.lowerBound)
    // "2/1, 88 Byres Road", as flats are numbered in Scotland.
    if Self.beginsLine(bytes, first.range.lowerBound) { return first.range.lowerBound }
    guard let unit = Self.word(bytes, endingAt: start), isWord(bytes, unit, .unit) else {
      return nil
    }
    return unit.range.lowerBound
  }

  /// Where the name of a house begins that ends with a word: "Rose Cottage, ", "The Gables, ".
  private func houseName(_ bytes: Span<UInt8>, _ last: TextWord) -> Int? {
    let isHouse = isWord(bytes, last, .unit)
    var start = last.range.lowerBound
    for _ in 0..<4 {
      let before = Self.skipBlanks(bytes, before: start)
      guard before < start, let word = Self.word(bytes, endingAt: before) else { break }
      // "Résidence Les Tilleuls", "lieu-dit Les Combes"
      if isWord(bytes, word, .unit) {
        // "Top Floor Flat"
        let place = Self.skipBlanks(bytes, before: word.range.lowerBound)
        let first = Self.word(bytes, endingAt: place)
        let isLonger = first.map { $0.isCapitalized && isWord(bytes, $0, .unit) } ?? false
        return isLonger ? first?.range.lowerBound : word.range.lowerBound
      }
      guard word.isCapitalized,
        !isWord(bytes, word, [.address, .greeting])
      else { break }
      start = word.range.lowerBound
      // The article stands first.
      if word.range.count == 3, bytes[start] == 0x54, bytes[start + 1] | 0x20 == 0x68,
        bytes[start + 2] | 0x20 == 0x65
      {
        return start
      }
    }
    return isHouse && start < last.range.lowerBound ? start : nil
  }
}
