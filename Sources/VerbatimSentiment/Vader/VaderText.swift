internal import VerbatimCore
internal import VerbatimText

/// A text as VADER divides it into words: well-formed UTF-8, emoji replaced by their descriptions,
/// every blank beyond ASCII by a space; and where each byte came from.
struct VaderText {
  /// A stretch that is not as it was.
  private struct Edit {
    var start: Int
    var end: Int
    var original: ByteRange
  }

  /// The text to divide.
  private(set) var bytes: [UInt8] = []
  private var edits: [Edit] = []

  /// Takes a text, in place of the one before.
  ///
  /// A description is divided by a space from what stands before it, but not from what stands
  /// behind it: the published program is like that.
  ///
  /// - Complexity: O(*n*).
  mutating func fill(_ text: Span<UInt8>, _ emoji: VaderEmoji) {
    bytes.removeAll(keepingCapacity: true)
    edits.removeAll(keepingCapacity: true)
    var isAfterSpace = true
    var at = 0
    while at < text.count {
      if text[at] < 0x80, !emoji.hasASCII {
        bytes.append(text[at])
        isAfterSpace = text[at] == UInt8(ascii: " ")
        at += 1
        continue
      }
      let read = UTF8Check.scalar(in: text, at: at)
      let length = read?.length ?? 1
      let start = bytes.count
      let description = read.flatMap { emoji.description(of: $0.scalar) }
      if let description {
        if !isAfterSpace { bytes.append(UInt8(ascii: " ")) }
        for byte in description { bytes.append(byte) }
        isAfterSpace = false
      } else if let scalar = read?.scalar, length > 1, PythonString.isSpace(scalar) {
        bytes.append(UInt8(ascii: " "))
        isAfterSpace = false
      } else if read == nil {
        bytes.append(contentsOf: "\u{FFFD}".utf8)
        isAfterSpace = false
      } else {
        for offset in 0..<length { bytes.append(text[at + offset]) }
        isAfterSpace = text[at] == UInt8(ascii: " ")
      }
      if description != nil || bytes.count - start != length {
        edits.append(
          Edit(start: start, end: bytes.count, original: ByteRange(at, at + length))
        )
      }
      at += length
    }
  }

  /// The bytes of the original that a range came from; a replaced character is whole.
  func original(of range: ByteRange) -> ByteRange {
    ByteRange(original(ofStart: range.start), original(ofEnd: range.end))
  }

  private func original(ofStart place: Int) -> Int {
    guard let edit = lastEdit(where: { $0.start <= place }) else { return place }
    return place < edit.end ? edit.original.start : edit.original.end + place - edit.end
  }

  private func original(ofEnd place: Int) -> Int {
    guard let edit = lastEdit(where: { $0.start < place }) else { return place }
    return place <= edit.end ? edit.original.end : edit.original.end + place - edit.end
  }

  /// The last edit of which something holds that holds of the first ones only.
  private func lastEdit(where isBefore: (Edit) -> Bool) -> Edit? {
    var low = 0
    var high = edits.count
    while low < high {
      let middle = (low + high) / 2
      if isBefore(edits[middle]) { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? edits[low - 1] : nil
  }
}
