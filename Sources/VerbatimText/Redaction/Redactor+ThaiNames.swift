/// Thai names that no list has, after a title or a phrase that persons follow.
extension Redactor {
  /// The letters up to a blank, or to a word that goes on after persons: คุณ|ชาญณรงค์|ฝ่ายบัญชี.
  ///
  /// No word that is none may begin it or, in a run that a blank ends, stand in it.
  func thaiAnyone(_ bytes: Span<UInt8>, _ run: Range<Int>) -> Range<Int>? {
    let start = run.lowerBound
    let others: RedactionUses = [
      .notAName, .closing, .order, .goodsName, .selfEnd, .product, .honorific, .label,
    ]
    guard words.index.match(bytes, start, others) == nil else { return nil }
    var at = start + Scalars.decode(bytes, start).length
    while at < run.upperBound {
      // A vowel sign belongs to the letter before it.
      let value = Scalars.decode(bytes, at).value
      let isSign = (0xE30...0xE3A).contains(value) || (0xE45...0xE4E).contains(value)
      if !isSign, let other = words.index.match(bytes, at, others), other.end - at > 8 {
        // มาก, ครับ and the like are long enough; ที่ and ได้ begin many a syllable.
        return at - start > 8 && !other.uses.isDisjoint(with: [.selfEnd, .honorific])
          && at - start < 40
          ? start..<at : nil
      }
      at += Scalars.decode(bytes, at).length
    }
    let isDone =
      run.upperBound == bytes.count
      || !Scalars.isLetter(Scalars.decode(bytes, run.upperBound).value)
    return isDone && run.count > 5 && run.count < 37 ? run : nil
  }
}
