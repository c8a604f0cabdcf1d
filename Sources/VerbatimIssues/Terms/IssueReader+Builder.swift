internal import VerbatimCore
public import VerbatimText

extension IssueReader {
  /// The weights and the words they hang on, before the vocabulary is frozen.
  public struct Builder: Sendable {
    private let weights: IssueWeights
    private let fieldNames: [String: Int32]
    private let fieldForms: [[[UInt8]]]
    private let bases: WordBases
    private let leafNumbers: [String: Int]
    /// The numbers of the forms of ``bases``, in their order.
    private var baseIDs: [WordID] = []
    /// The numbers of the forms of each field, one field behind the other.
    private var fieldIDs: [WordID] = []

    /// Takes in weights and fields.
    public init(
      _ weights: IssueWeights,
      fields: WordFields,
      taxonomy: Taxonomy,
      inflector: Inflector
    ) {
      self.init(
        weights,
        fields: fields,
        names: IssueWeights.names(taxonomy),
        inflector: inflector
      )
    }

    /// Takes in weights of what `names` says, in place of leaves.
    init(
      _ weights: IssueWeights,
      fields: WordFields,
      names: [String],
      inflector: Inflector
    ) {
      self.weights = weights
      leafNumbers = Dictionary(
        names.enumerated().map { ($1, $0) },
        uniquingKeysWith: { first, _ in first }
      )
      fieldNames = Dictionary(
        fields.names.enumerated().map { ($1, Int32($0)) },
        uniquingKeysWith: { first, _ in first }
      )
      fieldForms = fields.forms
      var words: Set<String> = []
      for row in weights.rows {
        switch row.term {
        case .word(let word): words.insert(word)
        case .pair(let first, let second): words.formUnion([first, second])
        default: break
        }
      }
      words.remove(IssueTerm.digits)
      bases = WordBases(words, inflector: inflector)
    }

    /// Gives every word of terms and fields its number.
    public mutating func intern(into vocabulary: inout Vocabulary.Builder) {
      baseIDs = bases.forms.map { vocabulary.intern($0.form.span) }
      fieldIDs = fieldForms.flatMap { forms in forms.map { vocabulary.intern($0.span) } }
    }

    /// Gives each form its run of fields.
    private func fields(_ forms: inout [TermScan.Form]) -> [Int32] {
      var said: [(id: WordID, field: Int32)] = []
      said.reserveCapacity(fieldIDs.count)
      var at = 0
      for (field, own) in fieldForms.enumerated() {
        for id in fieldIDs[at..<at + own.count] { said.append((id, Int32(field))) }
        at += own.count
      }
      said.sort { ($0.id, $0.field) < ($1.id, $1.field) }
      var fields: [Int32] = []
      var last: (id: WordID, field: Int32) = (0, 0)
      for next in said where fields.isEmpty || next != last {
        if next.id != last.id { forms[Int(next.id)].firstField = Int32(fields.count) }
        forms[Int(next.id)].fieldCount += 1
        fields.append(next.field)
        last = next
      }
      return fields
    }

    /// The reader over a vocabulary in which its words were interned.
    public func freeze(_ vocabulary: Vocabulary) -> IssueReader {
      var forms = [TermScan.Form](repeating: TermScan.Form(), count: vocabulary.count)
      for (id, form) in zip(baseIDs, bases.forms) where forms[Int(id)].base == 0 {
        forms[Int(id)].base = Int32(form.base) + TermScan.number + 1
      }
      let fields = fields(&forms)
      var numbers = [IssueTerm.digits: TermScan.number]
      for (number, base) in bases.bases.enumerated() {
        numbers[base] = Int32(number) + TermScan.number + 1
      }
      var words = [Int32](repeating: -1, count: numbers.count + 1)
      var fieldTerms = [Int32](repeating: -1, count: fieldForms.count)
      var patternTerms = [Int32](repeating: -1, count: leafNumbers.count)
      var lookAlikeTerms = patternTerms
      var pairs = PairNumbers(capacity: weights.rows.count)
      var sources: [IssueTerm] = []
      var squares: [Int32] = []
      var starts: [Int32] = [0]
      var leaves: [UInt8] = []
      var values: [Int16] = []
      var base = [Int32](repeating: IssueReader.never, count: leafNumbers.count)
      for row in weights.rows {
        let term = Int32(sources.count)
        switch row.term {
        case .any:
          for weight in row.weights { base[weight.leaf] = Int32(weight.value) }
          continue
        case .number: words[Int(TermScan.number)] = term
        case .word(let word): words[Int(numbers[word] ?? 0)] = term
        case .pair(let first, let second):
          guard let first = numbers[first], let second = numbers[second] else { continue }
          pairs.insert(first, second, term)
        case .field(let name):
          guard let field = fieldNames[name] else { continue }
          fieldTerms[Int(field)] = term
        case .pattern(let code):
          guard let leaf = leafNumbers[code] else { continue }
          patternTerms[leaf] = term
        case .lookAlike(let code):
          guard let leaf = leafNumbers[code] else { continue }
          lookAlikeTerms[leaf] = term
        }
        sources.append(row.term)
        squares.append(Int32(row.rarity * row.rarity))
        for weight in row.weights {
          leaves.append(UInt8(weight.leaf))
          values.append(Int16(weight.value))
        }
        starts.append(Int32(leaves.count))
      }
      return IssueReader(
        forms: forms,
        fields: fields,
        words: words,
        fieldTerms: fieldTerms,
        patternTerms: patternTerms,
        lookAlikeTerms: lookAlikeTerms,
        pairs: pairs,
        sources: sources,
        squares: squares,
        starts: starts,
        leaves: leaves,
        weights: values,
        base: base
      )
    }
  }
}
