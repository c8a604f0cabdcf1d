/// The words that VADER's rules ask for by name.
enum VaderWord: UInt8, CaseIterable {
  /// Any other word.
  case other
  case ass
  case at
  case bad
  case beating
  case bomb
  case bus
  case but
  case death
  case die
  case doubt
  case enough
  case `for`
  case heart
  case just
  case kind
  case kiss
  case least
  case never
  case no
  case nor
  case of
  case or
  case right
  case shit
  case so
  case sort
  case stop
  case the
  case this
  case to
  case very
  case without
  case yeah

  /// The word as it is written in small letters.
  var spelling: String { "\(self)" }

  /// The one number of two words in a row.
  @inline(__always)
  static func key(_ first: VaderWord, _ second: VaderWord) -> UInt32 {
    UInt32(first.rawValue) | UInt32(second.rawValue) << 8
  }

  /// The one number of three words in a row.
  @inline(__always)
  static func key(_ first: VaderWord, _ second: VaderWord, _ third: VaderWord) -> UInt32 {
    key(first, second) | UInt32(third.rawValue) << 16 | 1 << 24
  }
}
