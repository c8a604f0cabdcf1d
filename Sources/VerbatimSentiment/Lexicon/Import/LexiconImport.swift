public import VerbatimCore
internal import VerbatimText

/// Brings a lexicon that a user supplies into our own layout.
///
/// Each line is taken, or refused with its reason; nothing is dropped silently. A line with several
/// words, or with hyphens, becomes a phrase; faces and pictographs go to their files.
public struct LexiconImport {
  /// How a supplied file is laid out.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// Term, mean valence from −4 to 4, and whatever else, between tabs (Hutto and Gilbert 2014).
    case vader
    /// Term and a whole number from −5 to 5, between tabs (Nielsen 2011).
    case afinn
    /// Term and number, between tabs, semicolons or commas, on a scale that the user states.
    case columns
    /// Terms, often stems with `*`, and a strength from −5 to 5, where −1 and 1 say nothing; booster
    /// and negating words in files of their own (Thelwall and others 2010).
    case sentistrength
  }

  /// What a user says about a file.
  public struct Options: Sendable {
    /// How it is laid out.
    public var kind: Kind
    /// The lowest and the highest number of the scale; its middle says nothing.
    public var scale: ClosedRange<Double>
    /// What stands in the note of each row.
    public var source: String
    /// Word forms, in order, that stems are completed to.
    public var knownForms: [String]

    /// The layout, with the scale that belongs to it.
    public init(kind: Kind, scale: ClosedRange<Double>? = nil, source: String) {
      self.kind = kind
      self.scale = scale ?? (kind == .vader ? -4...4 : -5...5)
      self.source = source
      knownForms = []
    }
  }

  /// What each line became.
  public struct Counts: Hashable, Sendable {
    /// Lines with something in them.
    public var lines = 0
    /// Lines that were taken.
    public var taken = 0
    /// Rows that they became; a stem becomes several.
    public var rows = 0
  }

  /// The rows taken.
  public private(set) var overlay = LexiconOverlay()
  /// The lines refused, with the reason of each.
  public private(set) var refused: [Diagnostic] = []
  /// How many lines there were.
  public private(set) var counts = Counts()

  private let options: Options
  private var shape = TermShape()
  private var places: [String: Int] = [:]

  /// An import of files of one kind.
  public init(_ options: Options) { self.options = options }

  /// Takes in a file.
  ///
  /// - Parameters:
  ///   - path: Its path; for SentiStrength its name says what it holds: `Booster…`, `Negating…`,
  ///     `Emoticon…`, anything else for terms.
  ///   - bytes: What it holds, as UTF-8.
  /// - Complexity: O(*n*) in the bytes; a stem also walks the known forms that begin with it.
  public mutating func read(path: String, bytes: [UInt8]) {
    var number = 0
    for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      number += 1
      var text = String(decoding: line, as: UTF8.self)
      if number == 1, text.unicodeScalars.first == "\u{FEFF}" { text.unicodeScalars.removeFirst() }
      if text.hasSuffix("\r") || text.hasSuffix("\r\n") { text.removeLast() }
      guard text.contains(where: { !$0.isWhitespace }) else { continue }
      counts.lines += 1
      let location = SourceLocation(file: path, line: number)
      let before = rowCount
      if let reason = take(text, at: location) {
        refused.append(Diagnostic(.importRefused, .warning, at: location, reason))
      } else {
        counts.taken += 1
        counts.rows += rowCount - before
      }
    }
  }

  private var rowCount: Int { overlay.entries.count + overlay.modifiers.count }

  /// Takes a line; the reason when it is refused.
  private mutating func take(_ line: String, at location: SourceLocation) -> String? {
    var isFaces = false
    if options.kind == .sentistrength {
      switch SentiStrengthFile(path: location.file) {
      case .terms: break
      case .faces: isFaces = true
      case .boosters: return takeBooster(line, at: location)
      case .negators: return takeNegator(line, at: location)
      case .other: return "the file holds neither terms, boosters nor negators"
      }
    }
    guard let (term, cell) = fields(of: line) else {
      return "the line has no second column"
    }
    guard let number = Double(cell), number.isFinite else {
      return "`\(cell)` is no number"
    }
    guard options.scale.contains(number) else {
      return "\(cell) lies outside \(Self.text(options.scale.lowerBound)) to "
        + Self.text(options.scale.upperBound)
    }
    // A face's strength is a step of one or two, not a place on the scale of the terms.
    let valence = isFaces ? max(-4, min(4, number)) : valence(of: number)
    if options.kind == .sentistrength, !isFaces, term.hasSuffix("*") {
      return takeStem(String(term.dropLast()), valence, at: location)
    }
    return takeTerm(term, valence, at: location)
  }

  /// The first two columns, trimmed and without quotes.
  private func fields(of line: String) -> (String, String)? {
    func clean(_ text: Substring) -> String {
      var text = text.drop(while: \.isWhitespace)
      while text.last?.isWhitespace == true { text.removeLast() }
      if text.count >= 2, text.first == "\"", text.last == "\"" {
        text = text.dropFirst().dropLast()
      }
      return String(text)
    }
    if line.utf8.contains(0x09) {
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
      return cells.count >= 2 ? (clean(cells[0]), clean(cells[1])) : nil
    }
    guard options.kind == .columns,
      let at = line.lastIndex(where: { $0 == ";" }) ?? line.lastIndex(where: { $0 == "," })
    else { return nil }
    return (clean(line[..<at]), clean(line[line.index(after: at)...]))
  }

  /// A number of the scale on ours, −4 to 4, with two decimals.
  private func valence(of number: Double) -> Double {
    if options.kind == .sentistrength {
      // A strength of 1 says nothing, 5 is the most that there is.
      return number < 0 ? min(0, number + 1) : max(0, number - 1)
    }
    let middle = (options.scale.lowerBound + options.scale.upperBound) / 2
    let half = options.scale.upperBound - middle
    return (((number - middle) / half * 4) * 100).rounded() / 100 + 0
  }

  private mutating func takeTerm(
    _ term: String,
    _ valence: Double,
    at location: SourceLocation,
    note: String = ""
  ) -> String? {
    let kind: LexiconEntry.Kind
    let written: String
    switch shape.shape(of: term) {
    case .none(let reason): return "`\(term)`: \(reason)"
    case .word(let form): (kind, written) = (.term, form)
    case .phrase(let forms): (kind, written) = (.phrase, forms.joined(separator: " "))
    case .emoji: (kind, written) = (.emoji, term)
    case .emoticon: (kind, written) = (.emoticon, term)
    }
    let entry = LexiconEntry(
      term: written,
      kind: kind,
      valence: valence,
      note: note.isEmpty ? options.source : "\(options.source): \(note)",
      location: location
    )
    if let place = places[entry.key] {
      let first = overlay.entries[place]
      return "`\(term)` stands twice; \(first.location) counts"
    }
    places[entry.key] = overlay.entries.count
    overlay.entries.append(entry)
    return nil
  }

  /// A stem stands for the known words that begin with it.
  private mutating func takeStem(
    _ stem: String,
    _ valence: Double,
    at location: SourceLocation
  ) -> String? {
    guard case .word(let form) = shape.shape(of: stem) else {
      return "`\(stem)*` is no stem of one word"
    }
    let key = Array(form.utf8)
    var low = 0
    var high = options.knownForms.count
    while low < high {
      let middle = (low + high) / 2
      if Array(options.knownForms[middle].utf8).lexicographicallyPrecedes(key) {
        low = middle + 1
      } else {
        high = middle
      }
    }
    let before = overlay.entries.count
    var found = 0
    while low < options.knownForms.count, options.knownForms[low].utf8.starts(with: key) {
      found += 1
      _ = takeTerm(options.knownForms[low], valence, at: location, note: "\(stem)*")
      low += 1
    }
    guard found > 0 else { return "`\(stem)*`: no known word begins so" }
    return overlay.entries.count > before
      ? nil : "`\(stem)*`: every word that begins so stands above"
  }

  // MARK: SentiStrength's other files

  /// What a file of SentiStrength holds, by its name.
  private enum SentiStrengthFile {
    case terms
    case faces
    case boosters
    case negators
    case other

    init(path: String) {
      let name = (path.split(separator: "/").last ?? "").lowercased()
      let kinds: [(String, SentiStrengthFile)] = [
        ("emotion", .terms), ("sentiment", .terms), ("emoticon", .faces), ("booster", .boosters),
        ("negating", .negators),
      ]
      self = kinds.first { name.hasPrefix($0.0) }?.1 ?? .other
    }
  }

  /// What a step of a booster word adds to a valence, and a negator leaves of it (authored: the
  /// weights of *really* and *not* in our own lexicon).
  static let boosterStep = 0.25
  static let negator = -0.74

  private mutating func takeBooster(_ line: String, at location: SourceLocation) -> String? {
    guard let (word, cell) = fields(of: line) else { return "the line has no second column" }
    guard let step = Double(cell), step != 0, abs(step) <= 3 else {
      return "`\(cell)` is no step from -3 to 3"
    }
    return takeModifier(
      word,
      step > 0 ? .intensifier : .dampener,
      max(-0.75, step * Self.boosterStep),
      at: location
    )
  }

  private mutating func takeNegator(_ line: String, at location: SourceLocation) -> String? {
    let word = line.split(separator: "\t").first.map(String.init) ?? line
    return takeModifier(
      String(word.filter { !$0.isWhitespace }),
      .negator,
      Self.negator,
      at: location
    )
  }

  private mutating func takeModifier(
    _ word: String,
    _ kind: Modifier.Kind,
    _ weight: Double,
    at location: SourceLocation
  ) -> String? {
    guard case .word(let form) = shape.shape(of: word) else {
      return "`\(word)` is not one word, and only words modify"
    }
    if let first = overlay.modifiers.first(where: { $0.kind == kind && $0.word == form }) {
      return "`\(word)` stands twice; \(first.location) counts"
    }
    overlay.modifiers.append(
      Modifier(word: form, kind: kind, weight: weight, note: options.source, location: location)
    )
    return nil
  }

  private static func text(_ number: Double) -> String {
    number == number.rounded() && abs(number) < 1e9 ? String(Int(number)) : number.description
  }
}
