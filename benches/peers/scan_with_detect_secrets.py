"""Prints what detect-secrets finds in a file, one JSON object a line, with every plugin and filter at its default.

Its own command line hides the values; this asks the same function for each file that the command line asks.
"""

import json
import sys

from detect_secrets.core.scan import scan_file
from detect_secrets.settings import default_settings

with default_settings():
    for secret in scan_file(sys.argv[1]):
        print(json.dumps({"line": secret.line_number, "text": secret.secret_value}))
