internal import VerbatimText

/// Laying one lexicon over another: what a shop adds, changes or silences.
extension SentimentLexicon {
  /// A lexicon for the files of an overlay: a modifier may weigh 0, which takes it away.
  public static var overlay: SentimentLexicon { SentimentLexicon(isOverlay: true) }

  /// Lays another lexicon over this one.
  ///
  /// A row replaces the row for the same term, phrase, emoji or emoticon, whatever file it is in; a
  /// valence of 0 silences it. A modifier replaces the one with the same word and kind; a weight of
  /// 0 takes it away where the kind has a weight. A frame replaces the one with the same pattern. What is new comes after what was there, so that
  /// of two phrases equally long that overlap the old one counts.
  ///
  /// - Complexity: O(*n* + *m*) in the rows of both.
  public mutating func lay(_ overlay: SentimentLexicon) {
    diagnostics += overlay.diagnostics
    for frame in overlay.frames {
      if let place = frames.firstIndex(where: { $0.pattern == frame.pattern }) {
        frames[place] = frame
      } else {
        frames.append(frame)
      }
    }
    guard !overlay.entries.isEmpty || !overlay.modifiers.isEmpty else { return }
    var places: [String: Int] = [:]
    places.reserveCapacity(entries.count)
    for (index, entry) in entries.enumerated() { places[entry.key] = index }
    for var entry in overlay.entries {
      guard let place = places[entry.key] else {
        places[entry.key] = entries.count
        entries.append(entry)
        continue
      }
      // A face that is an emoji in one file and an emoticon in the other stays what it was.
      entry.kind = entries[place].kind
      entry.term = entries[place].term
      entries[place] = entry
    }
    for modifier in overlay.modifiers {
      let place = modifiers.firstIndex {
        $0.kind == modifier.kind && $0.form == modifier.form
      }
      let isSilent = modifier.kind.hasWeight && modifier.weight == 0
      switch (place, isSilent) {
      case (let place?, true): modifiers.remove(at: place)
      case (let place?, false): modifiers[place] = modifier
      case (nil, true): break
      case (nil, false): modifiers.append(modifier)
      }
    }
  }
}

extension LexiconEntry {
  /// What two rows share that are about the same thing.
  public var key: String {
    switch kind {
    case .term: "t " + ICUNormalizer.matchingForm(term)
    case .phrase:
      "p " + ICUNormalizer.matchingForm(term).split(separator: " ").joined(separator: " ")
    case .emoji: "e " + ICUNormalizer.matchingForm(term)
    case .emoticon: "e " + term
    }
  }
}

extension Modifier {
  /// The word as texts are compared.
  var form: String { ICUNormalizer.matchingForm(word) }
}

extension Modifier.Kind {
  /// Whether a modifier of this kind says how much.
  var hasWeight: Bool {
    switch self {
    case .negator, .intensifier, .dampener, .condition: true
    case .contrast, .concession, .opener, .joiner, .subject: false
    }
  }
}
