/// What each customer said over a whole period.
public struct CustomerPeriod: Sendable {
  /// One customer.
  public struct Customer: Sendable {
    /// The satisfaction, 0 to 100, by the last scale; nil without a component.
    public let satisfaction: Double?
    /// The issues, in byte order, each once.
    public let issues: [String]
    /// The combinations of segments of the customer's reports.
    fileprivate let cells: [Int]
  }

  /// The customers, in the order of their keys.
  public let customers: [Customer]
  /// The first and the last day.
  public let days: ClosedRange<Int>?
  private let history: SatisfactionHistory

  /// The customers of a history whose reports lie in a period.
  ///
  /// - Parameters:
  ///   - history: The reports.
  ///   - days: The first and the last day that count, since 1970; nil for all.
  ///   - settings: Those of the index, for its scale.
  /// - Complexity: O(*n* log *n*) in the reports.
  public init(
    _ history: SatisfactionHistory,
    days: ClosedRange<Int>? = nil,
    settings: SatisfactionIndex.Settings = SatisfactionIndex.Settings()
  ) {
    self.history = history
    let scale = SatisfactionIndex(settings).scale(after: history)
    let rows = history.rows.filter { days?.contains(Int($0.day)) ?? true }
      .enumerated().sorted { ($0.element.person, $0.offset) < ($1.element.person, $1.offset) }
      .map(\.element)
    self.days = rows.map { Int($0.day) }.min().flatMap { first in
      rows.map { Int($0.day) }.max().map { first...$0 }
    }
    var customers: [Customer] = []
    var start = 0
    for end in rows.indices where end + 1 == rows.count || rows[end + 1].person != rows[end].person
    {
      let own = rows[start...end]
      start = end + 1
      var answers: [ComponentMeans.Answer] = []
      for row in own {
        for answer in history.answers(of: row) {
          answers.append(
            .init(component: Int(answer.component), day: row.day, value: answer.value)
          )
        }
      }
      customers.append(
        Customer(
          satisfaction: scale.satisfaction(ComponentMeans(answers)),
          issues: Set(own.flatMap { history.issues(of: $0) }).sorted()
            .map { history.issueNames[Int($0)] },
          cells: Set(own.map { Int($0.cell) }).sorted()
        )
      )
    }
    self.customers = customers
  }

  /// The values that a dimension has, in byte order.
  func values(of dimension: Int) -> [String] { history.values[dimension] }

  /// The numbers of the values that a customer has in a dimension, in order.
  func values(of customer: Customer, in dimension: Int) -> [Int] {
    Set(
      customer.cells.compactMap { cell in
        let value = history.cells[cell][dimension]
        return value < 0 ? nil : Int(value)
      }
    ).sorted()
  }

  /// What issues cost all customers, and those of each value of a dimension that has enough of them.
  ///
  /// - Parameters:
  ///   - dimension: The place of the dimension in the history; nil for all customers only.
  ///   - minimum: From how many customers on a segment is looked at.
  /// - Returns: The weights of all customers, then those of each segment.
  public func drivers(dimension: Int?, minimum: Int) -> [DriverWeight] {
    guard let days else { return [] }
    var groups: [(segment: [IndexSeries.Value], members: [Customer])] = [([], customers)]
    if let dimension {
      var members = [[Customer]](repeating: [], count: history.values[dimension].count)
      for customer in customers {
        for value in values(of: customer, in: dimension) { members[value].append(customer) }
      }
      for (value, members) in members.enumerated() {
        let segment = IndexSeries.Value(
          dimension: history.dimensions[dimension],
          value: history.values[dimension][value]
        )
        groups.append(([segment], members))
      }
    }
    return groups.flatMap { segment, members in
      let rated = members.compactMap { customer in
        customer.satisfaction.map { (value: $0, issues: customer.issues) }
      }
      return rated.count < minimum
        ? [] : DriverWeight.weights(of: rated, target: "index", segment: segment, days: days)
    }
  }
}
