/// What watches a history: everything together, or one method alone for comparison.
public enum DetectorMethod: String, Hashable, Sendable, CaseIterable {
  /// The likelihoods of all kinds of stories together: ``DefectDetector``'s own.
  case combined
  /// The lower end of the empirical Bayes ratio in the last eight weeks, EB05 (DuMouchel 1999).
  case eb05
  /// The lower end of the information component in the last eight weeks, IC025 (Norén 2013).
  case ic025
  /// A risk-adjusted negative-binomial likelihood-ratio CUSUM against a doubled rate.
  case cusum
  /// A gamma-Poisson predictive scan over the last 1 to 20 weeks, with lots against their siblings
  /// and suppliers without their worst article.
  case scan
}
