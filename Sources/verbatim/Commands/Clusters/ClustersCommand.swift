import ArgumentParser

/// Clusters, what people decide about them, and where feedback stays away.
struct ClustersCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "clusters",
    abstract: "Print complaint clusters and hazards, and keep what people decide about them.",
    subcommands: [
      ClustersListCommand.self, ClustersDecideCommand.self, ClustersMarkCommand.self,
      ClustersHistoryCommand.self, ClustersSilenceCommand.self,
    ],
    defaultSubcommand: ClustersListCommand.self
  )
}
