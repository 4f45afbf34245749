#!/usr/bin/env python3
"""check_schema.py SCHEMA FILE...: fails unless the schema is one and accepts every file."""
import json
import sys

from jsonschema import Draft202012Validator


def read(path):
    with open(path, encoding="utf-8") as file:
        return json.load(file)


def main(schema_path, *paths):
    schema = read(schema_path)
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema)
    failures = 0
    for path in paths:
        for error in validator.iter_errors(read(path)):
            failures += 1
            print(f"{path}: {error.json_path}: {error.message}", file=sys.stderr)
    return 1 if failures else 0


if __name__ == "__main__":
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    sys.exit(main(*sys.argv[1:]))
