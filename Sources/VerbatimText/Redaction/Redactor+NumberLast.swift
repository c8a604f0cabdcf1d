extension Redactor {
  /// A street that its number stands after ("Via Roma 3", "Hauptstraße 12a"), or a post box.
  func numberLast(_ bytes: Span<UInt8>, _ house: Range<Int>) -> Street? {
    let end = nameEnd(bytes, house.lowerBound)
    // "NR21 0XX" begins a code.
    if house.lowerBound > 1, Self.isLetter(bytes[house.lowerBound - 1]),
      (0x41...0x5A).contains(bytes[house.lowerBound - 2])
    {
      return nil
    }
    guard let last = Self.word(bytes, endingAt: end) else { return nil }
    // "SK4 3GZ" begins a code.
    if end == house.lowerBound, last.range.count < 4, Self.isLetter(bytes[end - 1]) { return nil }
    var list = [last]
    // "Av. Paulista", "Calle de la Cruz Verde": words back to where a street may begin.
    while list.count < 6, let word = wordBefore(bytes, list[list.count - 1]) { list.append(word) }
    // Most numbers follow none of these.
    let types: RedactionUses = [
      .box, .typeNameNumber, .weakTypeNameNumber, .nameTypeNumber, .weakNameTypeNumber, .lead,
    ]
    let isPossible =
      last.isCapitalized || list.contains { isStart(bytes, $0, types) }
      || (last.range.count > 5 && isStreetName(bytes, last.range) == false)
    guard isPossible else { return nil }
    // "Calle Lavalle 2889": the type tells more than the ending.
    if list.count > 1, list[1].isCapitalized, isWord(bytes, list[1], .typeNameNumber),
      let street = typeNameNumber(bytes, list, house)
    {
      return street
    }
    return box(bytes, list, house) ?? grid(bytes, list, house) ?? ending(bytes, list, house)
      ?? nameTypeNumber(bytes, list, house) ?? typeNameNumber(bytes, list, house)
      ?? lead(bytes, list, house) ?? bare(bytes, list, house)
  }

  static let anyLead: RedactionUses = [.numberLead, .weakNumberLead]

  private func isStart(_ bytes: Span<UInt8>, _ word: TextWord, _ uses: RedactionUses) -> Bool {
    words.index.match(bytes, word.range.lowerBound, uses) != nil
  }

  /// Where the name ends before a number: a comma and a word for numbers may stand between.
  func nameEnd(_ bytes: Span<UInt8>, _ start: Int) -> Int {
    func skip(_ at: Int) -> Int {
      var at = Self.skipBlanks(bytes, before: at)
      while at > 0, start - at < 24, [0x2C, 0x2E, 0x3A, 0x23].contains(bytes[at - 1]) {
        at = Self.skipBlanks(bytes, before: at - 1)
      }
      if at > 1, bytes[at - 2] == 0xD8, bytes[at - 1] == 0x8C {
        at = Self.skipBlanks(bytes, before: at - 2)
      }
      return at
    }
    var at = skip(start)
    for _ in 0..<2 {
      // "nº", "n°", "No", "д"
      var wordStart = at
      while at - wordStart < 24, let (value, before) = Scalars.before(bytes, wordStart),
        Scalars.isLetter(value) || value == 0xB0 || value == 0x2116
      {
        wordStart = before
      }
      guard wordStart < at, let match = words.index.match(bytes, wordStart, .numberWord),
        match.end >= at
      else { break }
      at = skip(wordStart)
    }
    return at
  }

  /// The word before another on the same line, with nothing but blanks, or an abbreviation's full
  /// stop, between.
  private func wordBefore(_ bytes: Span<UInt8>, _ word: TextWord) -> TextWord? {
    var at = word.range.lowerBound
    // "C/ Alcalá"
    let blank = Self.skipBlanks(bytes, before: at)
    let isGlued = blank == at
    at = blank
    if at > 0, bytes[at - 1] == UInt8(ascii: ".") || bytes[at - 1] == UInt8(ascii: "/") {
      guard let before = Self.word(bytes, endingAt: at - 1), before.range.count < 12 else {
        return nil
      }
      return before
    }
    return isGlued ? nil : Self.word(bytes, endingAt: at)
  }

  private func isPart(_ bytes: Span<UInt8>, _ word: TextWord) -> Bool {
    word.isCapitalized || word.isNumber || isWord(bytes, word, [.particle, .lead, .and])
      || word.range.contains { bytes[$0] == 0x27 }
  }

  // MARK: Orders

  /// A post box: "PO Box 123", "Postfach 12 34 56".
  private func box(_ bytes: Span<UInt8>, _ list: [TextWord], _ house: Range<Int>) -> Street? {
    for word in list.prefix(4).reversed() {
      guard let match = words.index.match(bytes, word.range.lowerBound, .box),
        match.end >= list[0].range.upperBound
      else { continue }
      var end = house.upperBound
      while end + 1 < bytes.count, bytes[end] == 0x20, Self.isDigit(bytes[end + 1]) {
        var next = end + 1
        while next < bytes.count, next - end < 4, Self.isDigit(bytes[next]) { next += 1 }
        guard next == bytes.count || !Self.isAlphanumeric(bytes[next]), next - end < 4 else {
          break
        }
        end = next
      }
      let isShort = match.end - word.range.lowerBound < 6
      if isShort, !word.isCapitalized { return nil }
      return Street(range: word.range.lowerBound..<end, isWeak: isShort, needsCode: isShort)
    }
    return nil
  }

  /// Streets by number: "Carrera 7 # 12-34".
  private func grid(_ bytes: Span<UInt8>, _ list: [TextWord], _ house: Range<Int>) -> Street? {
    let types: RedactionUses = [.typeNameNumber, .weakTypeNameNumber]
    guard isWord(bytes, list[0], types) else { return nil }
    var at = Scalars.skipBlanks(bytes, house.upperBound)
    guard has(bytes, at, "#") else { return nil }
    at = Scalars.skipBlanks(bytes, at + 1)
    let digits = at
    while at < bytes.count, at - digits < 4, Self.isDigit(bytes[at]) { at += 1 }
    guard at > digits, let end = Self.houseEnd(bytes, at) else { return nil }
    return Street(range: list[0].range.lowerBound..<end)
  }

  /// A name that ends as streets do: "Hauptstraße 12", "Kerkstraat 5".
  private func ending(_ bytes: Span<UInt8>, _ list: [TextWord], _ house: Range<Int>) -> Street? {
    guard list[0].isCapitalized || cue(before: list[0].range.lowerBound, bytes, .address) != nil,
      let isWeak = isStreetName(bytes, list[0].range),
      !isWeak || !measures(bytes, house.upperBound)
    else { return nil }
    // "Burgemeester de Vlugtlaan", "Van Goghlaan"
    var start = list[0].range.lowerBound
    if list.count > 1, isWord(bytes, list[1], .particle), !isWord(bytes, list[1], .lead) {
      if list[1].isCapitalized { start = list[1].range.lowerBound }
      if list.count > 2, list[2].isCapitalized,
        isWord(bytes, list[2], .particle) || !isWord(bytes, list[2], [.notAName, .address])
      {
        start = list[2].range.lowerBound
      }
    }
    // "Am Hirschgraben", "Obere Mühlstraße", "Västra Kvarngatan"
    for word in list.prefix(4).dropFirst() {
      guard word.isCapitalized,
        let match = words.index.match(bytes, word.range.lowerBound, .lead),
        match.end <= list[0].range.lowerBound,
        match.end >= list[1].range.upperBound
      else { continue }
      start = min(start, word.range.lowerBound)
    }
    // "bei Rübenweg 22", "Rathausmarkt 19, 3. Stock"
    let isGoods = isWord(bytes, list[0], .goodsName)
    let isLed =
      isWeak && !isGoods
      && (leads(bytes, Self.skipBlanks(bytes, before: start), Self.anyLead)
        || addressTail(bytes, house.upperBound).hasUnit)
    guard isWeak || !isGoods else { return nil }
    return Street(
      range: start..<house.upperBound,
      isWeak: isWeak,
      needsCode: isWeak,
      isLed: isLed
    )
  }

  /// Whether a word ends as streets do; nil when it does not, true when other words do too.
  func isStreetName(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool? {
    guard range.count > 4 else { return nil }
    var folded: [UInt32] = []
    var at = range.lowerBound
    while at < range.upperBound {
      let (value, length) = Scalars.decode(bytes, at)
      let character = Scalars.fold(value)
      if character != 0 { folded.append(character) }
      at += length
    }
    var best: (length: Int, isWeak: Bool)?
    for ending in words.endings
    where folded.count > ending.text.count + 1 && ending.text.count > best?.length ?? 0
      && folded.suffix(ending.text.count).elementsEqual(ending.text)
    {
      best = (ending.text.count, ending.isWeak)
    }
    return best?.isWeak
  }

  /// A name after its type: "Via Roma 3", "Calle de la Cruz Verde, 5".
  private func typeNameNumber(
    _ bytes: Span<UInt8>,
    _ list: [TextWord],
    _ house: Range<Int>
  ) -> Street? {
    var hasName = false
    var isAllPart = true
    for (place, word) in list.enumerated() {
      if place > 0,
        let match = words.index.match(
          bytes,
          word.range.lowerBound,
          [.typeNameNumber, .weakTypeNameNumber]
        ), match.end >= word.range.upperBound, match.end <= list[0].range.lowerBound
      {
        let isAbbreviated = has(bytes, match.end, ".") || has(bytes, match.end - 1, "./")
        let isShort = match.end - word.range.lowerBound < 3 && !isAbbreviated
        // "in Via Roma 3", "abito in via dei Mille 9": a name with a capital after a small word.
        let isLed =
          (word.isCapitalized || match.end - word.range.lowerBound > 2) && hasName
          && list[0].isCapitalized
          && leads(bytes, Self.skipBlanks(bytes, before: word.range.lowerBound), Self.anyLead)
        let isWeak = (match.uses.isDisjoint(with: .typeNameNumber) && !isLed) || isShort
        // "شارع الحمراء تدوم 40 ساعة"
        if Scalars.isCaseless(word.first), measures(bytes, house.upperBound) { return nil }
        // "via Bluetooth 5", "más largo 5 cm"
        if isWeak, measures(bytes, house.upperBound) { return nil }
        // "via Bluetooth 5", but "rue de la Loi 155, 1040 Bruxelles"
        let isSmall = isWeak && !(word.isCapitalized || isAbbreviated)
        if isSmall, match.end - word.range.lowerBound < 3 { return nil }
        return Street(
          range: word.range.lowerBound..<house.upperBound,
          isWeak: isWeak,
          needsCode: !hasName || !isAllPart || isShort || isSmall
        )
      }
      if !isPart(bytes, word) { isAllPart = false }
      if word.isCapitalized { hasName = true }
    }
    return nil
  }
}
