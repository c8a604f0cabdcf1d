/// Towns that stand behind a street without a comma.
extension Redactor {
  private static let places: Set<String> = [
    "in", "i", "w", "we", "à", "a", "en", "em", "no", "na", "te", "på", "в", "во",
  ]

  /// Where a town ends behind a small word: "Fjällgatan 3 i Östersund", "Via Roma 3 a Lecce".
  func townBehind(_ bytes: Span<UInt8>, _ end: Int) -> Int? {
    guard let small = following(bytes, end), small.range.count < 5,
      Self.places.contains(String(decoding: small.range.map { bytes[$0] }, as: UTF8.self)),
      let name = following(bytes, small.range.upperBound), Scalars.isCapital(name.first),
      mayBeUnlisted(bytes, name) || town(bytes, name.range.lowerBound, isSure: true) != nil
    else { return nil }
    if let next = following(bytes, name.range.upperBound), next.isCapitalized || next.isNumber {
      return nil
    }
    return name.range.upperBound
  }
}
