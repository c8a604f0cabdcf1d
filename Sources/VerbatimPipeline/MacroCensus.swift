internal import VerbatimCore
public import VerbatimIngest
public import VerbatimText

/// Counts the customers' paragraphs of all conversations of an import before it begins, so that
/// what repeats, such as the frame of a contact form, is told from what a customer says.
public enum MacroCensus {
  /// The formats that hold conversations.
  private static let formats: Set<InputFormat> = [
    .webVTT, .srt, .whatsApp, .slack, .speakerLog, .conversationsJSON, .eml, .mbox,
    .ticketTables,
  ]

  /// The tally of some files; nil when they hold too few conversations for anything to repeat.
  ///
  /// A conversation that stands in several files counts once. What is wrong with a file is not
  /// told here: the import tells it.
  ///
  /// - Complexity: Reads the files once more; memory grows by some 50 bytes a conversation.
  public static func tally(
    of paths: [String],
    options: OpenedInput.Options = OpenedInput.Options()
  ) -> MacroTally? {
    var tally = MacroTally()
    var known: Set<String> = []
    for path in paths where path != "-" {
      guard let input = try? OpenedInput(path: path, options: options),
        formats.contains(input.decision.format)
      else { continue }
      var reader = input.reader
      while let item = try? reader.next() {
        guard case .record(let record) = item,
          known.insert(record.source.nativeID ?? RecordIdentity.contentHash(record)).inserted
        else { continue }
        tally.add(
          conversation: record.turns.filter { $0.role == .customer }.flatMap { turn in
            ParagraphKey.paragraphs(of: Array(turn.text.utf8).span, by: .customer).map(\.key)
          }
        )
      }
    }
    return known.count >= MacroTally.leastConversations ? tally : nil
  }
}
