internal import VerbatimCore

/// The elements of those parts of a page that microformats mark, flat and in the page's order.
///
/// What a microformat leaves unsaid is implied by how its elements stand (an only child, the first
/// of its kind), so all elements inside are kept, each with the few attributes that count. Ranges
/// are bytes of the collector's buffers.
struct MarkupTree {
  /// The kinds of elements whose values stand elsewhere than in their text.
  enum Tag: UInt8 {
    case other
    case a, area, link
    case img, audio, video, source, iframe
    case object
    case abbr
    case data, input
    case time, ins, del
  }

  /// An element.
  struct Element {
    var tag: Tag
    var line: Int
    /// The element around it; -1 for one that begins a part.
    var parent: Int
    /// One past the last element inside.
    var end: Int
    /// The text inside.
    var text: ByteRange
    var classes: ByteRange?
    var rels: ByteRange?
    /// What `href`, `src` or an object's `data` says.
    var address: ByteRange?
    var alt: ByteRange?
    var title: ByteRange?
    /// What `value` or `datetime` says.
    var stated: ByteRange?
    /// The language in force.
    var language: ByteRange?
  }

  private(set) var elements: [Element] = []
  private var open: [Int] = []

  /// Whether the page is inside of such a part.
  var isOpen: Bool { !open.isEmpty }

  /// Opens an element behind the `words` collected so far.
  mutating func open(
    _ element: MarkupElement,
    words: Int,
    language: ByteRange?,
    keep: (MarkupBytes?) -> ByteRange?
  ) {
    var made = Element(
      tag: Self.tag(element.name),
      line: element.line,
      parent: open.last ?? -1,
      end: 0,
      text: ByteRange(words, words)
    )
    made.language = language
    var index = 0
    while let name = element.attributeName(at: index) {
      let at = index
      index += 1
      switch name.first {
      case UInt8(ascii: "c") where name.is("class"): made.classes = keep(element.value(at: at))
      case UInt8(ascii: "r") where name.is("rel"): made.rels = keep(element.value(at: at))
      case UInt8(ascii: "h") where name.is("href"), UInt8(ascii: "s") where name.is("src"):
        made.address = keep(element.value(at: at))
      case UInt8(ascii: "a") where name.is("alt"): made.alt = keep(element.value(at: at))
      case UInt8(ascii: "t") where name.is("title"): made.title = keep(element.value(at: at))
      case UInt8(ascii: "v") where name.is("value"): made.stated = keep(element.value(at: at))
      case UInt8(ascii: "d"):
        if name.is("datetime") {
          made.stated = keep(element.value(at: at))
        } else if made.tag == .object, name.is("data") {
          made.address = keep(element.value(at: at))
        }
      default: break
      }
    }
    open.append(elements.count)
    elements.append(made)
  }

  /// Closes the element that was opened last.
  mutating func close(words: Int) {
    guard let index = open.popLast() else { return }
    elements[index].end = elements.count
    elements[index].text.end = words
  }

  private static func tag(_ name: MarkupName) -> Tag {
    switch name.first {
    case UInt8(ascii: "a"):
      name.is("a")
        ? .a
        : name.is("abbr") ? .abbr : name.is("area") ? .area : name.is("audio") ? .audio : .other
    case UInt8(ascii: "d"): name.is("data") ? .data : name.is("del") ? .del : .other
    case UInt8(ascii: "i"):
      name.is("img")
        ? .img
        : name.is("input") ? .input : name.is("ins") ? .ins : name.is("iframe") ? .iframe : .other
    case UInt8(ascii: "l"): name.is("link") ? .link : .other
    case UInt8(ascii: "o"): name.is("object") ? .object : .other
    case UInt8(ascii: "s"): name.is("source") ? .source : .other
    case UInt8(ascii: "t"): name.is("time") ? .time : .other
    case UInt8(ascii: "v"): name.is("video") ? .video : .other
    default: .other
    }
  }
}
