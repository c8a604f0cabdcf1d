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

  /// A report.
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
}
