internal import VerbatimCore

/// How many rows of which kind a lexicon has, and how strong they are.
public struct LexiconCounts: Hashable, Sendable {
  /// The rows of one file.
  public struct File: Hashable, Sendable {
    /// Its path.
    public var path: String
    /// Terms, faces and pictographs; phrases are counted apart.
    public var single = 0
    /// Phrases.
    public var phrases = 0
    /// Modifiers.
    public var modifiers = 0
    /// Frames.
    public var frames = 0
    /// Rows above 0.
    public var positive = 0
    /// Rows below 0.
    public var negative = 0
    /// Rows of 0, which silence.
    public var silent = 0

    /// All rows.
    public var rows: Int { single + phrases + modifiers + frames }
  }

  /// The files, in the order in which they were read.
  public private(set) var files: [File] = []
  /// Entries by kind.
  public private(set) var kinds: [LexiconEntry.Kind: Int] = [:]
  /// Modifiers by kind.
  public private(set) var modifiers: [Modifier.Kind: Int] = [:]
  /// Frames by kind.
  public private(set) var frames: [Frame.Kind: Int] = [:]
  /// How many entries have a valence from −4 to −3, −3 to −2 and so on to 4, the bound nearer to 0
  /// left out; entries of 0 are in none.
  public private(set) var distribution = [Int](repeating: 0, count: 8)

  /// Counts the rows that are in force.
  public init(_ lexicon: SentimentLexicon) {
    var places: [String: Int] = [:]
    func place(_ path: String, _ files: inout [File]) -> Int {
      if let place = places[path] { return place }
      places[path] = files.count
      files.append(File(path: path))
      return files.count - 1
    }
    for entry in lexicon.entries {
      let at = place(entry.location.file, &files)
      kinds[entry.kind, default: 0] += 1
      if entry.kind == .phrase { files[at].phrases += 1 } else { files[at].single += 1 }
      if entry.valence > 0 {
        files[at].positive += 1
        distribution[3 + Int(entry.valence.rounded(.up))] += 1
      } else if entry.valence < 0 {
        files[at].negative += 1
        distribution[4 - Int((-entry.valence).rounded(.up))] += 1
      } else {
        files[at].silent += 1
      }
    }
    for frame in lexicon.frames {
      files[place(frame.location.file, &files)].frames += 1
      frames[frame.kind, default: 0] += 1
    }
    for modifier in lexicon.modifiers {
      files[place(modifier.location.file, &files)].modifiers += 1
      modifiers[modifier.kind, default: 0] += 1
    }
  }
}
