/// The payload of a WebVTT cue as words with their voices; tags and timestamps are gone.
struct CueText: Hashable, Sendable {
  /// Words of one voice.
  struct Span: Hashable, Sendable {
    /// The annotation of the voice tag; nil outside voice tags.
    var voice: String?
    /// The words, their line breaks kept.
    var text: String
  }

  /// The spans, in order; none is empty.
  private(set) var spans: [Span] = []

  /// Reads a payload.
  init(_ payload: String) {
    var voice: String?
    var text = ""
    var rest = payload[...]
    func flush() {
      if text.contains(where: { !$0.isWhitespace }) {
        if let last = spans.last, last.voice == voice {
          spans[spans.count - 1].text += text
        } else {
          spans.append(Span(voice: voice, text: text))
        }
      }
      text = ""
    }
    while let character = rest.first {
      switch character {
      case "&": text += CharacterReference.take(from: &rest)
      case "<" where Self.opensTag(rest):
        let tag = Self.takeTag(from: &rest)
        if let opened = Self.voice(tag) {
          flush()
          voice = opened.isEmpty ? nil : opened
        } else if tag == "/v" {
          flush()
          voice = nil
        }
      default:
        text.append(character)
        rest.removeFirst()
      }
    }
    flush()
  }

  /// A `<` before a blank or at the end is a sign of comparison; captions typed by hand hold it.
  private static func opensTag(_ rest: Substring) -> Bool {
    guard let next = rest.dropFirst().first else { return false }
    return next.isLetter || next.isNumber || next == "/" || next == "." || next == ">"
  }

  /// The inside of a tag; an unclosed one reaches to the end of the cue.
  private static func takeTag(from rest: inout Substring) -> Substring {
    rest.removeFirst()
    let end = rest.firstIndex(of: ">") ?? rest.endIndex
    let tag = rest[..<end]
    rest = end == rest.endIndex ? rest[end...] : rest[rest.index(after: end)...]
    return tag
  }

  /// The name in a voice tag, empty when it has none; nil for any other tag.
  private static func voice(_ tag: Substring) -> String? {
    guard tag.first == "v" else { return nil }
    let afterName = tag.dropFirst()
    guard let next = afterName.first else { return "" }
    guard next == "." || next.isWhitespace else { return nil }
    guard let blank = afterName.firstIndex(where: \.isWhitespace) else { return "" }
    var annotation = afterName[blank...]
    var name = ""
    while let character = annotation.first {
      if character == "&" {
        name += CharacterReference.take(from: &annotation)
      } else {
        name.append(character)
        annotation.removeFirst()
      }
    }
    return name.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
