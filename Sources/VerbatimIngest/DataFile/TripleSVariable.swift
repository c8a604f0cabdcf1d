internal import VerbatimCore

/// A variable of a Triple-S survey.
struct TripleSVariable {
  /// What its values are.
  enum Kind: String {
    case single, multiple, quantity, character, logical, date, time
  }

  /// The code and the words of a value.
  struct Value {
    let code: String
    let label: String
  }

  let name: String
  let label: String?
  let kind: Kind
  /// What it is used for: `serial` or `weight`.
  let use: String?
  /// Its first and last column, from 1; of data divided by commas its first and last field.
  let position: ClosedRange<Int>
  /// How many values of a multiple stand side by side; nil where each has a digit of its own.
  let subfields: Int?
  /// The values with words.
  let values: [Value]

  /// A `variable` element; nil without a known type or a place.
  init?(_ item: FeedItem) {
    guard let kind = item.attribute("type").flatMap(Kind.init), let place = item.node("position"),
      let start = item.attribute("start", of: place).flatMap({ Int($0) }), start > 0
    else { return nil }
    let finish = item.attribute("finish", of: place).flatMap { Int($0) } ?? start
    guard finish >= start, finish - start < 1 << 20 else { return nil }
    self.kind = kind
    position = start...finish
    name = item.value("name") ?? item.attribute("ident") ?? "\(start)"
    label = Self.words(item, item.node("label"))
    use = item.attribute("use")
    subfields = item.node("spread")
      .flatMap { item.attribute("subfields", of: $0) }.flatMap { Int($0) }
    values =
      item.node("values").map { list in
        item.children("value", of: list).compactMap { node in
          item.attribute("code", of: node).map {
            Value(code: $0, label: Self.words(item, node) ?? $0)
          }
        }
      } ?? []
  }

  /// The words of a label: of several texts the one for analysis, else the first.
  private static func words(_ item: FeedItem, _ node: Int?) -> String? {
    guard let node else { return nil }
    let texts = item.children("text", of: node)
    let chosen = texts.first { item.attribute("mode", of: $0) == "analysis" } ?? texts.first
    return item.words(chosen ?? node)?.replacing("\n", with: " ")
  }

  /// What is said of the columns that it becomes: one, of a multiple one a value.
  var columns: [StatedColumn] {
    guard kind == .multiple else {
      return [
        StatedColumn(
          name: name,
          question: label,
          role: use == "serial" ? .id : use == "weight" ? .metadata : nil,
          labels: Dictionary(values.map { ($0.code, $0.label) }) { first, _ in first }
        )
      ]
    }
    return values.map { value in
      StatedColumn(
        name: "\(name)_\(value.code)",
        question: label.map { "\($0) – \(value.label)" } ?? value.label,
        role: .choice,
        labels: ["1": value.label]
      )
    }
  }

  /// Its cells in the columns that it becomes, from what stands at its place.
  ///
  /// - Parameter fields: The field, or the fields of a multiple that has one for each value.
  /// - Returns: As many cells as there are columns.
  func cells(_ fields: [String]) -> [String] {
    let field = fields.first ?? ""
    switch kind {
    case .multiple:
      let chosen = chosen(fields)
      return values.map { chosen.contains($0.code) ? "1" : "" }
    case .single: return [code(field)]
    case .date: return [Self.divided(field, [4, 2, 2], by: "-")]
    case .time: return [Self.divided(field, [2, 2, 2], by: ":")]
    case .quantity, .character, .logical: return [field.trimmingBlanks]
    }
  }

  /// The codes of the values of a multiple that were chosen.
  private func chosen(_ fields: [String]) -> Set<String> {
    guard let subfields, subfields > 0 else {
      // A digit a value: the digit's place is the code, where codes are numbers as the standard says.
      let digits = Array(fields.first ?? "")
      return Set(
        values.enumerated().filter { index, value in
          let place = Int(value.code) ?? index + 1
          return place > 0 && place <= digits.count && digits[place - 1] == "1"
        }.map(\.element.code)
      )
    }
    guard fields.count == 1 else { return Set(fields.map(code)) }
    let field = Array(fields[0])
    let width = max(1, (position.count > 1 ? position.count : field.count) / subfields)
    return Set(
      stride(from: 0, to: field.count, by: width).map {
        code(String(field[$0..<min($0 + width, field.count)]))
      }
    )
  }

  /// A code as the definition writes it: data pad it with zeros or blanks.
  private func code(_ field: String) -> String {
    let text = field.trimmingBlanks
    guard let number = Int(text), !values.contains(where: { $0.code == text }) else { return text }
    return values.first { Int($0.code) == number }?.code ?? text
  }

  /// Digits as a date or a time; anything else as it stands.
  private static func divided(_ field: String, _ lengths: [Int], by sign: String) -> String {
    let text = field.trimmingBlanks
    guard text.utf8.count == lengths.reduce(0, +), text.utf8.allSatisfy({ (0x30...0x39) ~= $0 })
    else { return text }
    var rest = text[...]
    var parts: [Substring] = []
    for length in lengths {
      parts.append(rest.prefix(length))
      rest = rest.dropFirst(length)
    }
    return parts.joined(separator: sign)
  }
}
