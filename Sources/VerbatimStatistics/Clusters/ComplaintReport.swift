public import VerbatimCore

/// What the statistics need of one signal: who, what, when, and which issues, no text but quotes.
public struct ComplaintReport: Hashable, Sendable {
  /// The signal's id.
  public var signalID: String
  /// When.
  public var eventTime: Instant?
  /// The article.
  public var sku: String?
  /// Its maker.
  public var supplier: String?
  /// Its lot.
  public var lot: String?
  /// What makes two reports one: the customer's key, else nil.
  public var customerKey: String?
  /// The hash of the words: equal texts are copies.
  public var textKey: String
  /// The issues that are reports.
  public var issues: [Issue]
  /// The article's category; placebo runs shuffle within it.
  public var category: String?
  /// What kind of source it is from, as the record names it; empty where that is not known.
  public var source = ""

  /// A report of which category and source are not known.
  public init(
    signalID: String,
    eventTime: Instant?,
    sku: String?,
    supplier: String?,
    lot: String?,
    customerKey: String?,
    textKey: String,
    issues: [Issue]
  ) {
    self.signalID = signalID
    self.eventTime = eventTime
    self.sku = sku
    self.supplier = supplier
    self.lot = lot
    self.customerKey = customerKey
    self.textKey = textKey
    self.issues = issues
  }

  /// The gravest and surest report of an issue in it; nil when it reports none.
  func best(_ code: String) -> Issue? { place(ofBest: code).map { issues[$0] } }

  /// Its place among the issues, which is asked a million times for the sake of one field.
  func place(ofBest code: String) -> Int? {
    var best: Int?
    for place in issues.indices
    where issues[place].modality.isReport && issues[place].code == code {
      guard let other = best else {
        best = place
        continue
      }
      if issues[place].isGraver(than: issues[other]) { best = place }
    }
    return best
  }

  /// How the gravest and surest report of an issue is meant; nil when it reports none.
  func bestModality(_ code: String) -> Issue.Modality? {
    place(ofBest: code).map { issues[$0].modality }
  }
}

extension Issue {
  /// Whether it is of a graver tier than another, or of the same and surer.
  func isGraver(than other: Issue) -> Bool {
    tier == other.tier ? confidence > other.confidence : tier < other.tier
  }
}
