internal import Foundation

/// The prior of a table's ratios, estimated from the table, and how well it is known.
public struct GammaMixtureFit: Hashable, Sendable {
  /// What the likelihood allowed.
  public enum Outcome: String, Hashable, Sendable {
    /// A maximum inside the range of the parameters, with standard errors.
    case maximum
    /// The likelihood is greatest where a component has no width, which would make the intervals
    /// of what belongs to it as narrow: a shape of which the counts tell little is held back by a
    /// cost. There are no standard errors.
    case penalized
    /// Two components explain the table no better than one: one gamma distribution is used, given
    /// as two equal components.
    case single
    /// The table is too small, or its likelihood says nothing: the prior of the information
    /// component, Gamma(½, ½), is used.
    case fixed
  }

  /// How a prior is estimated.
  public struct Options: Hashable, Sendable {
    /// Whether the pairs without reports take part from the start.
    ///
    /// Otherwise they are left out, and take part only when the likelihood has no maximum without
    /// them.
    public var includesEmptyCells = false
    /// Whether cells that are nearly the same are put together.
    public var squashes = true

    /// The options of the R package openEBGM: no empty cells, squashing.
    public init() {}
  }

  /// Below so many cells with reports no prior is estimated: two for each parameter.
  public static let fewestCells = 10
  /// Above so many pairs the empty ones cannot take part.
  public static let mostPairs = 20_000_000

  /// The estimate.
  public let mixture: GammaMixture
  /// The log-likelihood of all cells that took part, unsquashed, at the estimate.
  public let logLikelihood: Double
  /// The standard errors of α₁, β₁, α₂, β₂ and p; nil unless the outcome is a maximum.
  public let standardErrors: [Double]?
  /// What the likelihood allowed.
  public let outcome: Outcome
  /// Whether the pairs without reports took part.
  public let includesEmptyCells: Bool
  /// Whether another estimate than the one that was asked for is used.
  public let isFallback: Bool
  /// How many cells took part.
  public let cellCount: Int
  /// How many points they were squashed to.
  public let pointCount: Int
  /// How many starts of the search there were, and how many reached the best of all.
  public let starts: (tried: Int, agreeing: Int)

  /// Whether two fits are the same in what they estimate.
  public static func == (left: Self, right: Self) -> Bool {
    left.mixture == right.mixture && left.logLikelihood == right.logLikelihood
      && left.outcome == right.outcome && left.includesEmptyCells == right.includesEmptyCells
  }

  /// Hashes the estimate.
  public func hash(into hasher: inout Hasher) { hasher.combine(mixture) }

  /// What was done and why, in one sentence.
  public var summary: String {
    let cells =
      includesEmptyCells ? "with the pairs without reports" : "without the pairs without reports"
    let turned =
      isFallback && includesEmptyCells
      ? "without the pairs without reports the likelihood has no maximum; " : ""
    return switch outcome {
    case .maximum: turned + "maximum likelihood \(cells)"
    case .penalized:
      "the likelihood is greatest where a component has no width; penalized maximum likelihood is "
        + "used, \(cells)"
    case .single:
      "two components explain the table no better than one; one gamma distribution is used, by "
        + "penalized maximum likelihood \(cells)"
    case .fixed:
      cellCount < Self.fewestCells
        ? "fewer than \(Self.fewestCells) pairs have reports; the fixed prior Gamma(1/2, 1/2) is used"
        : "the likelihood has no maximum; the fixed prior Gamma(1/2, 1/2) is used"
    }
  }

  /// Estimates the prior of a table by maximum likelihood.
  ///
  /// The marginal distribution of the counts is a mixture of two negative binomials. A damped
  /// Newton search starts from several places on hard squashed cells; the best is followed on the
  /// squashed cells, and on all cells when they are not to be squashed. When the truncated
  /// likelihood has no maximum inside the range, the pairs without reports are taken in; when there
  /// is still none, shapes are held back by a cost; when two components are no better than one, one
  /// is used; when nothing is left, a fixed prior.
  ///
  /// - Complexity: O(*c* log *c*) in the cells, which include the empty ones only where they take
  ///   part.
  public init(_ table: ContingencyTable, options: Options = Options()) {
    let cells = table.cells.map { (count: $0.count, expected: $0.expected) }
    self.init(cells, options: options) {
      table.pairCount <= Self.mostPairs
        ? table.emptyCells().map { (count: 0, expected: $0) } : nil
    }
  }

  /// Estimates the prior of cells with reports.
  ///
  /// - Parameters:
  ///   - cells: Counts of 1 and more with what was expected, above 0.
  ///   - options: How to estimate.
  ///   - emptyCells: The cells with a count of 0; nil when there are too many. Called at most once.
  public init(
    _ cells: [(count: Int, expected: Double)],
    options: Options = Options(),
    emptyCells: () -> [(count: Int, expected: Double)]?
  ) {
    guard cells.count >= Self.fewestCells else {
      self.init(fixedFor: cells)
      return
    }
    let (squashes, isFallback) = (options.squashes, !options.includesEmptyCells)
    if !options.includesEmptyCells {
      let search = GammaMixtureSearch(cells, isTruncated: true, squashes: squashes)
      if search.isMaximum {
        self.init(search, .maximum, cells, isFallback: false)
        return
      }
    }
    let empty = emptyCells()
    let all = cells + (empty ?? [])
    let isTruncated = empty == nil
    if !isTruncated {
      let search = GammaMixtureSearch(all, isTruncated: false, squashes: squashes)
      if search.isMaximum {
        self.init(search, .maximum, all, isFallback: isFallback)
        return
      }
    }
    let search = GammaMixtureSearch(
      all,
      isTruncated: isTruncated,
      squashes: squashes,
      isPenalized: true
    )
    if search.isUsable, search.isBetterThanSingle {
      self.init(search, .penalized, all, isFallback: true)
    } else if let single = search.single {
      self.init(search.replacing(single), .single, all, isFallback: true)
    } else {
      self.init(fixedFor: cells)
    }
  }

  private init(
    _ search: GammaMixtureSearch,
    _ outcome: Outcome,
    _ cells: [(count: Int, expected: Double)],
    isFallback: Bool
  ) {
    // The first component is the one with the greater mean.
    let found = search.mixture
    let isSwapped = found.alpha1 / found.beta1 < found.alpha2 / found.beta2
    mixture = isSwapped ? found.swapped : found
    let likelihood = MixtureLikelihood(SquashedCells(cells), isTruncated: search.isTruncated)
    logLikelihood = likelihood.value(MixtureLikelihood.parameters(mixture)).logLikelihood
    standardErrors =
      outcome == .maximum
      ? search.standardErrors.map { isSwapped ? [$0[2], $0[3], $0[0], $0[1], $0[4]] : $0 } : nil
    self.outcome = outcome
    includesEmptyCells = !search.isTruncated
    self.isFallback = isFallback
    cellCount = cells.count
    pointCount = search.pointCount
    starts = search.starts
  }

  private init(fixedFor cells: [(count: Int, expected: Double)]) {
    mixture = .fixed
    let likelihood = MixtureLikelihood(SquashedCells(cells), isTruncated: true)
    logLikelihood = likelihood.value(MixtureLikelihood.parameters(.fixed)).logLikelihood
    standardErrors = nil
    outcome = .fixed
    includesEmptyCells = false
    isFallback = true
    cellCount = cells.count
    pointCount = cells.count
    starts = (0, 0)
  }
}
