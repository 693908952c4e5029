"""Compares the outputs of a notebook that ran with those kept in it: keep.py RAN KEPT [--keep].

Kept are outputs without times, paths and versions. With --keep the outputs of RAN are written into KEPT.
"""

import json
import pathlib
import re
import sys

ran, kept = map(pathlib.Path, sys.argv[1:3])
COLOURS = re.compile("\x1b\\[[0-9;]*m")


def tidy(output):
    """An output as it is kept; None for what only says which files of this machine were found."""
    data = dict(output.get("data", {}))
    if "image/svg+xml" in data:
        data.pop("text/html", None)  # the same picture once more
    tidied = {"output_type": output["output_type"]}
    if output["output_type"] == "stream":
        text = COLOURS.sub("", "".join(output["text"]))
        if "target/lib" in text:
            return None
        return {**tidied, "name": output["name"], "text": text.splitlines(keepends=True)}
    tidied["data"] = {kind: "".join(parts).splitlines(keepends=True) for kind, parts in sorted(data.items())}
    tidied["metadata"] = {}
    if output["output_type"] == "execute_result":
        tidied["execution_count"] = None
    return tidied


notebook = json.loads(kept.read_text(encoding="utf-8"))
codes = [cell for cell in json.loads(ran.read_text(encoding="utf-8"))["cells"] if cell["cell_type"] == "code"]
stale = []
for number, (cell, made) in enumerate(zip((cell for cell in notebook["cells"] if cell["cell_type"] == "code"), codes, strict=True)):
    outputs = [output for output in map(tidy, made["outputs"]) if output]
    if cell["outputs"] != outputs:
        stale.append(number + 1)
    cell["outputs"], cell["execution_count"], cell["metadata"] = outputs, None, {}
if stale and "--keep" not in sys.argv:
    sys.exit("%s: the outputs of code cells %s are not those that are kept; notebooks/run --keep" % (kept.name, stale))
if stale:
    kept.write_text(json.dumps(notebook, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
