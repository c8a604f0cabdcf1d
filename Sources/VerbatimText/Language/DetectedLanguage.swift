/// A language with how sure it is.
public struct DetectedLanguage: Hashable, Sendable {
  /// The BCP 47 tag: of a declared language as it was declared, else the language alone, with a
  /// script only for Chinese (`zh-Hans`, `zh-Hant`).
  public var tag: String
  /// 0 to 1: of those at 0.9, about nine in ten are right.
  public var confidence: Double

  /// A language with a confidence.
  public init(tag: String, confidence: Double) {
    self.tag = tag
    self.confidence = confidence
  }

  /// The language itself, without region and script: `pt` of `pt-BR`.
  public var language: String { Self.language(of: tag) }

  /// The language of a BCP 47 tag, in lower case; empty for a tag of none.
  ///
  /// Codes that mean one language come out as one: `eng` is `en`, `iw` is `he`, and Bokmål and
  /// Nynorsk are `no`, because columns and customers hardly tell them apart.
  public static func language(of tag: String) -> String {
    let first = tag.utf8.prefix { $0 != UInt8(ascii: "-") && $0 != UInt8(ascii: "_") }
    let isLetters = first.allSatisfy { (0x61...0x7A).contains($0 | 0x20) }
    guard isLetters, (2...3).contains(first.count) else { return "" }
    let subtag = String(decoding: first.map { $0 | 0x20 }, as: UTF8.self)
    return aliases[subtag] ?? subtag
  }

  /// Other codes of a language: of ISO 639-2, of old, and of none, CLD2's inventions included.
  private static let aliases: [String: String] = [
    "nb": "no", "nn": "no", "iw": "he", "in": "id", "ji": "yi", "cmn": "zh",
    "ara": "ar", "bul": "bg", "ces": "cs", "chi": "zh", "cze": "cs", "dan": "da", "deu": "de",
    "dut": "nl", "ell": "el", "eng": "en", "fin": "fi", "fra": "fr", "fre": "fr", "ger": "de",
    "gre": "el", "heb": "he", "hin": "hi", "hun": "hu", "ind": "id", "ita": "it", "jpn": "ja",
    "kor": "ko", "nld": "nl", "nno": "no", "nob": "no", "nor": "no", "pol": "pl", "por": "pt",
    "ron": "ro", "rum": "ro", "rus": "ru", "spa": "es", "swe": "sv", "tha": "th", "tur": "tr",
    "ukr": "uk", "vie": "vi", "zho": "zh",
    "mis": "", "mul": "", "tlh": "", "un": "", "und": "", "xx": "", "zxx": "", "zzb": "",
    "zzh": "", "zzp": "",
  ]
}
