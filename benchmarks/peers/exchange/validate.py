"""What libSBML says about SBML files, units included: a line per file, its errors and warnings; exit code 1 for any."""
import sys

import libsbml

bad = False
for path in sys.argv[1:]:
    document = libsbml.readSBML(path)
    document.setConsistencyChecks(libsbml.LIBSBML_CAT_UNITS_CONSISTENCY, True)
    document.checkConsistency()
    log = document.getErrorLog()
    errors = document.getNumErrors(libsbml.LIBSBML_SEV_ERROR) + document.getNumErrors(libsbml.LIBSBML_SEV_FATAL)
    warnings = document.getNumErrors(libsbml.LIBSBML_SEV_WARNING)
    bad |= errors + warnings > 0
    print(f"{path}: {errors} errors, {warnings} warnings, libSBML {libsbml.getLibSBMLDottedVersion()}")
    for i in range(min(20, log.getNumErrors())):
        print(f"  line {log.getError(i).getLine()}: {log.getError(i).getMessage().strip()}")
sys.exit(bad)
