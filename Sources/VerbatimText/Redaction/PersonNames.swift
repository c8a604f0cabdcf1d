/// The names of persons found so far in the texts of one record, word by word, so that a name known
/// by its place once is masked wherever else the record has it.
///
/// What is also another word ("Will", "Rose") is not among them, and no more than sixteen words are.
public struct PersonNames: Hashable, Sendable {
  /// The words as they stood, in the order in which they were found.
  private(set) var words: [[UInt8]] = []

  private static let most = 16

  /// No names.
  public init() {}

  /// Whether no name was found.
  public var isEmpty: Bool { words.isEmpty }

  /// Adds a word unless it is among them.
  mutating func insert(_ word: [UInt8]) {
    guard words.count < Self.most, !words.contains(word) else { return }
    words.append(word)
  }
}
