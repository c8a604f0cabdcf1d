// The command line imports the pipeline alone: the values that the pipeline hands out come with it.
@_exported public import VerbatimCatalog
@_exported public import VerbatimCore
@_exported public import VerbatimIngest
@_exported public import VerbatimIssues
@_exported public import VerbatimSentiment
@_exported public import VerbatimStatistics
@_exported public import VerbatimStore
@_exported public import VerbatimText
