/// A feature of a unit: a template and what stands in its places.
///
/// In the file of weights a feature reads `template part part`; its hash is that of the template
/// joined with those of the parts, see ``TagHash``.
enum TagFeature {
  /// What a feature looks at.
  ///
  /// *Before* and *behind* mean the next unit to either side.
  enum Template: Int, CaseIterable {
    /// Every unit has it.
    case any
    /// The word itself.
    case word
    /// How the unit looks and what lists say of it.
    case look
    /// The unit beside, and how the unit looks.
    case before, behind
    /// Both units on one side, and how the unit looks.
    case beforeTwo, behindTwo
    /// The two and three units before.
    case pairBefore, threeBefore
    /// How the units before look, counted from the unit.
    case shapeOne, shapeTwo, shapeThree
    /// How the units on both sides look, and the unit.
    case shapes
    /// What lists say of the unit beside, and how the unit looks.
    case listedBefore, listedBehind
    /// A phrase of a list ends or begins with the unit.
    case ends, begins
    /// The same with how the unit looks.
    case endsLook, beginsLook
    /// The same of the unit before.
    case endsBefore, beginsBefore
    case endsBeforeLook, beginsBeforeLook
    /// The same of the unit behind.
    case endsBehind, beginsBehind
    case endsBehindLook, beginsBehindLook
    /// The unit, with its shape, or that beside it, belongs to a phrase of more than one.
    case within, withinShape
    case withinBefore, withinBehind
    /// How many units of the line stand before and behind, three at most.
    case place, placeLook
    /// The same of one side, with the length of the line: 2, 4, 8 units or more.
    case fromStart, toEnd
    /// Whether the unit is among the first and last four of the text, and first or last of its line.
    case ofText
    /// First and last letters of a word.
    case first, last
    /// Its last three with its shape.
    case lastShape
    /// How many letters it has, twelve at most.
    case letters
    /// The last three letters of the words beside it.
    case lastBefore, lastBehind
    /// Three characters in a row, in scripts without blanks: those around the unit, the next, the last.
    case around, next, previous
    /// Where a character stands in its run of one script: how many before and behind, nine at most.
    case run
    /// The length of the run with what stands before or behind it.
    case runBefore, runBehind
    /// The place in the run with what stands before, behind, or on both sides of it.
    case afterBefore, untilBehind, runBetween

    /// Its hash, of no meaning outside the process.
    @inline(__always)
    var hash: UInt64 { UInt64(rawValue + 1) &* 0xD6E8_FEB8_6659_FD93 }
  }

  /// What stands in a place of a template.
  enum Part {
    /// The word of a unit, by its number; −1 and the count of units for the ends of the text.
    case word(Int)
    /// Its shape; of a mark, the mark.
    case shape(Int)
    /// What lists say of it.
    case listed(Int)
    /// A class of phrases, and whether the phrase has more than one unit.
    case phrase(Int, isLong: Bool)
    case number(Int)
    /// The first letters of a unit, or the last.
    case first(Int, Int)
    case last(Int, Int)
    /// A blank before a run.
    case blank
  }
}
