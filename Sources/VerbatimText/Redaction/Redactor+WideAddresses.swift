extension Redactor {
  /// An address in Japanese, Chinese or Korean that a number stands in: 渋谷区神南1-2-3,
  /// 建国路88号, 테헤란로 123.
  func wideAddress(_ bytes: Span<UInt8>, _ number: Range<Int>) -> Range<Int>? {
    let before = Self.skipBlanks(bytes, before: number.lowerBound)
    guard let last = Scalars.before(bytes, before), Scalars.isUnspaced(last.value) else {
      return nil
    }
    if (0xAC00...0xD7A3).contains(last.value) { return korean(bytes, number, before, last.value) }
    guard last.value > 0x3000 else { return nil }
    let isApart = before < number.lowerBound
    let end = isApart ? Scalars.skipBlanks(bytes, number.upperBound) : number.upperBound
    let next = end < bytes.count ? Scalars.decode(bytes, end).value : 0
    // 路街道巷弄里村段 before, 号號弄巷段 after.
    let isChinese =
      [0x8DEF, 0x8857, 0x9053, 0x5DF7, 0x5F04, 0x91CC, 0x6751, 0x6BB5, 0x82D1, 0x56ED].contains(
        last.value
      ) && [0x53F7, 0x865F, 0x5F04, 0x5DF7, 0x6BB5].contains(next)
    // "文三路 478 号"
    if isApart, !isChinese { return nil }
    let run = wideRun(bytes, before)
    // 8栋502, 3幢, 12号
    let isKnown = run.hasRegion || run.hasTown && cue(before: run.start, bytes, .address) != nil
    let isBlock = isKnown && [0x680B, 0x5E62, 0x53F7, 0x865F].contains(next)
    // 1-2-3, 1丁目, 12番
    let isJapanese =
      (run.hasTown || run.hasRegion)
      && ([0x4E01, 0x756A].contains(next)
        || Self.dashedGroups(bytes, number) > (run.hasRegion ? 1 : 2))
    let isRoad =
      run.hasTown && [0x8DEF, 0x8857, 0x5DF7].contains(last.value)
      && (run.hasRegion || cue(before: run.start, bytes, .address) != nil)
    guard isChinese || isJapanese || isRoad || isBlock else { return nil }
    return run.start..<Self.wideEnd(bytes, end)
  }

  // MARK: Ideographs

  /// The ideographs before a number, from where an address may begin.
  private func wideRun(
    _ bytes: Span<UInt8>,
    _ end: Int
  ) -> (start: Int, hasTown: Bool, hasRegion: Bool) {
    var start = end
    var count = 0
    while count < 40, let (value, before) = Scalars.before(bytes, start),
      Scalars.isUnspaced(value) || Scalars.digit(bytes, before) != nil
    {
      start = before
      count += 1
    }
    var at = start
    var hasTown = false
    while at < end {
      if let match = words.index.match(bytes, at, .region) {
        return (postcodeStart(bytes, at), true, match.end <= end)
      }
      if !hasTown, let match = words.index.match(bytes, at, [.cut, .address]), match.end < end {
        at = match.end
        start = at
        continue
      }
      let (value, length) = Scalars.decode(bytes, at)
      // 都道府県市区町村郡 and their Chinese forms: 市区县镇乡
      if at > start,
        [0x5E02, 0x533A, 0x753A, 0x6751, 0x90E1, 0x53BF, 0x9547, 0x4E61, 0x5340, 0x7E23].contains(
          value
        )
      {
        hasTown = true
      }
      at += length
    }
    return (postcodeStart(bytes, start), hasTown, false)
  }

  /// Where a Japanese postal code before an address begins: 〒150-0041.
  private func postcodeStart(_ bytes: Span<UInt8>, _ start: Int) -> Int {
    let before = Self.skipBlanks(bytes, before: start)
    var at = before
    while before - at < 12, let (value, place) = Scalars.before(bytes, at),
      Scalars.digit(bytes, place) != nil || value == 0x2D
    {
      at = place
    }
    guard at < before else { return start }
    guard let mark = Scalars.before(bytes, at) else {
      return [3, 5, 6, 8].contains(before - at) ? at : start
    }
    if mark.value == 0x3012 { return mark.start }
    // "106 台北市", "100084 北京市"
    let isApart = !Scalars.isLetter(mark.value) && ![0x2E, 0x2F, 0x23, 0x5F].contains(mark.value)
    return isApart && [3, 5, 6, 8].contains(before - at) && before < start ? at : start
  }

  /// How many groups of digits stand together with dashes between.
  private static func dashedGroups(_ bytes: Span<UInt8>, _ number: Range<Int>) -> Int {
    var groups = 1
    var at = number.upperBound
    while at < bytes.count, groups < 5 {
      let (value, length) = Scalars.decode(bytes, at)
      let isDash = Scalars.fold(value) == 0x2D || value == 0x30FC || value == 0x306E
      guard isDash, at + length < bytes.count, Scalars.digit(bytes, at + length) != nil else {
        break
      }
      at += length
      while at < bytes.count, let digit = Scalars.digit(bytes, at) { at += digit.length }
      groups += 1
    }
    return groups
  }

  /// Where an address ends whose first number does at `start`: further numbers with their signs,
  /// and buildings that end in a number.
  private static func wideEnd(_ bytes: Span<UInt8>, _ start: Int) -> Int {
    // 丁目番地号號弄室栋棟楼樓层層单单元門门階の座幢
    let signs: Set<UInt32> = [
      0x4E01, 0x76EE, 0x756A, 0x5730, 0x53F7, 0x865F, 0x5F04, 0x5BA4, 0x680B, 0x68DF, 0x697C,
      0x6A13, 0x5C42, 0x5C64, 0x5355, 0x5143, 0x9580, 0x95E8, 0x968E, 0x306E, 0x5EA7, 0x5E62,
      0x5DF7, 0x6BB5, 0x46, 0x23, 0x9644,
      // 院组組之户戶房铺期条館
      0x9662, 0x7EC4, 0x7D44, 0x4E4B, 0x6237, 0x6236, 0x623F, 0x94FA, 0x671F, 0x6761, 0x9928,
    ]
    var end = start
    while end < bytes.count {
      let (value, length) = Scalars.decode(bytes, end)
      if signs.contains(value) {
        end += length
        // 12号之三
        if value == 0x4E4B, end < bytes.count,
          [0x4E00, 0x4E8C, 0x4E09, 0x56DB, 0x4E94].contains(Scalars.decode(bytes, end).value)
        {
          end += 3
        }
      } else if let digit = Scalars.digit(bytes, end) {
        end += digit.length
      } else if Scalars.fold(value) == 0x2D || value == 0x30FC, end + length < bytes.count,
        Scalars.digit(bytes, end + length) != nil
      {
        end += length
      } else if let next = wideCode(bytes, end) ?? wideBuilding(bytes, end) {
        end = next
      } else if let next = wideRoom(bytes, end, signs) {
        end = next
      } else if let next = building(bytes, end, signs) {
        end = next
      } else {
        break
      }
    }
    return end
  }

  /// Where a room ends that blanks stand around, or a block with a letter: " 5 幢 302", " 3F", "A座".
  private static func wideRoom(_ bytes: Span<UInt8>, _ start: Int, _ signs: Set<UInt32>) -> Int? {
    let place = Scalars.skipBlanks(bytes, start)
    guard place < bytes.count else { return nil }
    if Scalars.isCapital(UInt32(bytes[place])), place + 3 < bytes.count,
      [0x5EA7, 0x680B, 0x5E62, 0x533A, 0x68DF, 0x5BA4].contains(
        Scalars.decode(bytes, place + 1).value
      )
    {
      return place + 4
    }
    guard place > start, Scalars.digit(bytes, place) != nil else { return nil }
    var end = place
    while end < bytes.count, let digit = Scalars.digit(bytes, end) { end += digit.length }
    let sign = Scalars.skipBlanks(bytes, end)
    if sign < bytes.count, signs.contains(Scalars.decode(bytes, sign).value) {
      return sign + Scalars.decode(bytes, sign).length
    }
    // 幢 302
    let last = Scalars.before(bytes, start)?.value ?? 0
    let isRoom = [0x5E62, 0x680B, 0x5EA7, 0x697C, 0x5143].contains(last)
    return isRoom && (end == bytes.count || !Scalars.isLetter(Scalars.decode(bytes, end).value))
      ? end : nil
  }

  /// Where the number of a building begins whose name stands at `start`.
  private static func building(
    _ bytes: Span<UInt8>,
    _ start: Int,
    _ signs: Set<UInt32>
  ) -> Int? {
    var at = Scalars.skipBlanks(bytes, start)
    var count = 0
    while at < bytes.count, count < 16 {
      if count > 1, let digit = Scalars.digit(bytes, at) {
        // Only what is numbered as rooms are: 101号室, 502.
        var end = at + digit.length
        while end < bytes.count, let digit = Scalars.digit(bytes, end) { end += digit.length }
        guard end < bytes.count else { return at }
        let (value, _) = Scalars.decode(bytes, end)
        // で, に, を, へ, の, と, ま
        let isEnd = [0x3067, 0x306B, 0x3092, 0x3078, 0x306E, 0x3068, 0x307E].contains(value)
        return signs.contains(value) || !Scalars.isLetter(value) || isEnd ? at : nil
      }
      let (value, length) = Scalars.decode(bytes, at)
      // Particles (を, で, は, が, に) and verbs end a name; "A座" is part of one.
      guard Scalars.isUnspaced(value) || (count > 0 && Scalars.isCapital(value)),
        ![0x3092, 0x3067, 0x306F, 0x304C, 0x306B].contains(value)
      else { return nil }
      at += length
      count += 1
    }
    return nil
  }
}
