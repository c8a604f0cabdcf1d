/// How long to wait before the next try: full jitter over a span that doubles.
///
/// A wait is drawn evenly from 0 to the span, so that many senders that failed together do not come
/// back together.
///
/// - SeeAlso: M. Brooker (2015), "Exponential Backoff And Jitter", AWS Architecture Blog.
public struct BackOff: Hashable, Sendable {
  /// The span of the first wait, in seconds (authored: a restart of a service takes seconds).
  public var first: Double
  /// The longest span, in seconds (authored: a minute, so that a receiver that is back is found).
  public var longest: Double

  /// A back-off.
  public init(first: Double = 0.5, longest: Double = 60) {
    self.first = first
    self.longest = longest
  }

  /// The span of the wait after so many tries, in seconds; `tries` from 1.
  public func span(after tries: Int) -> Double {
    // 2⁶⁰ seconds are more than any longest.
    min(longest, first * Double(1 << min(60, max(0, tries - 1))))
  }

  /// The wait after so many tries; `draw` lies from 0 up to, not including, 1.
  public func wait(after tries: Int, draw: Double) -> Double { span(after: tries) * draw }
}
