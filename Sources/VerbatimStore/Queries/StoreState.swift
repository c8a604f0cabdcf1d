/// Which state a store is in: two equal states hold the same signals and decisions.
///
/// What is computed over the whole store is kept under it, and computed again when it changed.
public struct StoreState: Hashable, Sendable {
  /// The cursor of the signal stored last; 0 without signals.
  public var lastSignal: Int64
  /// The import begun last; 0 without imports.
  public var lastImport: Int64
  /// How many decisions and marks people made on clusters; they are only added.
  public var decisions: Int64

  /// A state.
  public init(lastSignal: Int64 = 0, lastImport: Int64 = 0, decisions: Int64 = 0) {
    self.lastSignal = lastSignal
    self.lastImport = lastImport
    self.decisions = decisions
  }
}
