/// Texts that name articles in the customer's way.
extension GeneratedShop {
  /// Texts that name one article by its name, some with others beside it that are not meant.
  public func named(_ count: Int, seed: UInt64) -> [Feedback] {
    var random = SeededGenerator(seed: seed)
    return (0..<count).map { number in
      let place = Int.random(in: articles.indices, using: &random)
      let (form, kind) = spoken(articles[place], &random)
      var feedback = Feedback(kind: kind, truth: place)
      let frame = Self.frames[number % Self.frames.count]
      let other = articles[Int.random(in: articles.indices, using: &random)]
      feedback.text = frame.replacing("{x}", with: form).replacing("{y}", with: other.name)
        .replacing("{o}", with: articles[place].option.lowercased())
      // Another maker's article of the same name: the shop does not have it.
      if kind == "name without brand", random.chance(0.3) {
        feedback.text =
          "The " + Self.foreignBrands[number % Self.foreignBrands.count] + " \(form) broke."
        feedback.kind = "other maker's"
        feedback.truth = nil
        return feedback
      }
      if frame.contains("{y}") { feedback.kind += ", other beside it" }
      return feedback
    }
  }

  /// What a customer calls an article.
  private func spoken(
    _ article: Article,
    _ random: inout SeededGenerator
  ) -> (form: String, kind: String) {
    let plain = article.name.prefix { !",(".contains($0) }
    let core = plain.split(separator: " - ").first.map { $0.trimmingSpaces } ?? article.name
    switch Int.random(in: 0..<10, using: &random) {
    case 0...3: return (article.name, "whole name")
    case 4: return (article.name.lowercased(), "whole name, small letters")
    case 5: return (core.uppercased(), "name without details, capitals")
    case 6, 7: return (core, "name without details")
    case 8: return (core.dropFirst(article.brand.count + 1).trimmingSpaces, "name without brand")
    default:
      return article.alias.isEmpty || !article.alias.contains(" ")
        ? (core.replacing(" ", with: "  "), "name without details") : (article.alias, "alias")
    }
  }

  private static let foreignBrands = ["Ostermann", "Kvadrant", "Philbrook", "Tessaro"]

  private static let frames = [
    "The {x} stopped heating after a month.", "I bought the {x} in March. It leaks.",
    "Really happy with my {x}!", "{x}: never again.", "Two weeks in and the {x} is already broken",
    "My {x} arrived with a scratch, and the box was open.",
    "We got a {x} for my mother, she loves it.",
    "Can you tell me whether the {x} has a warranty?", "the {x} is ok but loud.",
    "I ordered the {x}, it came after nine days.", "Great value. The {x} does all we need.",
    "I have used this {x} every day for a year.", "Sadly the {x} smells of plastic.",
    "Much better than my {y}: the {x} is quiet and quick.",
    "My old {y} lasted ten years. The {x} did not last ten days.",
    "Compared to the {y} this {x} feels cheap.", "The {x} is so much louder than my {y}.",
    "Unlike the {y}, the {x} came without a manual.",
    "I switched from the {y} to the {x} and regret it.",
    "A friend has the {y}, so I got the {x} and like it.",
    "Next time I will take the {y}, because the {x} is weak.",
    "Returned the {y} and kept the {x}.",
    "Perfect! The {x} works with my {y} out of the box.",
  ]
}

extension StringProtocol {
  /// The text without blanks at its ends.
  fileprivate var trimmingSpaces: String {
    var text = Substring(self)
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
