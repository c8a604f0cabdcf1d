/// The exponential function, without the system's mathematics: results repeat on every machine.
enum Exponential {
  /// e to the power of −x, for x from 0 on; within 1e-12.
  static func decay(_ x: Double) -> Double {
    guard x > 0 else { return 1 }
    guard x < 60 else { return 0 }
    // Halved until the series converges fast, then squared back.
    var halvings = 0
    var small = x
    while small > 0.25 {
      small /= 2
      halvings += 1
    }
    var term = 1.0
    var sum = 1.0
    for step in 1...12 {
      term *= -small / Double(step)
      sum += term
    }
    for _ in 0..<halvings { sum *= sum }
    return sum
  }
}
