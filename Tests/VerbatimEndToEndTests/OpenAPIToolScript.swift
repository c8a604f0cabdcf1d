/// A script that runs other people's tools over a server: openapi-spec-validator on its document,
/// and schemathesis on what it answers to requests made from that document.
///
/// Prints one line of JSON: the versions, how many cases there were, and what failed.
enum OpenAPIToolScript {
  /// What an answer is held against.
  ///
  /// Left out are two guesses of schemathesis: that a request which
  /// fits its schema is taken (a name that has to be given, a word of a list that a schema does not
  /// hold are refused with 422 and the reason), and that one which does not is refused (a member
  /// that is no string where one is expected is left aside, as unknown members are).
  static let checks = [
    "not_a_server_error", "status_code_conformance", "content_type_conformance",
    "response_headers_conformance", "response_schema_conformance", "unsupported_method",
  ]

  static let text = #"""
    import importlib.metadata
    import json
    import subprocess
    import sys
    import urllib.request

    import openapi_spec_validator

    base, examples, checks = sys.argv[1:4]
    document = json.load(urllib.request.urlopen(base + "openapi.json"))
    openapi_spec_validator.validate(document)
    run = subprocess.run(
        [
            sys.executable, "-m", "schemathesis.cli", "run", base + "openapi.json",
            "--checks", checks, "--max-examples", examples, "--seed", "20261122",
            "--no-color", "--max-time", "60",
        ],
        capture_output=True,
        text=True,
    )
    cases = [line.strip() for line in run.stdout.splitlines() if " generated" in line]
    print(
        json.dumps(
            {
                "versions": {
                    name: importlib.metadata.version(name)
                    for name in ("openapi-spec-validator", "schemathesis")
                },
                "paths": len(document["paths"]),
                "status": run.returncode,
                "cases": " ".join(cases),
                "told": "" if run.returncode == 0 else (run.stdout + run.stderr)[-6000:],
            }
        )
    )
    """#

  /// A script that ends well where the tools are there.
  static let presence = "import openapi_spec_validator, schemathesis"
}
