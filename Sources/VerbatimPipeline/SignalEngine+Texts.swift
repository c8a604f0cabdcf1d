internal import VerbatimCore
internal import VerbatimText

/// The customer's words: what of a record's texts is theirs, masked and divided into words.
extension SignalEngine {
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
