/// A method that looks at a series of counts.
public enum SeriesMethod: String, Hashable, Sendable, CaseIterable {
  /// ``EARS`` C1.
  case earsC1 = "ears-c1"
  /// ``EARS`` C2.
  case earsC2 = "ears-c2"
  /// ``EARS`` C3.
  case earsC3 = "ears-c3"
  /// ``BayesPredictive``.
  case bayes
  /// ``Farrington``, as of 1996.
  case farrington
  /// ``FarringtonFlexible``, as of 2013.
  case farringtonFlexible = "farrington-flexible"
  /// ``LikelihoodRatioCUSUM`` with the negative binomial distribution.
  case nbCUSUM = "nb-cusum"
  /// ``LikelihoodRatioCUSUM`` with Poisson's distribution.
  case poissonCUSUM = "poisson-cusum"
  /// ``GeneralizedLikelihoodRatio``.
  case nbGLR = "nb-glr"
  /// ``TabularCUSUM`` for normal values.
  case tabularCUSUM = "cusum"
  /// ``TabularCUSUM`` for Poisson counts.
  case countedCUSUM = "counted-cusum"
  /// ``EWMAChart``.
  case ewma
  /// ``AttributeChart`` p.
  case p
  /// ``AttributeChart`` p′.
  case pPrime = "p-prime"
  /// ``AttributeChart`` u.
  case u
  /// ``AttributeChart`` u′.
  case uPrime = "u-prime"
  /// ``RunRules/westernElectric`` on the u′ chart.
  case westernElectric = "western-electric"
  /// ``RunRules/nelson`` on the u′ chart.
  case nelson
  /// ``TemporalScan``, each period as it came.
  case scan
  /// ``CombinedScore`` of what fits the history.
  case score
}
