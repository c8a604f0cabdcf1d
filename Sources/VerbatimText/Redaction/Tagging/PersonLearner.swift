/// Reads texts as a ``PersonTagger`` does, to learn its weights from.
public struct PersonLearner: Sendable {
  /// A text as the weights are learnt from it.
  public struct Sample: Sendable {
    /// By unit, the hashes of its features; none where nobody looks for names.
    public var features: [[UInt64]] = []
    /// By unit, its label, by its number.
    public var labels: [UInt8] = []
  }

  private let classes: PhraseClasses

  /// Reads with the lists of redaction.
  ///
  /// - Parameters:
  ///   - tables: The tables of the words of redaction, see ``RedactionWords``.
  ///   - wordTables: The tables of other words.
  public init(_ tables: [TableFile], wordTables: [TableFile]) {
    classes = PhraseClasses(tables, wordTables: wordTables)
  }

  /// The features and labels of a text.
  ///
  /// - Parameters:
  ///   - bytes: The text, with contacts masked.
  ///   - marks: The names and addresses in it, in ascending order, and whether each is an address.
  /// - Returns: Both, by unit.
  public func sample(_ bytes: [UInt8], marks: [(range: Range<Int>, isAddress: Bool)]) -> Sample {
    var sample = Sample()
    let units = TaggedText(bytes.span).units
    guard !units.isEmpty else { return sample }
    let context = TagContext(units, classes)
    let active = context.active(classes)
    let reader = TagReader(context, classes, bytes.span)
    var lastMark: Int?
    for (number, unit) in units.enumerated() {
      let mark = marks.firstIndex { $0.range.overlaps(unit.range) }
      let label: TagWeights.Label =
        switch mark {
        case nil: .other
        case lastMark: marks[mark ?? 0].isAddress ? .addressOn : .nameOn
        default: marks[mark ?? 0].isAddress ? .address : .name
        }
      lastMark = mark
      sample.labels.append(UInt8(TagWeights.Label.allCases.firstIndex(of: label) ?? 0))
      guard active[number] || mark != nil else {
        sample.features.append([])
        continue
      }
      var hashes = Hashes()
      reader.read(number, into: &hashes)
      sample.features.append(Array(Set(hashes.hashes)).sorted())
    }
    return sample
  }

  /// How the file writes the features of a text that are asked for.
  ///
  /// - Parameters:
  ///   - bytes: A text that ``sample(_:marks:)`` was given.
  ///   - wanted: The hashes of the features that have no name yet; those found are taken out.
  /// - Returns: The names by hash.
  public func names(_ bytes: [UInt8], of wanted: inout Set<UInt64>) -> [UInt64: String] {
    let units = TaggedText(bytes.span).units
    guard !units.isEmpty, !wanted.isEmpty else { return [:] }
    let context = TagContext(units, classes)
    let reader = TagReader(context, classes, bytes.span)
    var names = Names(reader: reader, bytes: bytes, wanted: wanted)
    for unit in units.indices { reader.read(unit, into: &names) }
    wanted = names.wanted
    return names.names
  }

  private struct Hashes: TagFeatureSink {
    var hashes: [UInt64] = []

    mutating func add(_ template: TagFeature.Template, _ parts: TagReader.Parts) {
      hashes.append(parts.hash(template))
    }
  }

  private struct Names: TagFeatureSink {
    let reader: TagReader
    let bytes: [UInt8]
    var wanted: Set<UInt64>
    var names: [UInt64: String] = [:]

    mutating func add(_ template: TagFeature.Template, _ parts: TagReader.Parts) {
      let hash = parts.hash(template)
      guard wanted.remove(hash) != nil else { return }
      names[hash] = (["\(template)"] + parts.all.map { text($0.part) }).joined(separator: " ")
    }

    private func text(_ part: TagFeature.Part) -> String {
      let context = reader.context
      switch part {
      case .word(let unit):
        guard context.units.indices.contains(unit) else { return "$" }
        return word(context.units[unit])
      case .shape(let unit):
        return (context.isShouted ? "!" : "") + context.units[unit].shape.name
      case .listed(let unit): return reader.classes.setNames[context.sets[unit]]
      case .phrase(let number, let isLong):
        return reader.classes.names[number] + (isLong ? "++" : "")
      case .number(let number): return "\(number)"
      case .first(let unit, let count): return string(reader.letters(of: unit).prefix(count))
      case .last(let unit, let count): return string(reader.letters(of: unit).suffix(count))
      case .blank: return "_"
      }
    }

    private func word(_ unit: TaggedText.Unit) -> String {
      switch unit.shape {
      case .lineEnd: return "⏎"
      case .masked: return "[]"
      case .digits:
        var count = 0
        var at = unit.range.lowerBound
        while at < unit.range.upperBound {
          at += Scalars.decode(bytes.span, at).length
          count += 1
        }
        return String(repeating: "0", count: min(count, TaggedText.mostDigits))
      default:
        var letters: [UInt32] = []
        var at = unit.range.lowerBound
        while at < unit.range.upperBound {
          let (value, length) = Scalars.decode(bytes.span, at)
          let folded = Scalars.fold(value)
          if folded != 0 { letters.append(folded) }
          at += length
        }
        return string(letters[...])
      }
    }

    private func string(_ letters: ArraySlice<UInt32>) -> String {
      String(String.UnicodeScalarView(letters.compactMap(Unicode.Scalar.init)))
    }
  }
}
