internal import VerbatimCore

/// What one kind of evidence says: an article, or several that it leaves open.
struct Finding: Hashable, Sendable {
  /// The articles, by their places in the catalog, with the weight of each.
  var places: [Int]
  var weights: [Double] = []
  /// How many are possible, those left out counted.
  var total: Int
  var method: ProductResolution.Method
  /// How sure the article is, when it is one.
  var confidence: Double
  var notes: [ProductResolution.Note] = []

  /// One article.
  init(
    _ place: Int,
    _ method: ProductResolution.Method,
    _ confidence: Double,
    notes: [ProductResolution.Note] = []
  ) {
    places = [place]
    total = 1
    self.method = method
    self.confidence = confidence
    self.notes = notes
  }

  /// The articles that share a number or a name; nil when there is none.
  init?(
    _ places: [Int],
    total: Int? = nil,
    _ method: ProductResolution.Method,
    _ confidence: Double,
    notes: [ProductResolution.Note] = []
  ) {
    guard !places.isEmpty else { return nil }
    self.places = places
    self.total = max(total ?? places.count, places.count)
    self.method = method
    self.confidence = confidence
    self.notes = notes
  }

  /// The article, when it is one.
  var only: Int? { places.count == 1 && total == 1 ? places[0] : nil }
}
