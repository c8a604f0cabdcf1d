/// What is left of a span of personal data after masking.
///
/// A letter or digit survives when all its bytes are as they were; the mask itself is taken to be
/// neither.
struct MaskedSpan {
  /// A letter or digit of the span.
  private struct Sign {
    let range: Range<Int>
    let isSurviving: Bool
  }

  private let length: Int
  /// The letters and digits, in runs without a blank or mark between them.
  private let words: [[Sign]]

  init(_ bytes: ArraySlice<UInt8>, masked: ArraySlice<UInt8>) {
    let masked = Array(masked)
    var words: [[Sign]] = []
    var place = 0
    var isInside = false
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      let range = place..<(place + scalar.utf8.count)
      place = range.upperBound
      guard scalar.properties.isAlphabetic || scalar.properties.numericType != nil else {
        // A sign upon a letter, such as a tone mark, ends no word.
        isInside = isInside && scalar.properties.isGraphemeExtend
        continue
      }
      let isSurviving =
        masked.isEmpty || masked[range].elementsEqual(String(scalar).utf8)
      if !isInside { words.append([]) }
      words[words.count - 1].append(Sign(range: range, isSurviving: isSurviving))
      isInside = true
    }
    length = place
    self.words = words
  }

  /// The share of letters and digits that were masked.
  var maskedShare: Double {
    let signs = words.joined()
    let survivors = signs.count(where: \.isSurviving)
    return signs.isEmpty ? 0 : 1 - Double(survivors) / Double(signs.count)
  }

  /// Whether no letter or digit survives but for two bytes at the edges.
  var isMasked: Bool {
    let survivors = words.joined().filter(\.isSurviving).map(\.range)
    return maskedShare > 0
      && survivors.reduce(0) { $0 + $1.count } <= 2
      && survivors.allSatisfy { $0.upperBound <= 2 || $0.lowerBound >= length - 2 }
  }

  /// Whether every word of the name is masked; an initial may stay.
  var isNameMasked: Bool {
    maskedShare > 0
      && words.allSatisfy { word in
        let isInitial = word.count == 1 && word[0].range.count == 1
        return isInitial || !word.contains(where: \.isSurviving)
      }
  }
}
