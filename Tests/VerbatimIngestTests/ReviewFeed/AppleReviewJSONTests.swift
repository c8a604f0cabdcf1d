import Testing
import VerbatimCore

@testable import VerbatimIngest

@Suite("Apple's reviews as JSON")
struct AppleReviewJSONTests {
  @Test("say what the Atom feed says")
  func twin() throws {
    let json = try OpenedReading(fixture: "apple-reviews/app.json")
    let atom = try OpenedReading(fixture: "apple-reviews/app.xml")
    #expect(json.format == .appleReviews)
    #expect(json.records.count == 2)
    let left = try #require(json.records.first)
    let right = try #require(atom.records.first)
    #expect(left.text == right.text)
    #expect(left.title == right.title)
    #expect(left.ratings == right.ratings)
    #expect(left.author == right.author)
    #expect(left.occurredAt == right.occurredAt)
    #expect(left.product == right.product)
    #expect(left.dims == right.dims)
    #expect(left.source.nativeID == right.source.nativeID)
    #expect(left.source.url == right.source.url)
    #expect(left.source.system == right.source.system)
    #expect(json.records[1].occurredAt == nil)
    #expect(json.records[1].product.sku == "42")
  }

  @Test("one review is an object, none is nothing")
  func shapes() throws {
    let one = try OpenedReading(fixture: "apple-reviews/one-entry.json")
    #expect(one.records.map(\.text) == ["Good, but slow."])
    #expect(one.records.first?.dims["market"] == "DE")
    let none = try OpenedReading(fixture: "apple-reviews/empty.json")
    #expect(none.format == .appleReviews)
    #expect(none.records.isEmpty)
    #expect(none.warnings.map(\.code) == [.noReviews])
  }

  @Test("what is odd costs itself alone")
  func hostile() throws {
    let feed = try OpenedReading(fixture: "apple-reviews/hostile.json")
    #expect(feed.records.map(\.text) == ["Eleven stars", nil, "Of two contents"])
    #expect(feed.records[0].ratings.isEmpty)
    #expect(feed.records[1].title == "Bare strings")
    #expect(feed.records[1].ratings.first?.value == 3)
    #expect(feed.warnings.map(\.code) == [.ratingOutOfRange])
    #expect(feed.rejects.map(\.code) == [.reviewEmpty, .reviewEmpty, .reviewEmpty])
    let cut = try OpenedReading(Array(#"{"feed":{"entry":[{"im:rating":{"label":"1"}"#.utf8))
    #expect(cut.failure?.code == .jsonBroken)
  }
}
