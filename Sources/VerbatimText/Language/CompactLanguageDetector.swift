internal import CLanguage

/// CLD2, which knows languages by their quadruples of letters.
///
/// - SeeAlso: Sites (2013), "Compact Language Detector 2".
enum CompactLanguageDetector {
  /// A language with the share of the text it takes.
  struct Share {
    /// CLD2's code, which is the language of a BCP 47 tag, old codes included.
    let tag: String
    /// In percent.
    let percent: Int
  }

  /// What it says of a text.
  struct Answer {
    /// The likeliest languages, at most three; unknown ones are left out.
    var shares: [Share] = []
    /// Whether it trusts the first.
    var isReliable = false
  }

  /// Looks at plain text; bytes that are not UTF-8 give no language.
  static func detect(_ bytes: [UInt8]) -> Answer {
    var summary = vlang_summary()
    // Safety: the bytes stay in place for the call, which reads `count` of them.
    unsafe bytes.withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return }
      unsafe vlang_detect(base, Int32(clamping: buffer.count), &summary)
    }
    var answer = Answer(isReliable: summary.is_reliable)
    let languages = [summary.language.0, summary.language.1, summary.language.2]
    let percents = [summary.percent.0, summary.percent.1, summary.percent.2]
    for (language, percent) in zip(languages, percents) where percent > 0 {
      // Safety: a static string for every number.
      let code = unsafe String(cString: vlang_code(language))
      if code != "un" { answer.shares.append(Share(tag: code, percent: Int(percent))) }
    }
    return answer
  }
}
