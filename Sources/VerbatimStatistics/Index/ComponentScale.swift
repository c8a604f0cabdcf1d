/// How the components become 0 to 100 and how they weigh, as it was known at one time.
///
/// The rated component with the most answers is the reference and stays as it is, end to end. Another
/// one, the text included, is put on its scale by equal percentiles once enough customers have both;
/// until then it stays end to end, too.
public struct ComponentScale: Hashable, Sendable {
  /// How a scale became 0 to 100.
  public enum Mapping: String, Hashable, Sendable, CaseIterable {
    /// End to end.
    case linear
    /// By equal percentiles.
    case equipercentile
  }

  static let count = SatisfactionComponent.allCases.count

  /// The component on whose scale the others are put; nil until there is one.
  public private(set) var reference: SatisfactionComponent?
  private var maps: [EquipercentileMap?]
  private var weights: [Double]

  /// All components end to end, with equal weights.
  public static let linear = ComponentScale()

  private init() {
    maps = [EquipercentileMap?](repeating: nil, count: Self.count)
    weights = [Double](repeating: 1, count: Self.count)
  }

  /// How a component became 0 to 100.
  public func mapping(of component: SatisfactionComponent) -> Mapping {
    maps[component.rawValue] == nil ? .linear : .equipercentile
  }

  /// A component's weight: its reliability, or 1 while none is known.
  public func weight(of component: SatisfactionComponent) -> Double { weights[component.rawValue] }

  /// An answer on the common scale, 0 to 100.
  func value(_ answer: Double, of component: Int) -> Double {
    guard let map = maps[component] else { return answer }
    return min(100, max(0, map.value(of: answer)))
  }

  /// A customer's satisfaction: the mean of the mapped components by weight; nil without any.
  func satisfaction(_ answers: ComponentMeans) -> Double? {
    var sum = 0.0
    var weight = 0.0
    for component in 0..<Self.count where answers.counts[component] > 0 {
      sum += weights[component] * value(answers.means[component], of: component)
      weight += weights[component]
    }
    return weight > 0 ? sum / weight : nil
  }

  /// The satisfaction that answers of one customer come to, 0 to 100; nil without any.
  public func satisfaction(of answers: [SatisfactionAnswer]) -> Double? {
    satisfaction(
      ComponentMeans(
        answers.map { .init(component: $0.component.rawValue, day: 0, value: $0.value) }
      )
    )
  }

  /// The scale after more customers with several components are known.
  ///
  /// What was mapped by percentiles stays as it was. A component whose reliability cannot be told
  /// gets the mean of the others'.
  ///
  /// - Parameters:
  ///   - overlaps: Customers with two components or more.
  ///   - answered: How many customers have each component.
  ///   - minimum: From how many customers on two components are compared.
  /// - Returns: A scale for the cycles to come.
  func refined(_ overlaps: [ComponentMeans], answered: [Int], minimum: Int) -> ComponentScale {
    var scale = self
    var correlations = [[Double?]](
      repeating: [Double?](repeating: nil, count: Self.count),
      count: Self.count
    )
    var pairs: [[[(Double, Double)]]] = []
    for one in 0..<Self.count {
      pairs.append([])
      for other in 0..<Self.count {
        var both: [(Double, Double)] = []
        if one != other {
          for answers in overlaps where answers.counts[one] > 0 && answers.counts[other] > 0 {
            both.append((answers.means[one], answers.means[other]))
          }
        }
        if both.count >= minimum {
          correlations[one][other] = ComponentReliability.correlation(both)
        } else {
          both = []
        }
        pairs[one].append(both)
      }
    }
    if scale.reference == nil {
      let compared = (0..<Self.count).filter { one in pairs[one].contains { !$0.isEmpty } }
      // Numbers that customers gave themselves; a text is compared with one of them at least.
      scale.reference = compared.filter { $0 != SatisfactionComponent.text.rawValue }.max {
        (answered[$0], -$0) < (answered[$1], -$1)
      }.flatMap { SatisfactionComponent(rawValue: $0) }
    }
    if let reference = scale.reference?.rawValue {
      for one in 0..<Self.count where one != reference && scale.maps[one] == nil {
        let both = pairs[one][reference]
        guard !both.isEmpty else { continue }
        scale.maps[one] = EquipercentileMap(from: both.map(\.0), to: both.map(\.1))
      }
    }
    let known = ComponentReliability.reliabilities(correlations)
    let told = known.compactMap(\.self)
    guard !told.isEmpty else { return scale }
    let usual = told.reduce(0, +) / Double(told.count)
    scale.weights = known.map { $0 ?? usual }
    return scale
  }
}
