/// Why a sample says nothing of its population.
public enum SampleGap: Error, Hashable, Sendable {
  /// The population is empty.
  case noPopulation
  /// Nothing of a stratum was looked at, so that it may be anything; the stratum's place.
  case unread(stratum: Int)
  /// Nothing that was looked at belongs to what is asked for.
  case noMember
}
