/// What happened so far, the latest first.
public struct TimelineView: ViewValue {
  /// One event.
  public struct Event: ViewValue {
    let time: String
    let text: String

    /// An event at a time that is ready to be read.
    public init(_ time: String, _ text: String) {
      self.time = time
      self.text = text
    }
  }

  let events: [Event]

  /// Events, in their order.
  public init(_ events: [Event]) { self.events = events }
}
