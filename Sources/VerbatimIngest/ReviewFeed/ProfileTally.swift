internal import Synchronization

/// Counts what site profiles find, over all pages of a run.
public final class ProfileTally: Sendable {
  /// What one selector found.
  public struct Count: Hashable, Sendable {
    /// On how many pages.
    public var pages = 0
    /// In how many reviews; for what is looked for on the page, in those of its pages.
    public var reviews = 0
    /// The first value.
    public var example: String?
  }

  /// What one profile found.
  public struct Counts: Hashable, Sendable {
    /// The pages that it was used on.
    public var pages = 0
    /// Those with a review.
    public var pagesWithReviews = 0
    /// The reviews.
    public var reviews = 0
    /// By part.
    public var parts: [SiteProfile.Part: Count] = [:]
    /// How many places each of `without` found, by its place in the list.
    public var without: [Int: Count] = [:]

    /// Adds what was found on another page.
    mutating func add(_ other: Counts) {
      pages += other.pages
      pagesWithReviews += other.pagesWithReviews
      reviews += other.reviews
      for (part, count) in other.parts { parts[part, default: Count()].add(count) }
      for (place, count) in other.without { without[place, default: Count()].add(count) }
    }

    /// The share of reviews in which a part was found; nil when there is no review.
    public func share(of part: SiteProfile.Part) -> Double? {
      reviews == 0 ? nil : Double(parts[part]?.reviews ?? 0) / Double(reviews)
    }
  }

  private let counts = Mutex<[String: Counts]>([:])

  /// Nothing counted yet.
  public init() {}

  /// What the profile in a file found.
  public func counts(of profile: SiteProfile) -> Counts {
    counts.withLock { $0[profile.path] ?? Counts() }
  }

  /// Adds what a profile found on a page.
  func add(_ page: Counts, of profile: SiteProfile) {
    counts.withLock { $0[profile.path, default: Counts()].add(page) }
  }
}

extension ProfileTally.Count {
  mutating func add(_ other: Self) {
    pages += other.pages
    reviews += other.reviews
    example = example ?? other.example
  }
}

extension SiteProfile {
  /// The share of reviews below which a profile is out of date.
  ///
  /// Nine in ten: the rest is reviews that are a rating alone, or words alone.
  public static let leastFilled = 0.9

  /// The parts that nearly every review must have and fewer have.
  public func outOfDate(_ counts: ProfileTally.Counts) -> [Part] {
    [.body, .rating].filter { part in
      guard fields.contains(where: { $0.part == part }), let share = counts.share(of: part) else {
        return false
      }
      return share < Self.leastFilled
    }
  }
}
