/// Something that went wrong, found in what is said and not in its tone.
public struct Issue: Hashable, Sendable {
  /// How bad it can be.
  public enum Tier: String, Hashable, Sendable, CaseIterable, Comparable {
    /// Stated injury, fire, shock or poisoning.
    case t0 = "T0"
    /// A hazard without stated harm.
    case t1 = "T1"
    /// A defect of function or quality.
    case t2 = "T2"
    /// A failed experience.
    case t3 = "T3"
    /// A preference.
    case t4 = "T4"

    /// Whether a person must look at a single report.
    public var isHazard: Bool { self <= .t1 }

    /// Worse first.
    public static func < (left: Tier, right: Tier) -> Bool { left.rank < right.rank }

    private var rank: Int {
      switch self {
      case .t0: 0
      case .t1: 1
      case .t2: 2
      case .t3: 3
      case .t4: 4
      }
    }
  }

  /// Whether it happened.
  public enum Modality: String, Hashable, Sendable, CaseIterable {
    /// It was observed.
    case actual
    /// It is feared or inferred.
    case potential
    /// It is said not to be so.
    case negated
    /// A condition or a question that reports nothing.
    case hypothetical
    /// It happened and was put right.
    case resolved

    /// Whether it counts as a report.
    public var isReport: Bool { self == .actual || self == .potential || self == .resolved }

    /// What a reader should know of first where a text says several things of one leaf: 0 for what
    /// happened, then what was put right, what is feared, what is denied, what is only supposed.
    public var rank: Int {
      switch self {
      case .actual: 0
      case .resolved: 1
      case .potential: 2
      case .negated: 3
      case .hypothetical: 4
      }
    }
  }

  /// What the writer wants by saying it.
  public enum Intent: String, Hashable, Sendable, CaseIterable {
    /// To complain.
    case complaint
    /// To ask.
    case question
    /// To propose.
    case suggestion
    /// To praise.
    case praise
    /// To cancel.
    case cancel
    /// To buy elsewhere.
    case `switch`
  }

  /// Whose fault it is.
  public enum Attribution: String, Hashable, Sendable, CaseIterable {
    /// The maker.
    case supplier
    /// The warehouse.
    case warehouse
    /// The carrier.
    case carrier
    /// The page that sold it.
    case listing
    /// The shop's service.
    case service
    /// The customer's own choice.
    case customerChoice = "customer_choice"
    /// Not said.
    case unknown
  }

  /// The words it was found in.
  public struct Evidence: Hashable, Sendable {
    /// The part of the record.
    public var part: TextPart
    /// Where they stand.
    public var range: ByteRange
    /// The words.
    public var quote: String

    /// Words and their place.
    public init(part: TextPart, range: ByteRange, quote: String) {
      self.part = part
      self.range = range
      self.quote = quote
    }
  }

  /// The leaf of the taxonomy: `DUR.BREAKS`.
  public var code: String
  /// How bad it can be.
  public var tier: Tier
  /// How sure the match is, 0 to 1.
  public var confidence: Double
  /// Whether it happened.
  public var modality: Modality
  /// What the writer wants.
  public var intent: Intent
  /// Whose fault it is.
  public var attribution: Attribution
  /// The words it was found in; nil for a return reason's code.
  public var evidence: Evidence?
  /// How many days it took until it failed, as the text says: 14 for "after two weeks"; nil where it
  /// does not say, or counts in uses.
  public var afterDays: Int?

  /// An issue with its evidence.
  public init(
    code: String,
    tier: Tier,
    confidence: Double,
    modality: Modality,
    intent: Intent,
    attribution: Attribution,
    evidence: Evidence?,
    afterDays: Int? = nil
  ) {
    self.code = code
    self.tier = tier
    self.confidence = confidence
    self.modality = modality
    self.intent = intent
    self.attribution = attribution
    self.evidence = evidence
    self.afterDays = afterDays
  }
}

/// What a signal asks of whoever reads it first: from issues and hazards, never from tone.
public enum IssueSeverity: String, Hashable, Sendable, CaseIterable {
  /// Injury, fire or shock stated.
  case s0 = "S0"
  /// A hazard without stated harm.
  case s1 = "S1"
  /// Unusable or defective.
  case s2 = "S2"
  /// A bad experience.
  case s3 = "S3"
  /// A preference.
  case s4 = "S4"

  /// The severity of the worst of the issues that are reports; nil when none is.
  public init?(of issues: [Issue]) {
    guard let worst = issues.filter(\.modality.isReport).map(\.tier).min() else { return nil }
    switch worst {
    case .t0: self = .s0
    case .t1: self = .s1
    case .t2: self = .s2
    case .t3: self = .s3
    case .t4: self = .s4
    }
  }
}
