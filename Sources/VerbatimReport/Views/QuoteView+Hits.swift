extension QuoteView {
  /// Makes the marks those of a search: they show what was found, and are no evidence.
  public mutating func showsHits() { isHit = true }
}
