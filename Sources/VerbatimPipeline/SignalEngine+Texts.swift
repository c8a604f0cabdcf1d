internal import VerbatimCore
internal import VerbatimText

/// The customer's words: what of a record's texts is theirs, masked and divided into words.
extension SignalEngine {
  /// Masks personal data in the texts of a record; offsets stay right.
  ///
  /// A name that one of the texts shows by its place is masked in the others too, and so are those
  /// of the writer and the speakers.
  public func redact(_ record: inout FeedbackRecord, counts: inout [String: Int]) {
    var names = redactor.names(of: Self.persons(in: record))
    func mask(_ text: String) -> String {
      redactor.redact(text, counts: &counts, names: &names)
    }
    record.title = record.title.map(mask)
    record.text = record.text.map(mask)
    for index in record.turns.indices {
      record.turns[index].text = mask(record.turns[index].text)
      // A customer appears only as a keyed hash.
      if record.turns[index].role == .customer { record.turns[index].speaker = "customer" }
    }
    // Answers repeat the text: what is masked in them is not counted again.
    var repeated: [String: Int] = [:]
    for index in record.answers.indices {
      let value = record.answers[index].value
      let masked = redactor.redact(value, counts: &repeated, names: &names)
      // A list of which nothing is changed stays the bytes of its row.
      if masked != value { record.answers[index].value = masked }
    }
    if !names.isEmpty { redactMentions(of: names, in: &record, counts: &counts) }
  }

  /// The writer and the speakers, machines aside, each once.
  private static func persons(in record: FeedbackRecord) -> [String] {
    var persons = [record.author].compactMap(\.self)
    for turn in record.turns where turn.role != .bot && turn.role != .system {
      if !persons.contains(turn.speaker) { persons.append(turn.speaker) }
    }
    return persons
  }

  /// Masks in each text of a record the names that any of them showed.
  private func redactMentions(
    of names: PersonNames,
    in record: inout FeedbackRecord,
    counts: inout [String: Int]
  ) {
    func mask(_ text: String) -> String {
      redactor.redactMentions(of: names, in: text, counts: &counts)
    }
    record.title = record.title.map(mask)
    record.text = record.text.map(mask)
    for index in record.turns.indices {
      record.turns[index].text = mask(record.turns[index].text)
    }
    var repeated: [String: Int] = [:]
    for index in record.answers.indices {
      let value = record.answers[index].value
      let masked = redactor.redactMentions(of: names, in: value, counts: &repeated)
      if masked != value { record.answers[index].value = masked }
    }
  }

  /// What of the customer's texts is not their new words, in the order of the parts.
  ///
  /// Quotes, signatures, what machines add, and paragraphs that repeat across conversations.
  func unscoredParts(of record: FeedbackRecord, macros: MacroTally?) -> [UnscoredPart] {
    var unscored: [UnscoredPart] = []
    func look(at text: String, _ part: TextPart) {
      // Everything that is looked for has a line of its own.
      guard text.utf8.contains(0x0A) || macros != nil else { return }
      let bytes = Array(text.utf8)
      for found in cleaner.parts(of: bytes.span) {
        guard let kind = UnscoredPart.Kind(rawValue: found.kind.rawValue) else { continue }
        unscored.append(UnscoredPart(part: part, range: found.range, kind: kind))
      }
      guard let macros else { return }
      let marked = unscored.filter { $0.part == part }
      for paragraph in ParagraphKey.paragraphs(of: bytes.span, by: .customer)
      where macros.isMacro(paragraph.key)
        && !marked.contains(where: { $0.range.overlaps(paragraph.range) })
      {
        unscored.append(UnscoredPart(part: part, range: paragraph.range, kind: .macro))
      }
    }
    if let text = record.text { look(at: text, .text) }
    for (index, turn) in record.turns.enumerated() where turn.role == .customer {
      look(at: turn.text, .turn(index))
    }
    return unscored
  }

  /// Stretches in the order of reading.
  func inOrder(_ unscored: [UnscoredPart], _ names: [TextPart]) -> [UnscoredPart] {
    guard unscored.count > 1 else { return unscored }
    return names.flatMap { name in
      unscored.filter { $0.part == name }.sorted { $0.range < $1.range }
    }
  }

  /// Tokenises the parts that hold the customer's words: title and text, or the customer's turns.
  func takeParts(
    of record: FeedbackRecord,
    without unscored: [UnscoredPart],
    _ scratch: inout Scratch
  ) {
    scratch.clear()
    if let title = record.title, !title.isEmpty { scratch.add(.title, title) }
    if let text = record.text, !text.isEmpty { scratch.add(.text, text) }
    for (index, turn) in record.turns.enumerated() where turn.role == .customer {
      scratch.add(.turn(index), turn.text)
    }
    for item in unscored {
      guard let index = scratch.names.firstIndex(of: item.part) else { continue }
      scratch.texts[index].blank(item.range)
    }
    for index in scratch.texts.indices {
      tokenizer.tokenize(&scratch.texts[index], scratch: &scratch.words)
    }
  }
}
