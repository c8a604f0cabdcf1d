/// Python that reads tables with what its users read them with: pandas, openpyxl and pyreadstat,
/// LimeSurvey's archives with its own XML parser, JSON with its own parser.
///
/// For each file a line of JSON: its name, its rows as texts, or why it was refused. A number is
/// written as short as it reads back, a day without a time, an empty or missing cell as nothing.
enum TableReferenceScript {
  /// Whether the libraries are there; prints their versions.
  static let presence = """
    import openpyxl, pandas, pyreadstat
    print("pandas", pandas.__version__, "openpyxl", openpyxl.__version__, "pyreadstat",
          pyreadstat.__version__)
    """

  static let text = #"""
    import csv
    import datetime
    import json
    import sys
    import zipfile
    from xml.etree import ElementTree

    import openpyxl
    import pandas
    import pyreadstat

    csv.field_size_limit(1 << 24)


    def cell(value):
        if value is None or value is pandas.NaT or value != value:
            return ""
        if isinstance(value, bool):
            return str(value).upper()
        if isinstance(value, float):
            return str(int(value)) if value.is_integer() else repr(value)
        if isinstance(value, datetime.datetime):
            return value.isoformat(timespec="seconds").replace("T00:00:00", "")
        if isinstance(value, datetime.timedelta):
            seconds = round(value.total_seconds())
            return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}"
        if isinstance(value, datetime.time):
            return value.isoformat(timespec="seconds")
        return str(value)


    def delimited(path):
        comma = "," if path.endswith(".csv") else "\t"
        with open(path, encoding="utf-8-sig", newline="") as file:
            width = max([len(row) for row in csv.reader(file, delimiter=comma)], default=0)
        frame = pandas.read_csv(
            path, sep=comma, header=None, names=range(width), index_col=False, dtype=str,
            keep_default_na=False, encoding="utf-8-sig",
        ).fillna("")
        return {"table": frame.values.tolist()}


    def workbook(path):
        book = openpyxl.load_workbook(path, data_only=True)
        return {
            sheet.title: [[cell(value) for value in row] for row in sheet.iter_rows(values_only=True)]
            for sheet in book.worksheets
        }


    def data(path):
        frame, meta = pyreadstat.read_sav(path, user_missing=True)
        rows = [[cell(value) for value in row] for row in frame.astype(object).values.tolist()]
        labels = [meta.column_names_to_labels.get(name) or "" for name in meta.column_names]
        return {"table": rows, "names": [list(meta.column_names)], "labels": [labels]}


    def survey(path):
        archive = zipfile.ZipFile(path)
        name = next(name for name in archive.namelist() if name.endswith(".lsr"))
        responses = ElementTree.fromstring(archive.read(name)).find("responses")
        names = [field.text for field in responses.find("fields")]
        tags = ["_" + name if name[0].isdigit() else name for name in names]
        rows = [[row.findtext(tag) or "" for tag in tags] for row in responses.find("rows")]
        return {"table": rows, "names": [names]}


    def parsed(path):
        with open(path, "rb") as file:
            json.loads(file.read().decode("utf-8"))
        return {}


    readers = {
        "csv": delimited, "tsv": delimited, "txt": delimited, "xlsx": workbook, "sav": data,
        "zsav": data, "lsa": survey, "json": parsed,
    }
    for path in sys.argv[1:]:
        line = {"file": path.rsplit("/", 1)[-1], "tables": {}, "failure": None}
        try:
            line["tables"] = readers[path.rsplit(".", 1)[-1]](path)
        except Exception as failure:  # Bad files break them in many ways.
            line["failure"] = type(failure).__name__
        sys.stdout.buffer.write(json.dumps(line).encode("utf-8", "replace") + b"\n")
    """#
}
