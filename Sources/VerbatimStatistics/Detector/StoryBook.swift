/// What has been told, so that each story is told once.
struct StoryBook {
  struct Place: Hashable {
    let issue: Int32
    /// The article, or −1 − the supplier.
    let article: Int32
  }

  private struct Story {
    var level: DefectAlert.Level
    var key: Int32
    var score: Double
    var week: Int
  }

  private let settings: DetectorSettings
  private var stories: [Place: Story] = [:]

  init(_ settings: DetectorSettings) { self.settings = settings }

  /// Whether a story is news; if so it is noted as told.
  mutating func tells(
    _ place: Place,
    level: DefectAlert.Level,
    key: Int32,
    score: Double,
    week: Int
  ) -> Bool {
    guard let story = stories[place], week - story.week <= 26 else {
      stories[place] = Story(level: level, key: key, score: score, week: week)
      return true
    }
    let isSame = story.level == level && story.key == key
    let step = isSame ? settings.escalation : settings.escalation / 2
    stories[place]?.week = week
    guard score >= story.score + step else { return false }
    stories[place] = Story(level: level, key: key, score: score, week: week)
    return true
  }
}
