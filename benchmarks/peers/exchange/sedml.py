"""Opens a COMBINE archive and runs every task of every SED-ML file with SciPy, by sbml.py.

sedml.py ARCHIVE.omex FOLDER [METHOD]    writes FOLDER/EXPERIMENT.csv per SED-ML file: the data sets of its report
"""
import csv
import os
import re
import sys
import tempfile
import xml.etree.ElementTree as ElementTree
import zipfile

import numpy as np

from sbml import Model

SED = "{http://sed-ml.org/sed-ml/level1/version4}"
MANIFEST = "{http://identifiers.org/combine.specifications/omex-manifest}"
ID = re.compile(r"\[@id='(\w+)'\]")


def run(path, folder, method):
    """Columns of the report of one SED-ML file, by label."""
    root = ElementTree.parse(path).getroot()
    by_id = {element.get("id"): element for element in root.iter() if element.get("id")}
    results = {}
    for task in root.iter(SED + "task"):
        model, changes = by_id[task.get("modelReference")], {}
        while model.get("source").startswith("#"):
            changes = {**changed(model), **changes}
            model = by_id[model.get("source")[1:]]
        course = by_id[task.get("simulationReference")]
        times = np.linspace(float(course.get("outputStartTime")), float(course.get("outputEndTime")),
                            int(course.get("numberOfSteps")) + 1)
        solver = Model(os.path.join(folder, model.get("source")), {**changed(model), **changes})
        relative = next(float(p.get("value")) for p in course.iter(SED + "algorithmParameter")
                        if p.get("kisaoID") == "KISAO:0000209")
        rows = np.array(solver.solve(list(times), method, relative))
        results[task.get("id")] = (times, dict(zip(solver.states + solver.ruled, rows.T)))
    columns = {}
    for data in root.iter(SED + "dataSet"):
        variable = next(by_id[data.get("dataReference")].iter(SED + "variable"))
        times, values = results[variable.get("taskReference")]
        target = variable.get("target")
        columns[data.get("label")] = times if target is None else values[ID.search(target)[1]]
    return columns


def changed(model):
    return {ID.search(c.get("target"))[1]: float(c.get("newValue")) for c in model.iter(SED + "changeAttribute")}


if __name__ == "__main__":
    archive, out, method = sys.argv[1], sys.argv[2], sys.argv[3] if len(sys.argv) > 3 else "BDF"
    os.makedirs(out, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        with zipfile.ZipFile(archive) as opened:
            opened.extractall(folder)
        contents = ElementTree.parse(os.path.join(folder, "manifest.xml")).getroot().iter(MANIFEST + "content")
        for content in contents:
            if content.get("master") != "true":
                continue
            columns = run(os.path.join(folder, content.get("location")), folder, method)
            name = os.path.splitext(os.path.basename(content.get("location")))[0]
            with open(os.path.join(out, name + ".csv"), "w", newline="") as file:
                writer = csv.writer(file)
                writer.writerow(columns)
                writer.writerows(map(lambda row: [repr(float(v)) for v in row], zip(*columns.values())))
