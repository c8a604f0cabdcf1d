extension Redactor {
  /// Roads end in 로 or 길, quarters in 동, 리 or 가; a district stands before.
  func korean(
    _ bytes: Span<UInt8>,
    _ number: Range<Int>,
    _ end: Int,
    _ last: UInt32
  ) -> Range<Int>? {
    let isRoad = last == 0xB85C || last == 0xAE38
    guard isRoad || [0xB3D9, 0xB9AC, 0xAC00].contains(last), end < number.lowerBound,
      let road = Self.word(bytes, endingAt: end)
    else { return nil }
    var start = road.range.lowerBound
    var hasDistrict = false
    for _ in 0..<4 {
      let before = Self.skipBlanks(bytes, before: start)
      guard before < start, let word = Self.word(bytes, endingAt: before),
        let last = Scalars.before(bytes, word.range.upperBound)
      else { break }
      // 시군구읍면동도리
      let isDistrict = [0xC2DC, 0xAD70, 0xAD6C, 0xC74D, 0xBA74, 0xB3D9, 0xB3C4, 0xB9AC].contains(
        last.value
      )
      guard isDistrict || isWord(bytes, word, .region) else { break }
      hasDistrict = true
      start = word.range.lowerBound
    }
    guard hasDistrict || (isRoad && cue(before: start, bytes, .address) != nil) else { return nil }
    var at = Self.houseEnd(bytes, number.upperBound) ?? number.upperBound
    // "번길 5", ", 101동 202호", "3층", "푸른아파트 3동"
    for _ in 0..<6 {
      var next = at
      while next < bytes.count, next - at < 4, [0x20, 0x2C, 0x28].contains(bytes[next]) {
        next += 1
      }
      guard next < bytes.count, let word = Self.word(bytes, at: next) else { break }
      let (value, length) = Scalars.decode(bytes, next)
      if word.isNumber {
        at = Self.roomEnd(bytes, word)
      } else if next == at, [0xBC88, 0xAE38, 0xD638, 0xCE35, 0xB3D9].contains(value) {
        // 번길 is one, and what follows 호 and 층 is no part of it.
        let hasRoad = word.range.upperBound >= next + 2 * length
        at = value == 0xBC88 && hasRoad ? next + 2 * length : next + length
      } else if next > at, let room = roomAfter(bytes, word) {
        at = room
      } else {
        break
      }
    }
    return codeBefore(bytes, start)..<at
  }

  /// Where a postal code in brackets begins before an address: "(61945) 광주 서구".
  private func codeBefore(_ bytes: Span<UInt8>, _ start: Int) -> Int {
    let end = Self.skipBlanks(bytes, before: start)
    guard end > 6, has(bytes, end - 1, ")]"), has(bytes, end - 7, "([") else { return start }
    return ((end - 6)..<(end - 1)).allSatisfy { Self.isDigit(bytes[$0]) } ? end - 7 : start
  }

  /// Where a number and its 동, 호, 층, 길, 번지 or 번길 end: "502호입니다" ends before 입.
  private static func roomEnd(_ bytes: Span<UInt8>, _ word: TextWord) -> Int {
    var at = word.range.lowerBound
    while at < word.range.upperBound {
      let (value, length) = Scalars.decode(bytes, at)
      guard value < 0x80 || [0xB3D9, 0xD638, 0xCE35, 0xAE38, 0xBC88, 0xC9C0].contains(value) else {
        break
      }
      at += length
    }
    return at
  }

  /// Where the number ends that follows the name of a building: "푸른아파트 3동".
  private func roomAfter(_ bytes: Span<UInt8>, _ name: TextWord) -> Int? {
    guard (0xAC00...0xD7A3).contains(name.first) else { return nil }
    var next = Scalars.skipBlanks(bytes, name.range.upperBound)
    // "삼호빌라 나동 202호"
    if next > name.range.upperBound, let block = Self.word(bytes, at: next), !block.isNumber,
      block.range.count == 6, Scalars.before(bytes, block.range.upperBound)?.value == 0xB3D9
    {
      next = Scalars.skipBlanks(bytes, block.range.upperBound)
    }
    guard next > name.range.upperBound, let room = Self.word(bytes, at: next), room.isNumber else {
      return nil
    }
    let end = Self.roomEnd(bytes, room)
    guard let sign = Scalars.before(bytes, end) else { return nil }
    return [0xB3D9, 0xD638, 0xCE35].contains(sign.value) ? end : nil
  }
}
