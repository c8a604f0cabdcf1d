/// What Verbatim makes of one record (`feedback.signal.v1`).
public struct FeedbackSignal: Hashable, Sendable {
  /// Everything that can change a score, named and hashed.
  public struct Engine: Hashable, Sendable {
    /// Verbatim's version.
    public var version: String
    /// The hash of the lexicon files.
    public var lexiconHash: String
    /// The version of the issue taxonomy.
    public var taxonomyVersion: String
    /// The hash of the configuration and the catalog.
    public var configHash: String
    /// The version of ICU.
    public var icuVersion: String

    /// Names an engine.
    public init(
      version: String,
      lexiconHash: String,
      taxonomyVersion: String,
      configHash: String,
      icuVersion: String
    ) {
      self.version = version
      self.lexiconHash = lexiconHash
      self.taxonomyVersion = taxonomyVersion
      self.configHash = configHash
      self.icuVersion = icuVersion
    }
  }

  /// One customer's satisfaction from what is there, 0 to 100.
  public struct Satisfaction: Hashable, Sendable {
    /// The mean of the components.
    public var score: Double
    /// Each component by its name, 0 to 100.
    public var components: [(name: String, value: Double)]
    /// The share of the possible components that are there.
    public var coverage: Double

    /// A satisfaction from its components.
    public init(score: Double, components: [(name: String, value: Double)], coverage: Double) {
      self.score = score
      self.components = components
      self.coverage = coverage
    }

    /// Whether the parts agree.
    public static func == (left: Self, right: Self) -> Bool {
      left.score == right.score && left.coverage == right.coverage
        && left.components.elementsEqual(right.components) { $0 == $1 }
    }

    /// Hashes the score.
    public func hash(into hasher: inout Hasher) { hasher.combine(score) }
  }

  /// Where in the customer's way the feedback belongs.
  public enum JourneyStage: String, Hashable, Sendable, CaseIterable {
    /// Before buying.
    case prePurchase = "pre_purchase"
    /// Paying.
    case checkout
    /// Until it is there.
    case delivery
    /// Using it.
    case use
    /// Asking for help.
    case support
    /// Giving it back.
    case `return`
    /// Not clear.
    case unknown
  }

  /// Facts for whoever writes to the customer; Verbatim never does.
  public struct ContactHints: Hashable, Sendable {
    /// A problem is reported and not said to be solved.
    public var openIssue = false
    /// The customer asks not to be written to.
    public var wantsNoContact = false

    /// No hints.
    public init() {}
  }

  /// The same on every run and engine version: from the record's id and the type.
  public var id: String
  /// 1 for the first; each later copy of a record with other content counts one up.
  public var revision = 1
  /// Whether the signal no longer holds and is to be forgotten: its customer was.
  public var isRetracted = false
  /// The engine that made it.
  public var engine: Engine
  /// When the feedback was given.
  public var eventTime: Instant?
  /// When Verbatim was told, as the caller states it; the clock is never read.
  public var observedTime: Instant?
  /// The record's id.
  public var recordID: String
  /// Where the record is from.
  public var source: FeedbackRecord.Source
  /// The customer as a keyed hash.
  public var customerKey: String?
  /// The order as a keyed hash.
  public var orderKey: String?
  /// The segments.
  public var dims: [String: String] = [:]
  /// The ratings, in their native scales.
  public var ratings: [Rating] = []
  /// The language that was scored.
  public var language: String?
  /// How it feels.
  public var sentiment: Sentiment
  /// How sure the language is, 0 to 1; nil when none was found.
  public var languageConfidence: Double?
  /// What of the customer's texts was not scored.
  public var unscored: [UnscoredPart] = []
  /// What was mended in the texts before they were read.
  public var repairs: [FeedbackRecord.Repair] = []
  /// One customer's satisfaction; nil when nothing is there to tell.
  public var satisfaction: Satisfaction?
  /// What went wrong.
  public var issues: [Issue] = []
  /// What the customer wants besides: proposals, farewells, peace.
  public var remarks: [Remark] = []
  /// The return-reason code and whether the text bears it out; nil without a code.
  public var returnReason: ReasonCheck?
  /// The article.
  public var product = ProductResolution()
  /// Its maker.
  public var supplier = SupplierResolution()
  /// Its lot.
  public var lot = LotResolution()
  /// Where in the customer's way it belongs.
  public var journeyStage = JourneyStage.unknown
  /// How sure the stage is, 0 to 1; nil when it is unknown.
  public var journeyStageConfidence: Double?
  /// The course of a conversation.
  public var transcript: Transcript?
  /// Facts for whoever writes to the customer.
  public var contactHints = ContactHints()
  /// How many of each kind of personal data were masked.
  public var redactions: [String: Int] = [:]
  /// How the feedback came about.
  public var flags = FeedbackRecord.Flags()

  /// A signal of which only the envelope and the sentiment are known.
  public init(
    id: String,
    recordID: String,
    engine: Engine,
    source: FeedbackRecord.Source,
    sentiment: Sentiment
  ) {
    self.id = id
    self.recordID = recordID
    self.engine = engine
    self.source = source
    self.sentiment = sentiment
  }

  /// The worst of the issues; nil when none is reported.
  public var severity: IssueSeverity? { IssueSeverity(of: issues) }
}
