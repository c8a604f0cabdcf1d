@testable import VerbatimIngest

/// What a person reads in the headers of the samples: the columns that mean something to a signal,
/// counted from 1.
///
/// Of Qualtrics' files the text columns are those whose import id ends with TEXT; choices and what
/// the tool says of itself are left out.
struct SampleRoles {
  /// The sample, in its folder.
  let file: String
  /// How many records the header takes.
  let header: Int
  /// The columns by role.
  let roles: [ColumnRole: [Int]]
  /// How many rows are no customer's: Qualtrics' status 2 is an answer that the tool made up to
  /// try the form.
  var tests = 0

  private static let transition: [ColumnRole: [Int]] = [
    .id: [1], .date: [5], .customer: [9], .status: [11],
  ]
  private static let legacy: [ColumnRole: [Int]] = [
    .id: [1], .author: [3], .customer: [4], .status: [7], .date: [9],
  ]

  static let all: [SampleRoles] = [
    SampleRoles(
      file: "qualtrics/qualtrics_3hdr_german_labels.csv",
      header: 3,
      roles: [
        .status: [3], .date: [8], .id: [9], .customer: [12], .language: [17], .text: [19],
        .derived: [20],
      ]
    ),
    SampleRoles(
      file: "qualtrics/qualtrics_importid_single_quotes.csv",
      header: 3,
      roles: transition.merging([.text: [17]]) { $1 },
      tests: 5
    ),
    SampleRoles(
      file: "qualtrics/qualtrics_legacy_2hdr_bom.csv",
      header: 2,
      roles: legacy.merging([.text: [12]]) { $1 }
    ),
    SampleRoles(
      file: "qualtrics/qualtrics_matrix_multi.csv",
      header: 3,
      roles: transition.merging([.text: [68]]) { $1 },
      tests: 5
    ),
    SampleRoles(
      file: "qualtrics/qualtrics_mc_2hdr.csv",
      header: 2,
      roles: legacy.merging([.text: [16]]) { $1 },
      tests: 5
    ),
    SampleRoles(
      file: "qualtrics/qualtrics_side_by_side.csv",
      header: 3,
      roles: transition.merging([.text: Array(36...41) + Array(51...56)]) { $1 },
      tests: 25
    ),
    SampleRoles(
      file: "qualtrics/qualtrics_text_entry.csv",
      header: 3,
      roles: transition.merging([.text: [13, 15, 19, 20, 22, 24] + Array(32...37)]) { $1 },
      tests: 15
    ),
    SampleRoles(
      file: "qualtrics/warehouse_question_response.csv",
      header: 1,
      roles: [.date: [2], .id: [7], .text: [10]]
    ),
    SampleRoles(
      file: "shop-reviews/spryker_product_review.csv",
      header: 1,
      roles: [
        .customer: [1], .sku: [2], .language: [3], .author: [4], .title: [5], .text: [6],
        .stars: [7], .status: [8],
      ]
    ),
    SampleRoles(
      file: "amazon-reviews/amazon_alexa_broken_bom.tsv",
      header: 1,
      roles: [.stars: [1], .date: [2], .product: [3], .text: [4]]
    ),
  ]
}
