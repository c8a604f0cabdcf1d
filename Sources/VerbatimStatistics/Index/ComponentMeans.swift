/// What one customer answered in one cycle: the mean of each component, and the last answer.
struct ComponentMeans: Hashable, Sendable {
  /// One answer with its day.
  struct Answer: Hashable, Sendable {
    var component: Int
    var day: Int32
    var value: Double
  }

  /// The means, 0 to 100; 0 where there is no answer.
  private(set) var means = SIMD8<Double>()
  /// The answer of the last day, the lowest of several.
  private(set) var latest = SIMD8<Double>()
  /// How many answers each mean is of.
  private(set) var counts = SIMD8<Int32>()

  /// No answers.
  init() {}

  /// What answers come to, in whatever order they are.
  init(_ answers: [Answer]) {
    var answers = answers
    if answers.count > 1 {
      answers.sort { ($0.component, $0.day, -$0.value) < ($1.component, $1.day, -$1.value) }
    }
    for answer in answers {
      means[answer.component] += answer.value
      latest[answer.component] = answer.value
      counts[answer.component] += 1
    }
    for component in 0..<ComponentScale.count where counts[component] > 1 {
      means[component] /= Double(counts[component])
    }
  }

  /// How many components there are.
  var components: Int {
    var count = 0
    for component in 0..<ComponentScale.count where counts[component] > 0 { count += 1 }
    return count
  }
}
