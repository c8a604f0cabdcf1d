import Testing

@testable import VerbatimStatistics

@Suite("A linear chain fitted to labelled rows")
struct LinearChainFitTests {
  /// Rows in which column 0 stands for label 0 and column 1 for label 1, and label 2 follows each 1.
  private var rows: [LinearChainFit.Row] {
    (0..<40).map { number in
      var row = LinearChainFit.Row()
      for place in 0..<6 {
        let isFirst = (number + place) % 3 == 0
        let follows = place > 0 && (number + place - 1) % 3 == 0
        // The place behind looks like any other: only what is before it tells.
        row.append([isFirst ? 1 : 0], label: follows ? 2 : isFirst ? 1 : 0)
      }
      return row
    }
  }

  @Test("gives columns and neighbours the weights that tell the labels")
  func learns() {
    let fit = LinearChainFit(rows, columnCount: 2, labelCount: 3, passes: 20)
    func weight(_ column: Int, _ label: Int) -> Float { fit.weights[column * 3 + label] }
    #expect(weight(1, 1) > weight(1, 0) && weight(1, 1) > weight(1, 2))
    #expect(weight(0, 1) < weight(0, 0))
    func transition(_ from: Int, _ to: Int) -> Double { fit.transitions[from * 3 + to] }
    #expect(transition(1, 2) > transition(1, 0) && transition(1, 2) > transition(0, 2))
    // No row begins with label 2.
    #expect(fit.transitions[9 + 2] < fit.transitions[9])
  }

  @Test("is the same for the same rows, and nothing without any")
  func reproducible() {
    let first = LinearChainFit(rows, columnCount: 2, labelCount: 3, passes: 3)
    let second = LinearChainFit(rows, columnCount: 2, labelCount: 3, passes: 3)
    #expect(first.weights == second.weights && first.transitions == second.transitions)
    let none = LinearChainFit([LinearChainFit.Row()], columnCount: 1, labelCount: 2, passes: 2)
    #expect(none.weights == [0, 0])
  }

  @Test("steps as the difference of expectations says")
  func firstStep() {
    // One place, one column, two labels: the chances are equal, so each gradient is ±½, and a first
    // step is rate · g ÷ √(g² + 0.01).
    var row = LinearChainFit.Row()
    row.append([0], label: 1)
    let fit = LinearChainFit([row], columnCount: 1, labelCount: 2, passes: 1)
    let step = Float(0.1 * 0.5 / (0.25 + 0.01).squareRoot())
    #expect(abs(fit.weights[0] + step) < 1e-6 && abs(fit.weights[1] - step) < 1e-6)
  }
}
