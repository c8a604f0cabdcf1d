/// How far two judges agree beyond what chance gives: 1 is always, 0 as often as chance.
///
/// With ``KappaWeighting/identity`` it is Cohen's kappa, else the weighted kappa. A share of equal
/// verdicts alone says little: two judges who call nine of ten conversations negative agree on four
/// of five by chance.
///
/// - SeeAlso: Cohen (1960, 1968); Fleiss, Cohen and Everitt (1969) for both standard errors.
public struct WeightedKappa: Hashable, Sendable {
  /// How many were judged by both.
  public let count: Int
  /// Kappa, at most 1; below 0 where the judges agree less often than chance.
  public let value: Double
  /// The credit that was reached, 0 to 1.
  public let observed: Double
  /// The credit that chance gives with these shares of verdicts, 0 to 1.
  public let expected: Double
  /// The asymptotic standard error of the value; too small below some 30 judged.
  public let standardError: Double
  /// The asymptotic standard error if the judges did not agree beyond chance.
  public let standardErrorOfChance: Double

  /// The 95 % interval from the standard error, within −1 to 1.
  public var interval: Bootstrap.Interval {
    let half = Gaussian.quantile(0.975) * standardError
    return Bootstrap.Interval(lower: max(-1, value - half), upper: min(1, value + half))
  }

  /// The kappa of a table with a column for each row.
  ///
  /// - Parameters:
  ///   - table: How often each verdict of the one met each of the other, classes in their order.
  ///   - weighting: What verdicts count that are not the same.
  /// - Throws: ``KappaGap`` where it is not defined.
  /// - Complexity: O(classes²).
  /// - Precondition: The table is square.
  public init(_ table: ConfusionTable, weighting: KappaWeighting) throws(KappaGap) {
    precondition(table.rows == table.columns, "both judges have the same classes")
    let classes = 0..<table.rows
    let total = Double(table.total)
    let cells = classes.map { row in classes.map { Double(table[row, $0]) } }
    let credit = try KappaCredit(cells, weighting: weighting)
    count = table.total
    observed = credit.observed
    expected = credit.expected
    value = credit.kappa
    // Fleiss, Cohen and Everitt (1969), equations 9 and 14: what each cell pulls, centred.
    var spread = 0.0
    var chanceSpread = 0.0
    for row in classes {
      for column in classes {
        let credited = weighting.credit(row, column, of: table.rows)
        let usual = credit.creditOfRow[row] + credit.creditOfColumn[column]
        let pull = credited - usual * (1 - value)
        spread += cells[row][column] / total * pull * pull
        let chance = credit.rows[row] * credit.columns[column]
        chanceSpread += chance * (credited - usual) * (credited - usual)
      }
    }
    let centre = value - expected * (1 - value)
    let scale = total.squareRoot() * (1 - expected)
    standardError = max(0, spread - centre * centre).squareRoot() / scale
    standardErrorOfChance = max(0, chanceSpread - expected * expected).squareRoot() / scale
  }
}
