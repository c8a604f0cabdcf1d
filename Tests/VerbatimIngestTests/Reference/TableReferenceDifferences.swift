/// Where others read a table otherwise, who is right, and why.
enum TableReferenceDifferences {
  private typealias Reasons = [(reason: String, names: [String])]

  private static let tables: Reasons = [
    (
      "A quote is never closed: pandas gives the whole file up, here its line alone is lost.",
      ["testdata_bad-missing-quote.csv read"]
    ),
    (
      """
      A moment of the year 201,417: pyreadstat gives the whole file up, here it is the number that \
      stands there.
      """,
      ["haven_datetime.sav read"]
    ),
    (
      """
      A quarter of a year, which SPSS shows as `4 Q 2014`: pyreadstat gives the seconds since 1582, \
      here it is the quarter's first day.
      """,
      (1...6).map { "simple_alltypes.sav R\($0)C12" }
    ),
    (
      "An empty `s` is no style, and the cells are sound: openpyxl gives the workbook up.",
      ["calamine_empty_s_attribute.xlsx read"]
    ),
    (
      "openpyxl does not know the strict namespace of the standard and finds no sheet.",
      ["calamine_strict_iso_paths.xlsx read"]
    ),
    (
      "Errors such as `#N/A` are no answers: they are told (V1125) and the cells are empty.",
      ["calamine_errors.xlsx rows"]
    ),
    (
      "`_x000D_` is how the standard writes a carriage return: openpyxl leaves the escape.",
      ["calamine_has_x000D_.xlsx R1C1"]
    ),
    (
      """
      Day 60 of 1900 is shown as 29 February, which never was: openpyxl moves it to the 28th, here \
      it stays what the sheet shows and is no date to any column.
      """,
      ["readxl_dates-leap-year-1900-xlsx.xlsx R5C1"]
    ),
  ]

  private static let documents: Reasons = [
    (
      "Python makes a number that is too large infinite; here it is no number.",
      [
        "i_number_huge_exp",
        "i_number_neg_int_huge_exp",
        "i_number_pos_double_huge_exp",
        "i_number_real_neg_overflow",
        "i_number_real_pos_overflow",
      ]
    ),
    (
      "Half a character is no text: Python keeps it, and cannot write it as UTF-8.",
      [
        "i_object_key_lone_2nd_surrogate",
        "i_string_1st_surrogate_but_2nd_missing",
        "i_string_1st_valid_surrogate_2nd_invalid",
        "i_string_incomplete_surrogate_and_escape_valid",
        "i_string_incomplete_surrogate_pair",
        "i_string_incomplete_surrogates_escape_valid",
        "i_string_invalid_lonely_surrogate",
        "i_string_invalid_surrogate",
        "i_string_inverted_surrogates_U+1D11E",
        "i_string_lone_second_surrogate",
      ]
    ),
  ]

  /// The reason by the name of the difference.
  static let known = byName(tables)

  /// JSON of which the suite leaves open whether it is read, and that only Python reads.
  static let json = byName(documents)

  private static func byName(_ reasons: Reasons) -> [String: String] {
    Dictionary(
      uniqueKeysWithValues: reasons.flatMap { entry in entry.names.map { ($0, entry.reason) } }
    )
  }
}
