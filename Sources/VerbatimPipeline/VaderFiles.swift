internal import Foundation
public import VerbatimCore
internal import VerbatimText

/// The files that the VADER mode scores by, read once, and a hash over them.
public struct VaderFiles: Sendable {
  /// The file of words with their valence.
  let lexicon: EngineFiles.File
  /// The file of emoji with their descriptions; nil when there is none.
  let emoji: EngineFiles.File?
  /// SHA-256 over both, 32 hexadecimal digits.
  public let hash: String

  /// What the table of emoji is called that belongs to a lexicon.
  static let emojiName = "emoji_utf8_lexicon.txt"

  /// Reads a lexicon and its table of emoji.
  ///
  /// - Parameters:
  ///   - lexicon: The path of the lexicon, `vader_lexicon.txt` in vaderSentiment.
  ///   - emoji: The path of the table of emoji; nil for `emoji_utf8_lexicon.txt` beside the
  ///     lexicon, if it is there.
  /// - Throws: ``Diagnostic`` `V1001` or `V1002` when a file cannot be read.
  public init(lexicon: String, emoji: String? = nil) throws(Diagnostic) {
    self.lexicon = EngineFiles.File(path: lexicon, bytes: try ByteReader(path: lexicon).readToEnd())
    var emojiPath = emoji
    if emoji == nil {
      let folder = URL(fileURLWithPath: lexicon).deletingLastPathComponent()
      let beside = folder.appendingPathComponent(Self.emojiName).path
      if FileManager.default.fileExists(atPath: beside) { emojiPath = beside }
    }
    if let emojiPath {
      self.emoji = EngineFiles.File(
        path: emojiPath,
        bytes: try ByteReader(path: emojiPath).readToEnd()
      )
    } else {
      self.emoji = nil
    }
    hash = Fingerprint.hex32(files: [self.lexicon.bytes, self.emoji?.bytes ?? []])
  }
}
