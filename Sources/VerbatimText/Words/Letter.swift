/// The numbers of letters in a packed word, 1 for a, for the rules that name letters.
enum Letter {
  static let a: UInt8 = 1
  static let b: UInt8 = 2
  static let c: UInt8 = 3
  static let d: UInt8 = 4
  static let e: UInt8 = 5
  static let f: UInt8 = 6
  static let g: UInt8 = 7
  static let h: UInt8 = 8
  static let i: UInt8 = 9
  static let j: UInt8 = 10
  static let k: UInt8 = 11
  static let l: UInt8 = 12
  static let m: UInt8 = 13
  static let n: UInt8 = 14
  static let o: UInt8 = 15
  static let r: UInt8 = 18
  static let s: UInt8 = 19
  static let t: UInt8 = 20
  static let v: UInt8 = 22
  static let w: UInt8 = 23
  static let x: UInt8 = 24
  static let y: UInt8 = 25
  static let z: UInt8 = 26
  static let apostrophe: UInt8 = 27

  /// A bit for each of a, e, i, o, u and y, by its number.
  static let vowels: UInt64 = 0x0220_8222

  /// Whether a letter is one of a, e, i, o, u and y.
  static func isVowel(_ letter: UInt8) -> Bool { vowels &>> UInt64(letter) & 1 != 0 }
}
