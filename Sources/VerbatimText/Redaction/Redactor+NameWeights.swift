extension Redactor {
  /// What the phrase before a name says: 3 for who somebody is ("driver"), 2 for another that
  /// persons follow, 1 for a weaker one.
  func weightBefore(
    _ bytes: Span<UInt8>,
    _ start: Int,
    _ isBetweenCommas: Bool
  ) -> Int {
    var end = Self.skipBlanks(bytes, before: start)
    guard end > 0, end < start else { return 0 }
    // "the driver, Quillan, carried it"
    if has(bytes, end - 1, ",("), Self.skipBlanks(bytes, before: end - 1) == end - 1 { end -= 1 }
    // "our nurse – Solenne – was kind"
    let isDashed = isDash(bytes, endingAt: end)
    if isDashed, let dash = Scalars.before(bytes, end) {
      end = Self.skipBlanks(bytes, before: dash.start)
      guard end < dash.start else { return 0 }
    }
    // "Ich, Kunigunde Thoma, widerrufe den Vertrag"
    if has(bytes, end, ","), isBetweenCommas, let last = Self.word(bytes, endingAt: end),
      last.range.count < 4,
      last.isCapitalized, beginsSentence(bytes, last.range.lowerBound)
    {
      return 2
    }
    if leads(bytes, end, [.mention, .openMention]) {
      // A role's name, and no "email from"
      let last = Self.word(bytes, endingAt: end)
      let isRole = last.map { $0.range.count > 4 && !isWord(bytes, $0, .personLead) } ?? false
      return isRole ? 3 : 2
    }
    guard end == Self.skipBlanks(bytes, before: start), let last = Self.word(bytes, endingAt: end)
    else { return 0 }
    // "i" is "and" in Polish and "in" in Swedish.
    let isLead = last.range.count > 2 && isWord(bytes, last, .personLead)
    return isLead || leads(bytes, end, .weakMention) ? 1 : 0
  }

  /// What follows a name: 3 for what only persons do or own, 2 for what a firm might do, 1 for what
  /// goes on after any name or ends a clause.
  func weightAfter(_ bytes: Span<UInt8>, _ end: Int) -> Int {
    var at = Scalars.skipBlanks(bytes, end)
    if isPossessive(bytes, end) {
      guard var next = following(bytes, end) else { return 0 }
      // "Lakshmi's 5th birthday"
      if next.isNumber, let last = following(bytes, next.range.upperBound) { next = last }
      return isWord(bytes, next, .belonging) ? 3 : 0
    }
    // "Jaspreet, who stayed on the line", "Leopold (your fitter)", "Nunzia, la vicina"
    let mark = at < bytes.count ? Scalars.decode(bytes, at) : (value: 0x0A, length: 1)
    let hasMark =
      has(bytes, at, ",(") || (0x2013...0x2014).contains(mark.value)
      || has(bytes, at, "-") && has(bytes, at + 1, " ")
    if hasMark { at = Scalars.skipBlanks(bytes, at + mark.length) }
    if at < bytes.count, at > end, words.index.match(bytes, at, .personAct) != nil { return 3 }
    // "Hadiza, your trainee, was kind"
    if hasMark, at < bytes.count,
      let part = words.index.match(bytes, at, [.mention, .openMention]), has(bytes, part.end, ",)")
    {
      return 3
    }
    // "To Thessaly Hegde:" on a line of its own
    if has(bytes, at, ":"), Self.endsLine(bytes, at + 1) { return 1 }
    if hasMark || at >= bytes.count || has(bytes, at, ".!?;)\n\r\"") { return 1 }
    guard at > end, let next = Self.word(bytes, at: at), !next.isCapitalized else { return 0 }
    if endsWithKisses(bytes, next) { return 3 }
    if isWord(bytes, next, [.personVerb, .role]) { return 2 }
    return followsPerson(bytes, next) ? 1 : 0
  }
}
