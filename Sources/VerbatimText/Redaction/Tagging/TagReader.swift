/// Reads the features of a text's units, see ``TagFeature``.
struct TagReader {
  /// A part of a feature with its hash.
  struct Part {
    var hash: UInt64
    var part: TagFeature.Part
  }

  /// What stands in the places of a template, in their order.
  struct Parts {
    var first: Part?
    var second: Part?
    var third: Part?
    var fourth: Part?

    /// The hash of a feature with them.
    @inline(__always)
    func hash(_ template: TagFeature.Template) -> UInt64 {
      var hash = template.hash
      if let first { hash = TagHash.join(hash, first.hash) }
      if let second { hash = TagHash.join(hash, second.hash) }
      if let third { hash = TagHash.join(hash, third.hash) }
      if let fourth { hash = TagHash.join(hash, fourth.hash) }
      return hash
    }

    /// They.
    var all: [Part] { [first, second, third, fourth].compactMap(\.self) }
  }

  let context: TagContext
  let classes: PhraseClasses
  /// The folded letters of the words that affixes are taken of, and where each unit's begin.
  private var letters: [UInt32] = []
  private var firstLetter: [Int32] = []

  /// Reads a text's units.
  init(_ context: TagContext, _ classes: PhraseClasses, _ bytes: Span<UInt8>) {
    self.context = context
    self.classes = classes
    firstLetter.reserveCapacity(context.units.count + 1)
    for unit in context.units {
      firstLetter.append(Int32(letters.count))
      guard unit.shape.isWord else { continue }
      var at = unit.range.lowerBound
      while at < unit.range.upperBound {
        let byte = bytes[at]
        if byte < 0x80 {
          letters.append(UInt32(byte &- 0x41 < 26 ? byte | 0x20 : byte))
          at += 1
          continue
        }
        let (value, length) = Scalars.decode(bytes, at)
        let folded = Scalars.fold(value)
        if folded != 0 { letters.append(folded) }
        at += length
      }
    }
    firstLetter.append(Int32(letters.count))
  }

  /// The letters of a unit that is a word.
  func letters(of unit: Int) -> ArraySlice<UInt32> {
    letters[Int(firstLetter[unit])..<Int(firstLetter[unit + 1])]
  }

  // MARK: Parts

  private static let edge = TagHash.of("$")
  static let blank = TagHash.of("_")
  private static let numbers = (0...99).map { TagHash.of("\($0)") }
  private static let shapes = TaggedText.Shape.allCases.map { TagHash.of($0.name) }
  private static let shoutedShapes = TaggedText.Shape.allCases.map { TagHash.of("!" + $0.name) }

  @inline(__always)
  private func word(_ unit: Int) -> Part {
    let isInside = unit >= 0 && unit < context.units.count
    return Part(hash: isInside ? context.units[unit].word : Self.edge, part: .word(unit))
  }

  @inline(__always)
  private func shape(_ unit: Int) -> Part {
    guard unit >= 0, unit < context.units.count else {
      return Part(hash: Self.edge, part: .word(unit))
    }
    let shape = context.units[unit].shape
    if shape == .mark { return Part(hash: context.units[unit].word, part: .word(unit)) }
    let hashes = context.isShouted ? Self.shoutedShapes : Self.shapes
    return Part(hash: hashes[Int(shape.rawValue)], part: .shape(unit))
  }

  @inline(__always)
  private func listed(_ unit: Int) -> Part {
    guard unit >= 0, unit < context.units.count else {
      return Part(hash: Self.edge, part: .word(unit))
    }
    return Part(hash: classes.setHashes[context.sets[unit]], part: .listed(unit))
  }

  @inline(__always)
  private func number(_ value: Int) -> Part {
    Part(hash: Self.numbers[value], part: .number(value))
  }

  private func first(_ unit: Int, _ count: Int) -> Part {
    var hash = TagHash.seed
    for letter in letters(of: unit).prefix(count) { hash = TagHash.step(hash, letter) }
    return Part(hash: hash, part: .first(unit, count))
  }

  private func last(_ unit: Int, _ count: Int) -> Part {
    var hash = TagHash.seed
    for letter in letters(of: unit).suffix(count) { hash = TagHash.step(hash, letter) }
    return Part(hash: hash, part: .last(unit, count))
  }

  // MARK: Features

  /// Hands on every feature of a unit.
  func read<Sink: TagFeatureSink>(_ unit: Int, into sink: inout Sink) {
    let shape = shape(unit)
    let listed = listed(unit)
    sink.add(.any)
    sink.add(.word, word(unit))
    sink.add(.look, shape, listed)
    sink.add(.before, word(unit - 1), shape, listed)
    sink.add(.behind, word(unit + 1), shape, listed)
    sink.add(.beforeTwo, word(unit - 2), word(unit - 1), shape, listed)
    sink.add(.behindTwo, word(unit + 1), word(unit + 2), shape, listed)
    sink.add(.pairBefore, word(unit - 2), word(unit - 1))
    sink.add(.threeBefore, word(unit - 3), word(unit - 2), word(unit - 1))
    sink.add(.shapeOne, self.shape(unit - 1))
    sink.add(.shapeTwo, self.shape(unit - 2))
    sink.add(.shapeThree, self.shape(unit - 3))
    sink.add(.shapes, self.shape(unit - 1), shape, listed, self.shape(unit + 1))
    sink.add(.listedBefore, self.listed(unit - 1), shape, listed)
    sink.add(.listedBehind, self.listed(unit + 1), shape, listed)
    readPhrases(unit, shape, listed, &sink)
    readPlace(unit, shape, listed, &sink)
    if context.units[unit].shape.isWord { readAffixes(unit, shape, &sink) }
    if unit > 0, context.units[unit - 1].shape.isWord { sink.add(.lastBefore, last(unit - 1, 3)) }
    if unit + 1 < context.units.count, context.units[unit + 1].shape.isWord {
      sink.add(.lastBehind, last(unit + 1, 3))
    }
    if context.units[unit].shape.isUnspaced { readRun(unit, shape, &sink) }
  }

  @inline(__always)
  private func readPhrases<Sink: TagFeatureSink>(
    _ unit: Int,
    _ shape: Part,
    _ listed: Part,
    _ sink: inout Sink
  ) {
    typealias Templates = (
      ends: TagFeature.Template, endsLook: TagFeature.Template, begins: TagFeature.Template,
      beginsLook: TagFeature.Template
    )
    func read(_ place: Int, _ templates: Templates, _ sink: inout Sink) {
      guard place >= 0, place < context.units.count else { return }
      for phrase in context.phrases(to: place) {
        for number in classes.sets[phrase.set] {
          let part = part(number, of: phrase)
          sink.add(templates.ends, part)
          sink.add(templates.endsLook, part, shape, listed)
        }
      }
      for phrase in context.phrases(from: place) {
        for number in classes.sets[phrase.set] {
          let part = part(number, of: phrase)
          sink.add(templates.begins, part)
          sink.add(templates.beginsLook, part, shape, listed)
        }
      }
    }
    func readWithin(_ place: Int, _ template: TagFeature.Template, _ sink: inout Sink) {
      guard let phrase = within(place) else { return }
      for number in classes.sets[phrase.set] { sink.add(template, part(number, of: phrase)) }
    }
    read(unit, (.ends, .endsLook, .begins, .beginsLook), &sink)
    read(
      unit - 1,
      (.endsBefore, .endsBeforeLook, .beginsBefore, .beginsBeforeLook),
      &sink
    )
    read(
      unit + 1,
      (.endsBehind, .endsBehindLook, .beginsBehind, .beginsBehindLook),
      &sink
    )
    if let phrase = within(unit) {
      for number in classes.sets[phrase.set] {
        let part = part(number, of: phrase)
        sink.add(.within, part)
        sink.add(.withinShape, part, shape)
      }
    }
    readWithin(unit - 1, .withinBefore, &sink)
    readWithin(unit + 1, .withinBehind, &sink)
  }

  @inline(__always)
  private func part(_ number: UInt8, of phrase: TagContext.Phrase) -> Part {
    let isLong = phrase.last > phrase.first
    let hash = isLong ? classes.longHashes[Int(number)] : classes.hashes[Int(number)]
    return Part(hash: hash, part: .phrase(Int(number), isLong: isLong))
  }

  private func within(_ unit: Int) -> TagContext.Phrase? {
    guard unit >= 0, unit < context.units.count, context.within[unit] >= 0 else { return nil }
    return context.beginning[Int(context.within[unit])]
  }

  @inline(__always)
  private func readPlace<Sink: TagFeatureSink>(
    _ unit: Int,
    _ shape: Part,
    _ listed: Part,
    _ sink: inout Sink
  ) {
    let before = Int(context.before[unit])
    let behind = Int(context.behind[unit])
    let length = before + behind + 1
    let size = length <= 2 ? 2 : length <= 4 ? 4 : length <= 8 ? 8 : 9
    let start = number(min(before, 3))
    let end = number(min(behind, 3))
    sink.add(.place, start, end)
    sink.add(.placeLook, number(min(before, 3) * 4 + min(behind, 3)), shape, listed)
    sink.add(.fromStart, number(min(before, 3) * 10 + size), shape, listed)
    sink.add(.toEnd, number(min(behind, 3) * 10 + size), shape, listed)
    let ofText =
      (unit < 4 ? 1 : 0) + (context.units.count - 1 - unit < 4 ? 2 : 0) + (before == 0 ? 4 : 0)
      + (behind == 0 ? 8 : 0)
    sink.add(.ofText, number(ofText), shape, listed)
  }

  @inline(__always)
  private func readAffixes<Sink: TagFeatureSink>(
    _ unit: Int,
    _ shape: Part,
    _ sink: inout Sink
  ) {
    let count = letters(of: unit).count
    for length in 1...3 where length <= count {
      sink.add(.first, first(unit, length))
      sink.add(.last, last(unit, length))
    }
    sink.add(.lastShape, last(unit, 3), shape)
    sink.add(.letters, number(min(count, 12)))
  }

  @inline(__always)
  private func readRun<Sink: TagFeatureSink>(_ unit: Int, _ shape: Part, _ sink: inout Sink) {
    sink.add(.around, word(unit - 1), word(unit), word(unit + 1))
    sink.add(.next, word(unit), word(unit + 1), word(unit + 2))
    sink.add(.previous, word(unit - 2), word(unit - 1), word(unit))
    let run = context.run(unit)
    let first = unit - run.before
    let last = unit + run.behind
    let before =
      first > 0 && context.units[first].isSpaced
      ? Part(hash: Self.blank, part: .blank) : word(first - 1)
    let behind =
      last + 1 < context.units.count && context.units[last + 1].isSpaced
      ? Part(hash: Self.blank, part: .blank) : word(last + 1)
    let length = number(min(run.before + run.behind, 9))
    sink.add(.run, shape, number(run.before), number(run.behind))
    sink.add(.runBefore, shape, length, before)
    sink.add(.runBehind, shape, length, behind)
    sink.add(.runBetween, shape, number(run.before), before, behind)
    sink.add(.untilBehind, shape, number(run.behind), behind)
    sink.add(.afterBefore, shape, number(run.before), before)
  }
}

/// Takes the features of a unit, one after the other.
protocol TagFeatureSink {
  mutating func add(_ template: TagFeature.Template, _ parts: TagReader.Parts)
}

extension TagFeatureSink {
  @inline(__always)
  mutating func add(
    _ template: TagFeature.Template,
    _ first: TagReader.Part? = nil,
    _ second: TagReader.Part? = nil,
    _ third: TagReader.Part? = nil,
    _ fourth: TagReader.Part? = nil
  ) {
    add(template, TagReader.Parts(first: first, second: second, third: third, fourth: fourth))
  }
}
