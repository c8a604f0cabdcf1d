extension Double {
  /// Whether two numbers differ by no more than `tolerance`.
  public func isClose(to other: Double, within tolerance: Double = 1e-9) -> Bool {
    abs(self - other) <= tolerance
  }

  /// Whether two numbers agree but for a share of the greater one.
  public func isClose(to other: Double, relatively tolerance: Double) -> Bool {
    self == other || abs(self - other) <= tolerance * max(abs(self), abs(other))
  }
}
