internal import VerbatimCore

/// The number of a word form in a vocabulary; 0 is a word that is not in it.
public typealias WordID = Int32

/// Every word form that a lexicon or a pattern knows, each with a small number.
///
/// Both engines are compiled against one vocabulary, so a text is tokenised and looked up once.
/// Lookup is open addressing over one flat array of bytes.
public struct Vocabulary: Sendable {
  /// Collects word forms before a vocabulary is frozen.
  public struct Builder: Sendable {
    private var list = FormList()
    private var table: FormTable
    private var variants = FormList()
    private var variantIDs: [WordID] = [0]
    private var variantTable = FormTable(minimumCapacity: 0)
    /// What the table cannot hold: the empty form and those that are too long to be looked up.
    private var others: [[UInt8]: WordID] = [:]
    private var emoticons: Set<String> = []

    /// A builder that knows no word.
    ///
    /// - Parameter minimumCapacity: How many forms it takes before its table grows.
    public init(minimumCapacity: Int = 0) { table = FormTable(minimumCapacity: minimumCapacity) }

    /// The number of a word form, a new one when it has none.
    ///
    /// The form is brought into the matching form first.
    public mutating func intern(_ form: String) -> WordID {
      form.withBytes { intern($0) }
    }

    /// The number of a word form in UTF-8, which is brought into the matching form first.
    ///
    /// - Parameter form: The word, as a text has it.
    /// - Returns: Its number, a new one when it has none.
    public mutating func intern(_ form: Span<UInt8>) -> WordID {
      if ICUNormalizer.isMatchingForm(ascii: form) { return intern(key: form) }
      let key = ICUNormalizer.matchingForm(Array(copying: form))
      return intern(key: key.span)
    }

    private mutating func intern(key form: Span<UInt8>) -> WordID {
      guard let key = Self.key(form) else { return add(other: form) }
      if !variantTable.isEmpty {
        let variant = variantTable.lookup(key, in: form, at: 0, folding: 0)
        if variant != 0 { return variantIDs[Int(variant)] }
      }
      let id = table.lookup(key, in: form, at: 0, folding: 0)
      return id == 0 ? add(key, form) : id
    }

    private static func key(_ form: Span<UInt8>) -> WordKey? {
      guard !form.isEmpty, form.count <= longestForm else { return nil }
      return WordKey(form, count: form.count)
    }

    private mutating func add(_ key: WordKey, _ form: Span<UInt8>) -> WordID {
      let id = list.append(form)
      table.insert(key, form, id)
      return id
    }

    private mutating func add(other form: Span<UInt8>) -> WordID {
      let key = Array(copying: form)
      if let id = others[key] { return id }
      let id = list.append(form)
      others[key] = id
      return id
    }

    /// The number of an emoticon, which the tokeniser finds before words.
    public mutating func intern(emoticon: String) -> WordID {
      emoticons.insert(emoticon)
      return emoticon.withBytes { form in
        guard let key = Self.key(form) else { return add(other: form) }
        let id = table.lookup(key, in: form, at: 0, folding: 0)
        return id == 0 ? add(key, form) : id
      }
    }

    /// Makes `variant` another spelling of `form`.
    ///
    /// Variants come before the first `intern`.
    public mutating func alias(_ variant: String, of form: String) {
      let id = intern(form)
      let bytes = Array(ICUNormalizer.matchingForm(variant).utf8)
      guard let key = Self.key(bytes.span),
        table.lookup(key, in: bytes.span, at: 0, folding: 0) == 0
      else { return }
      let known = variantTable.lookup(key, in: bytes.span, at: 0, folding: 0)
      guard known == 0 else {
        variantIDs[Int(known)] = id
        return
      }
      variantTable.insert(key, bytes.span, variants.append(bytes.span))
      variantIDs.append(id)
    }

    /// How many forms there are, the unknown word counted.
    public var count: Int { list.count }

    /// The vocabulary of everything collected.
    public func freeze() -> Vocabulary {
      var table = table
      for variant in variantIDs.indices.dropFirst() {
        let form = variants.bytes.span.extracting(variants.range(of: WordID(variant)))
        // An emoticon may be written like a variant.
        guard let key = Self.key(form), table.lookup(key, in: form, at: 0, folding: 0) == 0
        else { continue }
        table.insert(key, form, variantIDs[variant])
      }
      let faces = emoticons.map { face in
        (
          face,
          face.withBytes { form in
            Self.key(form).map { table.lookup($0, in: form, at: 0, folding: 0) } ?? 0
          }
        )
      }
      return Vocabulary(list: list, table: table, emoticons: EmoticonTable(faces))
    }
  }

  /// How many forms there are, the unknown word counted.
  public let count: Int
  /// The longest form in bytes; a longer word is unknown.
  public static let longestForm = FormTable.longest

  /// The forms by their numbers.
  let list: FormList
  private let table: FormTable
  let emoticons: EmoticonTable

  private init(list: FormList, table: FormTable, emoticons: EmoticonTable) {
    self.list = list
    self.table = table
    self.emoticons = emoticons
    count = list.count
  }

  /// The form behind a number; empty for the unknown word.
  public func form(of id: WordID) -> String {
    String(decoding: list.bytes[list.range(of: id)], as: UTF8.self)
  }

  /// The number of a word form in its matching form.
  public func id(of form: String) -> WordID { form.withBytes { lookup($0, count: $0.count) } }

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
    table.lookup(key, in: bytes, at: start, folding: folding)
  }
}
