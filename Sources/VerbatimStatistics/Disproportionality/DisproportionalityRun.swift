internal import Foundation

/// The disproportionality of every pair of a table that at least one report has.
///
/// Pairs come in a fixed order: by EB05, the greatest first, then by the count, the greatest
/// first, then by the names' bytes.
public struct DisproportionalityRun: Sendable {
  /// The counts.
  public let table: ContingencyTable
  /// The prior of EBGM, and how it was estimated.
  public let fit: GammaMixtureFit
  private let posteriors: [GammaMixturePosterior]
  private let pValues: [Double]
  private let qValues: [Double]
  /// Cells in the order of the pairs.
  private let order: [Int]
  /// The ends of the interval of Gamma(n + ½, 1) by n.
  private let informationBounds: [Int: (lower: Double, upper: Double)]

  /// Scores every pair of a table.
  ///
  /// - Complexity: O(*c* log *c*) in the cells.
  public init(_ table: ContingencyTable, options: GammaMixtureFit.Options = .init()) {
    self.table = table
    fit = GammaMixtureFit(table, options: options)
    var tables = GammaMixtureTables(fit.mixture)
    var posteriors: [GammaMixturePosterior] = []
    var pValues: [Double] = []
    var bounds: [Int: (lower: Double, upper: Double)] = [:]
    posteriors.reserveCapacity(table.cells.count)
    pValues.reserveCapacity(table.cells.count)
    for cell in table.cells {
      posteriors.append(tables.posterior(count: cell.count, expected: cell.expected))
      pValues.append(
        InformationComponent(observed: cell.count, expected: cell.expected).pValue
      )
      if bounds[cell.count] == nil {
        let shape = Double(cell.count) + 0.5
        bounds[cell.count] = (
          GammaFunction.quantile(shape, 0.025), GammaFunction.quantile(shape, 0.975)
        )
      }
    }
    self.posteriors = posteriors
    self.pValues = pValues
    qValues = FalseDiscovery.qValues(pValues)
    informationBounds = bounds
    order = table.cells.indices.sorted { left, right in
      if posteriors[left].lower != posteriors[right].lower {
        return posteriors[left].lower > posteriors[right].lower
      }
      if table.cells[left].count != table.cells[right].count {
        return table.cells[left].count > table.cells[right].count
      }
      return left < right
    }
  }

  /// How many pairs there are.
  public var count: Int { order.count }

  /// The pair at a place, with all its measures.
  public subscript(place: Int) -> Disproportionality {
    let index = order[place]
    let cell = table.cells[index]
    let (n1, n2) = (table.firstTotals[cell.first], table.secondTotals[cell.second])
    let fourfold = FourfoldTable(both: cell.count, first: n1, second: n2, total: table.total)
    let bounds = informationBounds[cell.count] ?? (.nan, .nan)
    return Disproportionality(
      first: table.firstNames[cell.first],
      second: table.secondNames[cell.second],
      count: cell.count,
      firstTotal: n1,
      secondTotal: n2,
      total: table.total,
      expected: cell.expected,
      relativeRatio: Double(cell.count) / cell.expected,
      proportionalRatio: fourfold.proportionalReportingRatio,
      oddsRatio: fourfold.reportingOddsRatio,
      chiSquare: fourfold.chiSquare,
      chiSquareYates: fourfold.chiSquareYates,
      informationComponent: InformationComponent(
        observed: cell.count,
        expected: cell.expected
      ).value,
      informationLower: log2(bounds.lower / (cell.expected + 0.5)),
      informationUpper: log2(bounds.upper / (cell.expected + 0.5)),
      posterior: posteriors[index],
      pValue: pValues[index],
      qValue: qValues[index]
    )
  }
}
