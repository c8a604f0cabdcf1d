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
  private let keyBytes: [UInt8]
  private let keyStarts: [Int32]
  private let keyIDs: [WordID]
  private let mask: UInt32
  let emoticons: EmoticonTable

  /// Eight bytes, so that the table stays in the cache; the key is looked at when the hash agrees.
  private struct Slot {
    var hash: UInt32 = 0
    /// The number of the key, from 1; 0 for an empty slot.
    var key: Int32 = 0
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
    var bytes: [UInt8] = []
    let mask = UInt32(capacity - 1)
    var starts: [Int32] = [0, 0]
    var keyIDs: [WordID] = [0]
    for (form, id) in entries {
      let key = Array(form.utf8)
      guard key.count <= Self.longestForm else { continue }
      var hash = WordHash()
      for byte in key { hash.combine(byte) }
      var at = hash.value & mask
      while slots[Int(at)].key != 0 { at = (at &+ 1) & mask }
      slots[Int(at)] = Slot(hash: hash.value, key: Int32(keyIDs.count))
      keyIDs.append(id)
      bytes.append(contentsOf: key)
      starts.append(Int32(bytes.count))
    }
    self.keyIDs = keyIDs
    keyStarts = starts
    self.slots = slots
    self.mask = mask
    keyBytes = bytes
    self.emoticons = EmoticonTable(emoticons.map { ($0, ids[$0] ?? 0) })
  }

  /// The form behind a number; empty for the unknown word.
  public func form(of id: WordID) -> String { forms[Int(id)] }

  /// The number of a word form in its matching form.
  public func id(of form: String) -> WordID {
    let key = Array(form.utf8)
    var hash = WordHash()
    for byte in key { hash.combine(byte) }
    return lookup(key.span, count: key.count, hash: hash.value)
  }

  /// The number of the form in the first `count` bytes of `key`, whose hash is known.
  func lookup(_ key: Span<UInt8>, count: Int, hash: UInt32) -> WordID {
    let slots = slots.span
    let bytes = keyBytes.span
    var at = hash & mask
    while true {
      let slot = slots[Int(at)]
      if slot.key == 0 { return 0 }
      if slot.hash == hash {
        let start = Int(keyStarts[Int(slot.key)])
        if Int(keyStarts[Int(slot.key) + 1]) - start == count {
          var index = 0
          while index < count, key[index] == bytes[start + index] { index += 1 }
          if index == count { return keyIDs[Int(slot.key)] }
        }
      }
      at = (at &+ 1) & mask
    }
  }
}

/// The hash of a word form: FNV-1a over its bytes, 32 bits.
struct WordHash {
  private(set) var value: UInt32 = 2_166_136_261

  /// Takes in the next byte.
  @inline(__always)
  mutating func combine(_ byte: UInt8) { value = (value ^ UInt32(byte)) &* 16_777_619 }
}
