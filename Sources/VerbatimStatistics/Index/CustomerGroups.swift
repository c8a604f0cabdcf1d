/// The reports of a history by cycle and customer.
struct CustomerGroups {
  /// From a cycle on, what scale counts.
  struct ScalePeriod {
    var first: Int
    var scale: ComponentScale
  }

  let history: SatisfactionHistory
  /// The places of the reports with an answer, by cycle, customer and day.
  private let order: [Int32]
  /// The cycles with feedback, in order, with their customers.
  private let cycles: [(number: Int, customers: Range<Int>)]
  private let customers: [Range<Int>]

  init(_ history: SatisfactionHistory, days: Int) {
    self.history = history
    let rows = history.rows
    func cycle(_ row: SatisfactionHistory.Row) -> Int {
      FeedbackCycle(containing: Int(row.day), days: days).number
    }
    let order = rows.indices.filter { rows[$0].answerCount > 0 }.map {
      (cycle: cycle(rows[$0]), person: rows[$0].person, place: Int32($0))
    }.sorted { ($0.cycle, $0.person, $0.place) < ($1.cycle, $1.person, $1.place) }
    var cycles: [(number: Int, customers: Range<Int>)] = []
    var customers: [Range<Int>] = []
    var start = 0
    for index in order.indices {
      let isLast =
        index + 1 == order.count || order[index + 1].cycle != order[index].cycle
        || order[index + 1].person != order[index].person
      guard isLast else { continue }
      customers.append(start..<(index + 1))
      start = index + 1
      if cycles.last?.number == order[index].cycle {
        let first = cycles[cycles.count - 1].customers.lowerBound
        cycles[cycles.count - 1].customers = first..<customers.count
      } else {
        cycles.append((order[index].cycle, (customers.count - 1)..<customers.count))
      }
    }
    self.order = order.map(\.place)
    self.cycles = cycles
    self.customers = customers
  }

  /// Gives the cycles with feedback before one, in order.
  func forEachCycle(before end: Int, _ body: (Int, ArraySlice<Range<Int>>) -> Void) {
    for cycle in cycles where cycle.number < end { body(cycle.number, customers[cycle.customers]) }
  }

  /// The combination of segments of a report in ``order``.
  func cell(_ place: Int) -> Int { Int(history.rows[Int(order[place])].cell) }

  /// What reports in ``order`` say.
  func answers(_ places: some Sequence<Int>) -> ComponentMeans {
    var answers: [ComponentMeans.Answer] = []
    for place in places {
      let row = history.rows[Int(order[place])]
      for answer in history.answers(of: row) {
        answers.append(.init(component: Int(answer.component), day: row.day, value: answer.value))
      }
    }
    return ComponentMeans(answers)
  }

  /// From which cycle on which scale counts.
  ///
  /// A scale rests on the cycles before its first. There is a new one whenever two components have
  /// come to be answered by enough customers both, a customer counting once a cycle.
  func scalePeriods(overlaps minimum: Int) -> [ScalePeriod] {
    var periods = [ScalePeriod(first: .min, scale: .linear)]
    var overlaps: [ComponentMeans] = []
    var answered = [Int](repeating: 0, count: ComponentScale.count)
    var pairs: [[Int]: Int] = [:]
    for cycle in cycles {
      var isNew = false
      for customer in customers[cycle.customers] {
        let answers = answers(customer)
        let present = (0..<ComponentScale.count).filter { answers.counts[$0] > 0 }
        for component in present { answered[component] += 1 }
        guard present.count > 1 else { continue }
        overlaps.append(answers)
        for (place, one) in present.enumerated() {
          for other in present[(place + 1)...] {
            let count = pairs[[one, other], default: 0] + 1
            pairs[[one, other]] = count
            if count == minimum { isNew = true }
          }
        }
      }
      guard isNew, let last = periods.last else { continue }
      let scale = last.scale.refined(overlaps, answered: answered, minimum: minimum)
      periods.append(ScalePeriod(first: cycle.number + 1, scale: scale))
    }
    return periods
  }
}
