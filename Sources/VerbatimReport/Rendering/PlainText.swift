internal import Mustache

/// Text as it may stand in a page: every character that is mark-up written out, every character
/// that acts on its surroundings or hides made visible.
///
/// - Marks of HTML and SVG: `<`, `>`, `&` and both quotes.
/// - Controls of direction (U+061C, U+200E, U+200F, U+202A–U+202E, U+2066–U+2069), which can turn the
///   words around them ("Trojan Source", Boucher and Anderson 2021).
/// - Characters without width (U+200B, U+2060–U+2064, U+180E, U+FEFF) and tags (U+E0000–U+E007F), in
///   which words can hide. The joiners U+200C and U+200D stay: Persian and emoji need them.
/// - Controls of C0 and C1 but line ends and tabs, and the separators U+2028 and U+2029.
/// - More than ``marksAtMost`` marks over one letter, which paint over the lines around.
public enum PlainText {
  /// How many combining marks may stand over one letter; no orthography has as many (authored).
  public static let marksAtMost = 8

  /// A text with what would act or hide written out: `[U+202E]`.
  public static func visible(_ text: String) -> String {
    guard !text.utf8.allSatisfy({ (0x20..<0x7F).contains($0) || $0 == 0x0A }) else { return text }
    var result = ""
    var marks = 0
    func tellMarks() {
      if marks > marksAtMost { result += "[+\(marks - marksAtMost) marks]" }
    }
    for scalar in text.unicodeScalars {
      switch scalar.properties.generalCategory {
      case .nonspacingMark, .enclosingMark:
        marks += 1
        if marks <= marksAtMost { result.unicodeScalars.append(scalar) }
        continue
      default:
        tellMarks()
        marks = 0
      }
      if acts(scalar) {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        result +=
          "[U+" + String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits + "]"
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    tellMarks()
    return result
  }

  /// A text that may stand between tags and inside a quoted attribute.
  public static func escaped(_ text: String) -> String {
    var result = ""
    // By scalar: a mark that combines with `<` must not hide it.
    for scalar in visible(text).unicodeScalars {
      switch scalar {
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "&": result += "&amp;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  private static func acts(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A: false
    case 0x00...0x1F, 0x7F...0x9F: true
    case 0x061C, 0x180E, 0x200B, 0x200E, 0x200F, 0x2028...0x202E, 0x2060...0x2069, 0xFEFF: true
    case 0xFFF9...0xFFFB, 0xE0000...0xE007F: true
    default: false
    }
  }
}

/// The escaping of every template.
struct PlainTextContent: MustacheContentType {
  /// The name by which templates ask for it.
  static let name = "PLAIN"

  func escapeText(_ text: String) -> String { PlainText.escaped(text) }
}
