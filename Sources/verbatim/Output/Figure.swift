/// Numbers as a person reads them; the same in every locale.
enum Figure {
  /// With one digit behind the point: `71.2`.
  static func one(_ value: Double) -> String {
    let tenths = (value * 10).rounded()
    guard abs(tenths) < 1e15 else { return String(value) }
    let whole = Int(abs(tenths))
    return (tenths < 0 ? "−" : "") + "\(whole / 10).\(whole % 10)"
  }

  /// With its sign: `+1.3`, `−0.4`, `0.0`.
  static func signed(_ value: Double) -> String {
    let text = one(value)
    return value > 0 && text != "0.0" ? "+" + text : text
  }

  /// A share in percent: `12.5 %`.
  static func percent(_ share: Double) -> String { one(share * 100) + " %" }

  /// A ratio with two digits behind the point: `1.82`.
  static func two(_ value: Double) -> String {
    let hundredths = (value * 100).rounded()
    guard abs(hundredths) < 1e15 else { return String(value) }
    let whole = Int(abs(hundredths))
    let rest = whole % 100
    return (hundredths < 0 ? "−" : "") + "\(whole / 100).\(rest < 10 ? "0" : "")\(rest)"
  }

  /// Whole numbers without a point: `60`, `62.5`.
  static func plain(_ value: Double) -> String {
    value == value.rounded() && abs(value) < 1e15 ? String(Int(value)) : String(value)
  }
}
