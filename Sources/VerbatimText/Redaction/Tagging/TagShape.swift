/// What a tagged range is made of.
struct TagShape {
  /// Its letters.
  private(set) var letterCount = 0
  /// The letters of the longest word; three for a character of a script without blanks.
  private(set) var longestWord = 0
  /// How many words and numbers there are; of scripts without blanks, characters ÷ 2.
  private(set) var partCount = 0
  /// The digits of the longest number.
  private(set) var longestNumber = 0
  /// Whether three letters and digits or more change within a word: "1ZE15XK".
  private(set) var hasCode = false

  /// Reads a range.
  init(_ bytes: Span<UInt8>, _ range: Range<Int>) {
    var letters = 0
    var digits = 0
    var changes = 0
    var unspaced = 0
    var at = range.lowerBound
    while at < range.upperBound {
      let (value, length) = Scalars.decode(bytes, at)
      let isDigit = Scalars.digit(bytes, at) != nil
      let isLetter = !isDigit && Scalars.isLetter(value)
      if isDigit, letters > 0 || isLetter, digits > 0, !Scalars.isUnspaced(value) { changes += 1 }
      if Scalars.isUnspaced(value) {
        unspaced += 1
        partCount += unspaced.isMultiple(of: 2) ? 1 : 0
      } else if isDigit || isLetter, letters == 0, digits == 0 {
        partCount += 1
      }
      letters = isLetter ? letters + 1 : 0
      digits = isDigit ? digits + 1 : 0
      if letters == 0, digits == 0 { changes = 0 }
      letterCount += isLetter ? 1 : 0
      longestWord = max(longestWord, Scalars.isUnspaced(value) ? 3 : letters)
      longestNumber = max(longestNumber, digits)
      hasCode = hasCode || changes > 2 || (changes > 0 && digits > 3)
      at += length
    }
  }
}
