/// What the detector looks for and how wary it is.
public struct DetectorSettings: Hashable, Sendable {
  /// Stories below this score are not told: at 0 they are as likely as not, before prior odds.
  public var floor = 0.0
  /// How far the score of a story must rise before it is told again.
  public var escalation = 1.0
  /// The longest window, in weeks, in which a change is sought.
  public var longestWindow = 40
  /// The first weeks of a history, in which the shop is learned and nothing is raised.
  public var learningWeeks = 4
  /// The variance of a SKU's volume from week to week, as a share of the mean squared.
  public var volumeNoise = 0.3
  /// The weeks after which half of a SKU's volume is forgotten.
  public var volumeHalfLife = 8.0
  /// How many complaints of an issue the shop's week borrows from the mean.
  public var weekShrinkage = 50.0
  /// The prior odds that a defect sits in one lot, where a complaint in ten weeks is to be expected.
  public var lotOdds = 2.5
  /// The prior odds that it sits in a SKU.
  public var skuOdds = 1.1
  /// The prior odds that it sits with all SKUs of a supplier.
  public var supplierOdds = 3.4
  /// The power of the expected complaints by which the odds of a SKU's lots grow.
  public var lotVolumePower = 1.0
  /// The power of the expected complaints by which the odds of a SKU grow: less than those of its
  /// lots, for what lasts becomes a defect worth telling of at a lower rate.
  public var skuVolumePower = 0.75
  /// The power of the expected complaints by which the odds of a supplier grow.
  public var supplierVolumePower = 0.2
  /// The share of a SKU's changes that come at once; the others grow.
  public var stepShare = 0.1
  /// How much evidence a story loses while another place explains the reports nearly as well.
  public var placeCare = 8.0
  /// How far apart, in natural logarithms, two places must be for one to be the nearer by half.
  public var placeGap = 2.8
  /// The evidence, as a natural logarithm, that the story of a SKU loses: what grows slowly can wait.
  public var skuCare = 1.0
  /// The weeks without a report after which a lot is no news any more.
  public var lotSilence = 8
  /// The evidence that a story loses at the beginning of an article's or shop's history, as a
  /// natural logarithm; it falls to 0 over 13 weeks.
  public var newcomerCare = 6.0
  /// The evidence, as a natural logarithm, that a supplier's SKUs must bear without the worst.
  public var sharedEvidence = 1.0

  /// The settings of the documentation's table.
  public init() {}
}
