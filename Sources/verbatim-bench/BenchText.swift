/// Made-up one-line texts, the same on every run.
enum BenchText {
  private static let openings = [
    "Love it, but", "Honestly", "Bought this for my mum and", "After two weeks", "The", "Sadly",
    "Great value:", "I wish", "Third one we own,", "My son says", "Not bad,", "Don't buy:",
  ]
  private static let middles = [
    "the handle snapped off", "it works like a dream", "the battery only lasts an hour",
    "delivery took three weeks", "colour is nothing like the photo", "it keeps coffee hot",
    "nobody answers the phone", "the box was crushed and there was no padding",
    "it looks sturdy and well made", "the plug gets really hot", "it runs small",
    "the instructions are fine", "we use it every single day without a problem",
  ]
  private static let endings = [
    ".", "!!", " and I would buy again.", ", so I sent it back.", " :)", " 👍",
    ", five stars from me.", ", what a waste of money.", " – never again.",
    ", but customer service sent a replacement.",
  ]

  private static let glad = [
    "it works like a dream", "it keeps coffee hot", "it looks sturdy and well made",
    "the instructions are fine", "we use it every single day", "it came when it should",
    "my daughter loves it", "the colour is just right", "it was easy to put together",
  ]
  private static let thanks = [
    ".", "!!", " and I would buy again.", " :)", " 👍", ", five stars from me.",
  ]

  /// So many texts of four lines each that complain of nothing.
  static func gladTexts(count: Int) -> [String] {
    (0..<count).map { text in
      (0..<4).map { line in
        let place = text &* 31 &+ line &* 7
        return
          "Honestly \(glad[(place / 6 + text / 97) % glad.count])\(thanks[place % thanks.count])"
      }.joined(separator: " ")
    }
  }

  /// So many texts of twenty to a hundred bytes.
  static func lines(count: Int) -> [String] {
    var state: UInt64 = 20_261_121
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    return (0..<count).map { _ in
      "\(openings[next(openings.count)]) \(middles[next(middles.count)])"
        + endings[next(endings.count)]
    }
  }

  /// So many texts of four of these lines each.
  static func texts(count: Int) -> [String] {
    let lines = lines(count: count * 4)
    return (0..<count).map { lines[($0 * 4)..<($0 * 4 + 4)].joined(separator: " ") }
  }

  private static let foreign = [
    "Der Deckel schließt nicht richtig, und die Farbe ist ganz anders als auf dem Foto 😕",
    "Très déçue : la poignée s’est cassée après deux semaines d’utilisation…",
    "La batería dura muy poco y el envío llegó tarde, ¡qué lástima!",
    "Świetna jakość, ale instrukcja jest tylko po angielsku.",
    "Ürün çok güzel, kargo da hızlıydı 👍🏽",
    "Крышка не закрывается, а поддержка молчит уже неделю.",
    "蓋がしっかり閉まらず、お湯が漏れました。",
    "盖子关不紧，客服也不回复。",
  ]

  /// So many texts, every third of them English, the others in eight languages by turns.
  static func mixed(count: Int) -> [String] {
    let lines = lines(count: count)
    return lines.indices.map { $0.isMultiple(of: 3) ? lines[$0] : foreign[$0 % foreign.count] }
  }
}
