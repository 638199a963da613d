"""Reads a file of Moodle XML with moodle-xml-parser and prints its multiple-choice questions."""

import json
import sys
from dataclasses import asdict

from moodle_xml_parser.parser import parse_file

found = parse_file(sys.argv[1])
questions = [one for kind in found.values() for one in kind]
print(json.dumps([asdict(one) for one in questions if hasattr(one, "options")]))
