internal import CICU

/// What Unicode says about single code points.
enum ICUCharacter {
  /// Whether the code point is drawn as a picture (Extended_Pictographic; digits are not).
  static func isPictographic(_ scalar: Unicode.Scalar) -> Bool {
    vicu_is_pictographic(scalar.value)
  }

  /// Whether the code point does not show (Default_Ignorable_Code_Point).
  static func isIgnorable(_ scalar: Unicode.Scalar) -> Bool { vicu_is_ignorable(scalar.value) }

  /// Whether the code point is upper case.
  static func isUppercase(_ scalar: Unicode.Scalar) -> Bool { vicu_is_uppercase(scalar.value) }

  /// Whether the code point is a letter.
  static func isLetter(_ scalar: Unicode.Scalar) -> Bool { vicu_is_letter(scalar.value) }

  /// The ISO 15924 code of its script.
  static func script(_ scalar: Unicode.Scalar) -> String {
    // Safety: ICU answers with a static, NUL-terminated string.
    unsafe String(cString: vicu_script(scalar.value))
  }

  /// The matching form of a letter that Annex 29 treats like "a" (ALetter), when it is one scalar
  /// of the basic plane; nil for anything else.
  static func plainLetter(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    let folded = vicu_plain_letter(scalar.value)
    return folded == 0 ? nil : Unicode.Scalar(folded)
  }

  /// For each of the capitals in a range of the basic plane, the ASCII letter or digit that looks
  /// the same (UTS 39), or 0.
  static func latinLookalikes(_ range: Range<UInt32>) -> [UInt8] {
    unsafe [UInt8](unsafeUninitializedCapacity: range.count) { buffer, count in
      // Safety: as many bytes are written as the buffer has.
      unsafe vicu_latin_lookalikes(range.lowerBound, buffer.baseAddress, Int32(range.count))
      count = range.count
    }
  }
}
