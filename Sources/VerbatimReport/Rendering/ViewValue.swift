/// What a template is given: texts and figures that are ready to be read, and parts of the same kind.
///
/// A template sees the stored properties by their names: texts, truth values, view values, lists of
/// either, and optionals of those. A value that is nil hides what a template shows for it, and no
/// template does arithmetic: whatever is counted, rounded or put in order was so before it came here.
public protocol ViewValue: Sendable {}
