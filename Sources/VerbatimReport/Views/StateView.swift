/// What stands where there is nothing to show: what is so, why, and what to do.
public struct StateView: ViewValue {
  let heading: String
  let sentences: [String]
  let command: String?
  let code: String?
  let isFault: Bool

  /// Nothing yet, or not enough; the command is what to type, where that helps.
  public init(nothing heading: String, _ sentences: String..., command: String? = nil) {
    self.heading = heading
    self.sentences = sentences
    self.command = command
    code = nil
    isFault = false
  }

  /// Something went wrong; the diagnostic's code and place come last, and small.
  public init(fault heading: String, _ sentences: String..., code: String? = nil) {
    self.heading = heading
    self.sentences = sentences
    command = nil
    self.code = code
    isFault = true
  }
}
