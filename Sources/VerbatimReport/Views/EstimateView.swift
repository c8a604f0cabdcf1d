/// An estimate on the axis of its column, with its number and ends written beside it.
public struct EstimateView: ViewValue {
  let drawing: Drawing
  let value: String
  let range: String
}
