internal import VerbatimCore

/// Whether a column's values fit the scale of a role, and which scale its question or the labels of
/// its values state.
///
/// The largest value seen never makes a scale: a scale of ten whose nine and ten nobody gave looks
/// like one of eight.
struct ScaleInference {
  private let values: ColumnValues
  private let known: ColumnNames
  private let question: String
  private let labelled: RatingScale?
  /// Whether the names of the file are known to be those of a tool, which means what they say.
  private let isOfExport: Bool

  init(
    _ column: SurveySchema.Column,
    _ values: ColumnValues,
    _ known: ColumnNames,
    isOfExport: Bool
  ) {
    self.isOfExport = isOfExport
    self.values = values
    self.known = known
    let name = HeaderName.normalized(column.name)
    let asked = HeaderName.normalized(column.question)
    question = name == asked ? name : "\(asked) \(name)"
    labelled = Self.scale(of: column, known)
  }

  /// The scale that the labels of values state: its ends, and which of them is the low one.
  private static func scale(of column: SurveySchema.Column, _ known: ColumnNames) -> RatingScale? {
    let points = column.labels.compactMap { key, label -> (value: Double, label: String)? in
      guard let value = Double(key), !column.missing.contains(key) else { return nil }
      return (value, label)
    }
    guard points.count >= 2, let low = points.min(by: { $0.value < $1.value }),
      let high = points.max(by: { $0.value < $1.value }), high.value - low.value >= 2
    else { return nil }
    let isLow = known.has(.lowEnd, in: HeaderName.normalized(low.label))
    let isHigh = known.has(.lowEnd, in: HeaderName.normalized(high.label))
    return RatingScale(
      min: low.value,
      max: high.value,
      direction: isHigh && !isLow ? .lowerIsBetter : isLow ? .higherIsBetter : .unknown
    )
  }

  private var stated: (min: Double, max: Double)? { RatingScale.stated(in: question) }

  /// A role by name holds only when the values fit it.
  func checked(_ role: ColumnRole, _ why: String, rank: Int) -> RoleInference.Finding {
    func finding(_ role: ColumnRole, _ why: String) -> RoleInference.Finding {
      RoleInference.Finding(role: role, evidence: why, rank: rank)
    }
    guard role.isRating, role != .score else {
      if role == .reason, values.looksLikeWords { return finding(.text, why) }
      return finding(role, why)
    }
    if values.looksLikeWords {
      return finding(.text, "\(why) and its values, which read like sentences")
    }
    switch role {
    case .nps: return nps(why, rank)
    case .thumbs:
      guard values.areNumbers, !values.isScale(0...1) else { return finding(.thumbs, why) }
      return values.isScale(1...5)
        ? finding(.csat, "\(why) and values from 1 to 5")
        : finding(.scale, "\(why), but its values are no good or bad")
    default: break
    }
    var scale = RatingScale.usual(role) ?? RatingScale(min: 1, max: 5)
    var source = ""
    if let labelled {
      scale.min = labelled.min
      scale.max = labelled.max
      if labelled.direction != .unknown { scale.direction = labelled.direction }
      source = ", the scale by the labels of its values"
    } else if let stated {
      scale.min = stated.min
      scale.max = stated.max
      source = ", the scale by its question"
    }
    if role == .ces, labelled?.direction ?? .unknown == .unknown {
      scale.direction = effortDirection
    }
    let low = role == .stars ? 0 : scale.min
    guard values.isEmpty || values.isScale(low...scale.max, isNameSure: isOfExport) else {
      // Words of choices stand in many exports where others have numbers.
      guard values.areNumbers || role == .stars else {
        return finding(role == .ces ? .choice : .scale, "\(why), but its values are no numbers")
      }
      return finding(
        .scale,
        "\(why), but its values are not \(Self.text(scale.min)) to \(Self.text(scale.max))"
      )
    }
    var found = finding(role, why + source)
    if scale != RatingScale.usual(role) { found.scale = scale }
    return found
  }

  private func nps(_ why: String, _ rank: Int) -> RoleInference.Finding {
    func finding(_ role: ColumnRole, _ why: String) -> RoleInference.Finding {
      RoleInference.Finding(role: role, evidence: why, rank: rank)
    }
    if let (low, high) = labelled.map({ ($0.min, $0.max) }) ?? stated, low != 0 || high != 10 {
      return finding(
        .scale,
        "\(why), but a scale from \(Self.text(low)) to \(Self.text(high)) is not NPS"
      )
    }
    guard values.isEmpty || values.isScale(0...10, isNameSure: isOfExport) else {
      return finding(.scale, "\(why), but its values are not 0 to 10")
    }
    return finding(.nps, why)
  }

  /// Which end is the good one, where the question of an effort score says it.
  private var effortDirection: Rating.Direction {
    if known.has(.hard, in: question) { return .lowerIsBetter }
    return known.has(.easy, in: question) ? .higherIsBetter : .unknown
  }

  /// The scale of a column whose name says nothing; nil when its question is of none.
  func byQuestion() -> RoleInference.Finding? {
    guard values.areNumbers else { return nil }
    if known.has(.nps, in: question), values.isScale(0...10) {
      return nps("its question and values from 0 to 10", .max / 2)
    }
    let role: ColumnRole
    if known.has(.ces, in: question) {
      role = .ces
    } else if known.has(.csat, in: question) {
      role = .csat
    } else {
      guard let stated, values.isScale(stated.min...stated.max) else { return nil }
      return RoleInference.Finding(
        role: .scale,
        evidence: "its question states a scale, and nothing says of what"
      )
    }
    guard labelled != nil || stated != nil else {
      return RoleInference.Finding(
        role: .scale,
        evidence: "its question is of \(role == .ces ? "effort" : "satisfaction"), "
          + "but nothing states its scale; a column map can"
      )
    }
    return checked(role, "its question", rank: .max / 2)
  }

  private static func text(_ number: Double) -> String {
    Int(exactly: number).map { String($0) } ?? String(number)
  }
}
