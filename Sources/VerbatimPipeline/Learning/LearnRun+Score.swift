internal import VerbatimCore

/// The last reading: every text by the real engine, before and after.
extension LearnRun {
  private struct Scored: Sendable {
    var place: LearningSplit.Place
    var side: Int
    var product: UInt64?
    var isCopy: Bool
    var before: Verdict
    var after: Verdict
    var flip: LabelFlip?
  }

  func score(
    _ stream: RatedStream,
    _ split: LearningSplit,
    _ before: SignalEngine,
    _ after: SignalEngine,
    _ trained: Set<UInt64>,
    _ result: inout LearnResult,
    _ flip: (LabelFlip, Bool) throws -> Void
  ) async throws {
    var products = HeldOutTally()
    var later = HeldOutTally()
    var drawn = HeldOutTally()
    var training = HeldOutTally()
    var counts = result.counts
    try await stream.forEach(
      { texts in
        var scratch = SignalEngine.Scratch()
        return texts.map { text in
          let place = split.place(of: text)
          var record = text.record
          let pair = FlipRun.verdicts(of: &record, before, after, &scratch)
          return Scored(
            place: place,
            side: text.side,
            product: text.product.map { LearningSplit.hash($0) },
            isCopy: !place.isTraining
              && trained.contains(LearningSplit.hash(LearningSplit.words(of: text))),
            before: pair.before,
            after: pair.after,
            flip: pair.flip
          )
        }
      },
      consume: { scored in
        for item in scored {
          func add(_ tally: inout HeldOutTally) {
            tally.add(
              side: item.side,
              before: item.before,
              after: item.after,
              product: item.product
            )
          }
          if let found = item.flip {
            if item.place.isTraining { counts.trainingFlips += 1 } else { counts.heldOutFlips += 1 }
            try flip(found, item.place.isTraining)
          }
          if item.place.isTraining { add(&training) }
          if item.isCopy {
            counts.copies += 1
            continue
          }
          if item.place.isOtherProduct { add(&products) }
          if item.place.isLater { add(&later) }
          if item.place.isDrawn { add(&drawn) }
        }
      }
    )
    result.counts = counts
    result.cards = [
      later.card("held out by time"), products.card("held out by article"),
      drawn.card("held out by hash"),
    ].compactMap(\.self)
    result.trainingCard = training.card("learnt from", draws: false)
  }
}
