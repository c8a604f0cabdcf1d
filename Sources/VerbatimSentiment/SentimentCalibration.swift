public import VerbatimCore
public import VerbatimText

/// What a score is worth: the share of texts with that compound which people call negative.
///
/// A falling curve through points, straight between them. It belongs to the engine and to the kind
/// of text it was fitted on; both stand in the comment lines of its file.
public struct SentimentCalibration: Hashable, Sendable {
  /// One point of the curve.
  public struct Point: Hashable, Sendable {
    /// The score, −1…1.
    public let compound: Double
    /// The share that is negative, 0…1.
    public let pNegative: Double
    /// How many texts it was read from.
    public let count: Int

    /// A point by its numbers.
    public init(compound: Double, pNegative: Double, count: Int) {
      self.compound = compound
      self.pNegative = pNegative
      self.count = count
    }
  }

  /// The columns of its file.
  public static let columns = ["compound", "p_negative", "n"]

  /// The name of the curve, by its content.
  public let id: String
  /// The points, their scores ascending and their shares not rising.
  public let points: [Point]

  /// A curve through points; nil when there is none, or they are no falling curve of scores and
  /// shares.
  public init?(id: String, points: [Point]) {
    guard !points.isEmpty, points.allSatisfy({ abs($0.compound) <= 1 }),
      points.allSatisfy({ (0...1).contains($0.pNegative) }),
      zip(points, points.dropFirst()).allSatisfy({
        $0.compound < $1.compound && $0.pNegative >= $1.pNegative
      })
    else { return nil }
    self.id = id
    self.points = points
  }

  /// Reads the rows of its file.
  ///
  /// - Throws: `V3001` when a row is no point, or the points are no falling curve.
  public init(id: String, _ table: TableFile) throws(Diagnostic) {
    var points: [Point] = []
    for row in table.rows {
      guard let compound = Double(row[0]), let share = Double(row[1]), let count = Int(row[2])
      else {
        throw Diagnostic(
          .lexiconLine,
          at: row.location,
          "the row is no point of a calibration",
          hint: "write a score from -1 to 1, a share from 0 to 1, and a count"
        )
      }
      points.append(Point(compound: compound, pNegative: share, count: count))
    }
    guard let read = SentimentCalibration(id: id, points: points) else {
      throw Diagnostic(
        .lexiconLine,
        at: table.rows.first?.location ?? SourceLocation(file: "calibration.tsv"),
        "the points are no falling curve from -1 to 1",
        hint: "fit it again with verbatim evaluate FILE --calibrate OUT.tsv"
      )
    }
    self = read
  }

  /// The chance that a text with this score is called negative, to four places.
  ///
  /// - Parameter compound: The score, −1…1.
  /// - Returns: The share on the curve, 0…1.
  /// - Complexity: O(log *n*) in the points.
  public func pNegative(_ compound: Double) -> Double {
    var low = 0
    var high = points.count - 1
    if compound <= points[low].compound { return points[low].pNegative }
    if compound >= points[high].compound { return points[high].pNegative }
    while high - low > 1 {
      let middle = (low + high) / 2
      if points[middle].compound <= compound { low = middle } else { high = middle }
    }
    let (from, to) = (points[low], points[high])
    let way = (compound - from.compound) / (to.compound - from.compound)
    return ((from.pNegative + way * (to.pNegative - from.pNegative)) * 10_000).rounded() / 10_000
  }
}
