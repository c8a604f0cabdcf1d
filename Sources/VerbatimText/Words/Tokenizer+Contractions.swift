internal import VerbatimCore

/// Contractions that another tool has cut apart: "do n't", "it 's".
///
/// Texts that went through a tokeniser of the Penn Treebank's kind come so, and a negation that is
/// not seen turns a complaint into praise.
extension Tokenizer {
  /// Joins the second half of a contraction to the word before it, when the whole is a known form;
  /// false when it is not.
  ///
  /// `tail` is where the second half stands, from its apostrophe or its `n` on, and `form` is it in
  /// the form in which words are looked up.
  func joinContraction(
    _ bytes: Span<UInt8>,
    _ text: inout TokenizedText,
    _ state: State,
    tail: Range<Int>,
    form: StaticString,
    _ scratch: inout Scratch
  ) -> Bool {
    guard tail.lowerBound > 0, bytes[tail.lowerBound - 1] == UInt8(ascii: " "),
      !state.pendingBreak, text.words.count > state.clauseStart, let head = text.words.last,
      head.kind == .word, Int(head.end) == tail.lowerBound - 1,
      Int(head.end - head.start) + form.utf8CodeUnitCount <= Vocabulary.longestForm
    else { return false }
    var count = 0
    for at in Int(head.start)..<Int(head.end) {
      guard classes[Int(bytes[at])] == .letter else { return false }
      scratch.short[count] = bytes[at] | 0x20
      count += 1
    }
    form.withUTF8Buffer { form in
      // Safety: the buffer of a static string, read inside its scope and length.
      for offset in form.indices { unsafe scratch.short[count + offset] = form[offset] }
    }
    count += form.utf8CodeUnitCount
    let id = vocabulary.lookup(scratch.short.span, count: count)
    guard id != 0 else { return false }
    text.words[text.words.count - 1].end = Int32(truncatingIfNeeded: tail.upperBound)
    text.words[text.words.count - 1].id = id
    return true
  }

  /// The end of a second half that begins with the apostrophe at `start`, joined to the word before
  /// it; nil when there is none.
  func contraction(
    _ bytes: Span<UInt8>,
    _ text: inout TokenizedText,
    _ start: Int,
    _ limit: Int,
    _ state: State,
    _ scratch: inout Scratch
  ) -> Int? {
    guard start + 1 < limit, classes[Int(bytes[start + 1])] == .letter else { return nil }
    let first = bytes[start + 1] | 0x20
    let second = start + 2 < limit ? bytes[start + 2] | 0x20 : 0
    let form: StaticString
    switch (first, second) {
    case (UInt8(ascii: "v"), UInt8(ascii: "e")): form = "'ve"
    case (UInt8(ascii: "r"), UInt8(ascii: "e")): form = "'re"
    case (UInt8(ascii: "l"), UInt8(ascii: "l")): form = "'ll"
    case (UInt8(ascii: "s"), _): form = "'s"
    case (UInt8(ascii: "m"), _): form = "'m"
    case (UInt8(ascii: "d"), _): form = "'d"
    default: return nil
    }
    let end = start + form.utf8CodeUnitCount
    if end < limit {
      switch classes[Int(bytes[end])] {
      case .letter, .digit, .underscore, .apostrophe, .wide: return nil
      default: break
      }
    }
    guard joinContraction(bytes, &text, state, tail: start..<end, form: form, &scratch) else {
      return nil
    }
    return end
  }
}
