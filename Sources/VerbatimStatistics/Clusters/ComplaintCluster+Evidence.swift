public import VerbatimCore

/// What a cluster rests on.
extension ComplaintCluster {
  /// One report's words.
  public struct Evidence: Hashable, Sendable {
    /// The signal.
    public var signalID: String
    /// When.
    public var eventTime: Instant?
    /// The words.
    public var quote: String
    /// The part of the record the range counts in.
    public var part: String
    /// Where they stand.
    public var range: ByteRange
    /// Whether it happened.
    public var modality: Issue.Modality
    /// Whose doing the words say it is.
    public var attribution = Issue.Attribution.unknown
    /// How bad it can be.
    public var tier = Issue.Tier.t4
    /// How sure the match is, 0 to 1.
    public var confidence = 0.0
    /// What kind of source it is from; empty where that is not known.
    public var source = ""
    /// The copies of its text and its writer's repeats, which were not counted.
    public var copies: [Copy] = []

    /// Words of a report of which tier, attribution, confidence, source and copies are not known.
    public init(
      signalID: String,
      eventTime: Instant?,
      quote: String,
      part: String,
      range: ByteRange,
      modality: Issue.Modality
    ) {
      self.signalID = signalID
      self.eventTime = eventTime
      self.quote = quote
      self.part = part
      self.range = range
      self.modality = modality
    }
  }

  /// A report that says again what another one said.
  public struct Copy: Hashable, Sendable {
    /// The signal.
    public var signalID: String
    /// What kind of source it is from; empty where that is not known.
    public var source: String
  }

  /// A name with the number of its reports.
  public struct Count: Hashable, Sendable {
    /// The SKU, lot, source or attribution.
    public var name: String
    /// Its reports; for a lot, those that state it.
    public var count: Int
    /// For a lot, the sum of its probabilities over the reports that state none; else 0.
    public var inferred: Double

    /// A name with the number of its reports.
    public init(name: String, count: Int, inferred: Double = 0) {
      self.name = name
      self.count = count
      self.inferred = inferred
    }
  }

  /// Of what share of the reports it is known what they are about; the cluster is of those.
  public struct Coverage: Hashable, Sendable {
    /// The share with an article, 0 to 1.
    public var sku: Double
    /// The share with a supplier.
    public var supplier: Double
    /// The share with a stated lot.
    public var lot: Double

    /// Shares of reports.
    public init(sku: Double, supplier: Double, lot: Double) {
      self.sku = sku
      self.supplier = supplier
      self.lot = lot
    }
  }

  /// A run of words that the cluster's texts have more often than others.
  public struct Phrase: Hashable, Sendable {
    /// The words in the form in which they are matched, a blank between them.
    public var words: String
    /// How many of the cluster's texts hold it.
    public var count: Int
    /// How many texts of the cluster there are.
    public var texts: Int
    /// How many of the other texts that were looked at hold it.
    public var elsewhere: Int
    /// How many other texts were looked at.
    public var others: Int
    /// Standard errors from equal odds.
    public var z: Double

    /// A phrase with its counts.
    public init(words: String, count: Int, texts: Int, elsewhere: Int, others: Int, z: Double) {
      self.words = words
      self.count = count
      self.texts = texts
      self.elsewhere = elsewhere
      self.others = others
      self.z = z
    }
  }

  /// Texts of a cluster that say the same thing.
  public struct TextGroup: Hashable, Sendable {
    /// The phrase they share; nil for the texts of no group.
    public var phrase: String?
    /// Its signals, by id.
    public var signalIDs: [String]

    /// Texts that share a phrase.
    public init(phrase: String?, signalIDs: [String]) {
      self.phrase = phrase
      self.signalIDs = signalIDs
    }
  }
}
