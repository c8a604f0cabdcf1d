internal import VerbatimCore

/// The number of a word form in a vocabulary; 0 is a word that is not in it.
public typealias WordID = Int32

/// Every word form that a lexicon or a pattern knows, each with a small number.
///
/// Both engines are compiled against one vocabulary, so a text is tokenised and looked up once.
/// Lookup is open addressing over one flat array of bytes.
public struct Vocabulary: Sendable {
  /// Collects word forms before a vocabulary is frozen.
  public struct Builder {
    private var ids: [String: WordID] = [:]
    private var forms: [String] = [""]
    private var aliases: [String: WordID] = [:]
    private var emoticons: Set<String> = []

    /// A builder that knows no word.
    public init() {}

    /// The number of a word form, a new one when it has none.
    ///
    /// The form is brought into the matching form first.
    public mutating func intern(_ form: String) -> WordID {
      let key = ICUNormalizer.matchingForm(form)
      if let id = aliases[key] ?? ids[key] { return id }
      let id = WordID(forms.count)
      ids[key] = id
      forms.append(key)
      return id
    }

    /// The number of an emoticon, which the tokeniser finds before words.
    public mutating func intern(emoticon: String) -> WordID {
      emoticons.insert(emoticon)
      if let id = ids[emoticon] { return id }
      let id = WordID(forms.count)
      ids[emoticon] = id
      forms.append(emoticon)
      return id
    }

    /// Makes `variant` another spelling of `form`.
    ///
    /// Variants come before the first `intern`.
    public mutating func alias(_ variant: String, of form: String) {
      let id = intern(form)
      let key = ICUNormalizer.matchingForm(variant)
      if ids[key] == nil { aliases[key] = id }
    }

    /// How many forms there are, the unknown word counted.
    public var count: Int { forms.count }

    /// The vocabulary of everything collected.
    public func freeze() -> Vocabulary {
      Vocabulary(forms: forms, ids: ids, aliases: aliases, emoticons: emoticons)
    }
  }

  /// How many forms there are, the unknown word counted.
  public let count: Int
  /// The longest form in bytes; a longer word is unknown.
  public static let longestForm = 63

  private let forms: [String]
  private let slots: [Slot]
  /// What keys have beyond their first eight bytes, in blocks of eight.
  private let tails: [UInt64]
  private let mask: Int
  let emoticons: EmoticonTable

  /// Sixteen bytes that hold the whole of a short key: most words are decided in one cache line.
  private struct Slot {
    /// The first eight bytes of the key.
    var head: UInt64 = 0
    var id: WordID = 0
    /// The length of the key in the lowest six bits, 0 for an empty slot; above them the place of
    /// the first block of its tail.
    var shape: UInt32 = 0

    var count: Int { Int(shape & 63) }
    var tail: Int { Int(shape >> 6) }
  }

  private init(
    forms: [String],
    ids: [String: WordID],
    aliases: [String: WordID],
    emoticons: Set<String>
  ) {
    self.forms = forms
    count = forms.count
    let entries = ids.merging(aliases) { id, _ in id }.sorted { $0.key < $1.key }
    var capacity = 1024
    while capacity < entries.count * 2 { capacity *= 2 }
    var slots = [Slot](repeating: Slot(), count: capacity)
    var tails: [UInt64] = []
    mask = capacity - 1
    for (form, id) in entries {
      let bytes = Array(form.utf8)
      guard !bytes.isEmpty, bytes.count <= Self.longestForm else { continue }
      let key = WordKey(bytes.span, count: bytes.count)
      var at = Int(truncatingIfNeeded: key.hash) & mask
      while slots[at].shape != 0 { at = (at + 1) & mask }
      slots[at] = Slot(
        head: key.head,
        id: id,
        shape: UInt32(bytes.count) | UInt32(tails.count) << 6
      )
      var block = 8
      while block < bytes.count {
        tails.append(ByteBlock(bytes.span, at: block).bits)
        block += 8
      }
    }
    self.slots = slots
    self.tails = tails
    self.emoticons = EmoticonTable(emoticons.map { ($0, ids[$0] ?? 0) })
  }

  /// The form behind a number; empty for the unknown word.
  public func form(of id: WordID) -> String { forms[Int(id)] }

  /// The number of a word form in its matching form.
  public func id(of form: String) -> WordID {
    let key = Array(form.utf8)
    return lookup(key.span, count: key.count)
  }

  /// The number of the form in the first `count` bytes of `key`; 0 for an empty or too long one.
  func lookup(_ key: Span<UInt8>, count: Int) -> WordID {
    guard count > 0, count <= Self.longestForm else { return 0 }
    return lookup(WordKey(key, count: count), in: key, at: 0, folding: 0)
  }

  /// The number of a word of ASCII letters alone, where it stands; nil for any other word.
  func lookup(letters bytes: Span<UInt8>, _ range: ByteRange) -> WordID? {
    var at = range.start
    var key = WordKey(head: 0, count: 0)
    while at < range.end {
      let count = min(8, range.end - at)
      let block = ByteBlock(bytes, at: at)
      guard block.leadingLetters >= count else { return nil }
      if key.count == 0 {
        key = WordKey(head: block.lowered(count), count: count)
      } else {
        key.combine(block.lowered(count))
        key.count += count
      }
      at += 8
    }
    guard key.count > 0, key.count <= Self.longestForm else { return 0 }
    key.finish()
    return lookup(key, in: bytes, at: range.start, folding: ByteBlock.smallBit)
  }

  /// The number of the form whose key is known.
  ///
  /// - Parameters:
  ///   - key: What of the form decides first.
  ///   - bytes: Where the form stands, for what it has beyond eight bytes.
  ///   - start: Its first byte.
  ///   - folding: The bits to set in each byte, `ByteBlock.smallBit` to compare small letters.
  /// - Returns: The number, 0 when no form is equal.
  @inline(__always)
  func lookup(
    _ key: WordKey,
    in bytes: Span<UInt8>,
    at start: Int,
    folding: UInt64
  ) -> WordID {
    let slots = slots.span
    var at = Int(truncatingIfNeeded: key.hash) & mask
    while true {
      let slot = slots[at]
      if slot.shape == 0 { return 0 }
      if slot.head == key.head, slot.count == key.count,
        key.count <= 8 || hasTail(slot, bytes, start, folding)
      {
        return slot.id
      }
      at = (at &+ 1) & mask
    }
  }

  private func hasTail(
    _ slot: Slot,
    _ bytes: Span<UInt8>,
    _ start: Int,
    _ folding: UInt64
  ) -> Bool {
    let tails = tails.span
    var tail = slot.tail
    var at = 8
    while at < slot.count {
      let ones = ByteBlock.mask(slot.count - at)
      let block = (ByteBlock(bytes, at: start + at).bits | folding) & ones
      guard block == tails[tail] else { return false }
      tail += 1
      at += 8
    }
    return true
  }
}
