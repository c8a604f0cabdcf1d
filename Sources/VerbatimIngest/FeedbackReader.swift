public import VerbatimCore

/// What a reader gives at each step.
public enum ReadItem: Hashable, Sendable {
  /// A piece of feedback, its id not yet set.
  ///
  /// Behind a reference: a record has some fifty fields, and items are handed on several times.
  indirect case record(FeedbackRecord)
  /// A record that cannot be used, with the reason. It counts as read.
  case reject(Diagnostic)
  /// Something worth telling that costs no record.
  case warning(Diagnostic)
}

/// Turns one input into feedback records, one at a time and in the input's order.
///
/// A reader knows its format and nothing of sentiment, issues or catalogs. The same bytes give the
/// same items on every machine. A bad record is an item; only what makes the rest of the input
/// unusable is thrown.
public protocol FeedbackReader {
  /// The next item; nil at the end.
  ///
  /// - Throws: A diagnostic that makes the rest of the input unusable.
  mutating func next() throws(Diagnostic) -> ReadItem?
}
