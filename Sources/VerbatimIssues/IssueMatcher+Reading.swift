internal import VerbatimCore
public import VerbatimText

extension IssueMatcher {
  /// A leaf that the weights of a sentence's terms say.
  struct Reading {
    var sentence: Int
    var leaf: Int
    var score: Double
    /// The words that say it.
    var words: Range<Int>
    /// What the sentence says of what is in it.
    var marks: Set<IssueWeights.Mark>
  }

  /// Weighs the terms of every sentence.
  func read(_ text: TokenizedText, _ scratch: inout Scratch) {
    scratch.readings.removeAll(keepingCapacity: true)
    guard let reader else { return }
    for (number, sentence) in text.sentences.enumerated() {
      let words = words(of: sentence, in: text)
      let findings = findings(words, scratch)
      reader.read(words, of: text, findings: findings, &scratch.reader)
      if !findings.fitting.isEmpty {
        contradict(words, reader, &scratch)
        mark(words, reader, &scratch)
      }
      for leaf in taxonomy.leaves.indices {
        let score = reader.score(of: leaf, scratch.reader)
        let least = taxonomy.leaves[leaf].tier.isHazard ? IssueReader.leastOfDanger : 0
        guard score >= least, isOpen(leaf, words, findings, scratch),
          let said = reader.evidence(of: leaf, in: text, scratch.reader)
        else { continue }
        scratch.readings.append(
          Reading(
            sentence: number,
            leaf: leaf,
            score: score,
            words: said,
            marks: reader.marks(taxonomy, scratch.reader)
          )
        )
      }
    }
  }

  /// Whether weights may say a leaf in a sentence: no pattern of it fits there or is of another product.
  ///
  /// A look-alike is weighed, but it rules a danger out.
  private func isOpen(
    _ leaf: Int,
    _ words: Range<Int>,
    _ findings: TermScan.Findings,
    _ scratch: Scratch
  ) -> Bool {
    guard !findings.fitting.contains(leaf) else { return false }
    guard findings.resembling.contains(leaf) else { return true }
    guard !taxonomy.leaves[leaf].tier.isHazard else { return false }
    return !scratch.candidates.contains { candidate in
      guard case .otherProduct = candidate.outcome else { return false }
      return candidate.leaf == leaf && words.contains(candidate.words.lowerBound)
    }
  }

  /// What patterns find in a sentence.
  func findings(_ words: Range<Int>, _ scratch: Scratch) -> TermScan.Findings {
    var findings = TermScan.Findings()
    for candidate in scratch.candidates
    where candidate.fits && words.contains(candidate.words.lowerBound)
      && !findings.fitting.contains(candidate.leaf)
    {
      findings.fitting.append(candidate.leaf)
    }
    func add(_ leaf: Int) {
      guard !findings.fitting.contains(leaf), !findings.resembling.contains(leaf) else { return }
      findings.resembling.append(leaf)
    }
    for candidate in scratch.candidates
    where candidate.pattern != nil && !candidate.fits
      && words.contains(candidate.words.lowerBound)
    {
      add(candidate.leaf)
    }
    for veto in scratch.vetoes where words.contains(veto.words.lowerBound) {
      add(facts[veto.pattern].leaf)
    }
    return findings
  }

  /// What patterns find, sentence by sentence: what weights are fitted to.
  public func findings(
    in text: TokenizedText,
    _ scratch: inout Scratch
  ) -> [TermScan.Findings] {
    findMatches(in: text, &scratch)
    findCandidates(in: text, &scratch)
    judgeCandidates(in: text, &scratch)
    return text.sentences.map { findings(words(of: $0, in: text), scratch) }
  }

  /// Drops what patterns say in the sentence read last where its terms speak against the leaf.
  private func contradict(_ words: Range<Int>, _ reader: IssueReader, _ scratch: inout Scratch) {
    for index in scratch.candidates.indices where scratch.candidates[index].outcome == .kept {
      let candidate = scratch.candidates[index]
      guard words.contains(candidate.words.lowerBound), reader.knows(candidate.leaf) else {
        continue
      }
      let score = reader.score(of: candidate.leaf, scratch.reader)
      guard score < IssueReader.leastOfPattern else { continue }
      scratch.candidates[index].score = score
      scratch.candidates[index].outcome = .contradicted
    }
  }

  /// Takes from the marks of the sentence read last that what patterns find in it is put right or feared.
  ///
  /// Only where the words around it say nothing of that; what is denied or asked they know better.
  private func mark(_ words: Range<Int>, _ reader: IssueReader, _ scratch: inout Scratch) {
    let modality = modality(by: reader.marks(taxonomy, scratch.reader))
    guard let modality, modality == .resolved || modality == .potential else { return }
    for index in scratch.candidates.indices where scratch.candidates[index].outcome == .kept {
      let candidate = scratch.candidates[index]
      guard words.contains(candidate.words.lowerBound), candidate.reason.rule == .statement else {
        continue
      }
      scratch.candidates[index].reason = IssueContext.Reason(modality: modality, rule: .weights)
    }
  }

  /// The words of a sentence.
  func words(of sentence: Sentence, in text: TokenizedText) -> Range<Int> {
    text.clauses[sentence.clauses.lowerBound].words
      .lowerBound..<text.clauses[sentence.clauses.upperBound - 1].words.upperBound
  }

  /// Adds the leaves that the terms of a sentence say and no pattern there.
  func addReadings(in text: TokenizedText, _ scratch: inout Scratch) {
    let patterns = scratch.candidates.count
    if patterns == 0 {
      context.find(in: text, scratch: &scratch.contextMatches, into: &scratch.surroundings)
    }
    for reading in scratch.readings {
      scratch.candidates.append(
        IssueCandidate(reading.words, leaf: reading.leaf, score: reading.score)
      )
      // Whether it is denied is weighed, not read from the negators, which may make the issue; of a
      // danger both are.
      let clause = context.clause(reading.words.lowerBound, text)
      take(text.clauses[clause].words, in: text, &scratch.surroundings)
    }
    guard scratch.candidates.count > patterns else { return }
    scratch.surroundings.taken.sort { $0 < $1 }
    scratch.surroundings.own = []
    for index in patterns..<scratch.candidates.count {
      judgeReading(&scratch.candidates[index], in: text, scratch)
    }
  }

  /// What the marks of a sentence make of its issues; nil where they are said to be so.
  private func modality(by marks: Set<IssueWeights.Mark>) -> Issue.Modality? {
    if marks.contains(.denied) { return .negated }
    if marks.contains(.asked) { return .hypothetical }
    if marks.contains(.resolved) { return .resolved }
    return marks.contains(.feared) ? .potential : nil
  }

  /// Judges what no pattern says.
  private func judgeReading(
    _ candidate: inout IssueCandidate,
    in text: TokenizedText,
    _ scratch: Scratch
  ) {
    candidate.clause = context.clause(candidate.words.lowerBound, text)
    if let other = context.otherProduct(of: candidate.words, in: text, scratch.surroundings) {
      candidate.outcome = .otherProduct(other)
      return
    }
    let sentence = context.sentence(candidate.words.lowerBound, text)
    let leaf = candidate.leaf
    guard
      let reading = scratch.readings.first(where: { $0.sentence == sentence && $0.leaf == leaf })
    else { return }
    candidate.reason = context.modality(
      of: candidate.words,
      affirms: false,
      isDeniable: reading.marks.contains(.denied) || taxonomy.leaves[leaf].tier.isHazard,
      in: text,
      scratch.surroundings
    )
    if candidate.reason.modality == .actual, let modality = modality(by: reading.marks) {
      candidate.reason = IssueContext.Reason(modality: modality, rule: .weights)
    }
    candidate.tier =
      reading.marks.contains(.harmed)
      ? taxonomy.leaves[leaf].tierWithHarm : taxonomy.leaves[leaf].tier
    candidate.confidence = IssueReader.confidence(reading.score)
    candidate.attribution = taxonomy.leaves[leaf].attribution
    blame(&candidate, in: text, scratch.surroundings)
  }
}
